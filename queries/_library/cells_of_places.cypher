// The cells of places: what was found in each place about each theme and each practice, and whether a stated
// scope covers it. Places are those of a local episode or an operation; `counted` is false for a place that holds
// another of them. A scope that names a practice covers the practice and its theme; one that names a theme covers
// the theme alone. `weight` is that of the weightiest citation.
MATCH (place:Location)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
WITH DISTINCT place
WITH place, NOT EXISTS {
  MATCH (place)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
} AS counted
CALL (place) {
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:IN_CASE]-(finding:Finding)-[cited:EVIDENCED_BY]->(source:Source)
  WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
    AND source.kind IN $source_kinds AND cited.seen_in IN $seen_in
  WITH finding, max(cited.weight) AS weight
  MATCH (finding)-[:OF_PRACTICE]->(:Practice)-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, finding, weight, false AS in_scope
  UNION
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:EXTENDS_TO]-(scope:Scope)<-[:SET_OUT]-(source:Source)
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases AND source.kind IN $source_kinds
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  MATCH (topic:Theme|Practice)
  RETURN topic, null AS finding, 0.0 AS weight, false AS in_scope
}
WITH * WHERE $level IN labels(topic)
ORDER BY finding.id
WITH place, counted, topic, collect(finding) AS findings, max(weight) AS weight, true IN collect(in_scope) AS examined
RETURN
  place.id AS unit_id, place.name AS unit, topic.id AS topic_id, topic.name AS topic,
  size([finding IN findings WHERE finding.outcome = 'failing']) AS failing,
  size([finding IN findings WHERE finding.outcome = 'mixed']) AS mixed,
  size([finding IN findings WHERE finding.outcome IN ['adequate', 'good_practice']]) AS adequate,
  examined, counted, [finding IN findings | finding.id] AS findings, weight
ORDER BY unit, unit_id, topic, topic_id
