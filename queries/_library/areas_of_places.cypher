// The police area in which each place with a case lies, or which it is; a place that lies in none, or in more than
// one, is not in the list.
MATCH (place:Location)<-[:LOCATED_IN]-(:Case)
WITH DISTINCT place
MATCH (place)-[:WITHIN*0..]->(area:Location {kind: 'police_force_area'})
WITH place, collect(DISTINCT area) AS areas WHERE size(areas) = 1
RETURN place.id AS unit_id, head(areas).id AS area_id, head(areas).name AS area
ORDER BY unit_id
