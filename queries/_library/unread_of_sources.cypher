// Sources of which something is left to read, with each place and topic that their stated scopes cover. A scope that
// names a practice covers the practice and its theme; one that names a theme covers the theme alone.
MATCH (source:Source)-[:SET_OUT]->(scope:Scope)-[:EXTENDS_TO]->(case:Case)-[:LOCATED_IN]->(place:Location)
WHERE source.extent_read <> 'whole' AND scope.basis IN $bases AND case.kind IN $case_kinds
MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic) WHERE $level IN labels(topic)
RETURN DISTINCT source.id AS source, source.name AS name, source.extent_read AS extent_read,
  place.id AS unit_id, topic.id AS topic_id
ORDER BY name, source, unit_id, topic_id
