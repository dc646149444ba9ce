// The police area that each force covers.
MATCH (force:Agency {kind: 'police_force'})-[:COVERS]->(area:Location {kind: 'police_force_area'})
RETURN force.id AS unit_id, area.id AS area_id, area.name AS area
ORDER BY unit_id, area_id
