// Places of which some case has a finding: where an exploration may begin.
MATCH (place:Location)<-[:LOCATED_IN]-(:Case)<-[:IN_CASE]-(:Finding)
RETURN DISTINCT place.id AS id, place.name AS name ORDER BY name, id
