// The cells of places: what was found in each place about each theme and each practice, and whether a stated
// scope covers it. Places are those of a local episode or an operation; `counted` is false for a place that holds
// another of them. A scope that names a practice covers the practice and its theme; one that names a theme covers
// the theme alone.
MATCH (place:Location)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
WITH DISTINCT place
CALL (place) {
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:IN_CASE]-(finding:Finding)
        -[:OF_PRACTICE]->(:Practice)-[:PART_OF_THEME*0..1]->(topic)
  WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
  RETURN topic, finding, false AS in_scope
  UNION
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:EXTENDS_TO]-(scope:Scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases
  RETURN topic, null AS finding, true AS in_scope
  UNION
  MATCH (topic:Theme|Practice)
  RETURN topic, null AS finding, false AS in_scope
}
WITH place, topic, collect(finding) AS findings, true IN collect(in_scope) AS examined
WHERE $level IN labels(topic)
RETURN
  place.id AS unit_id, place.name AS unit, topic.id AS topic_id, topic.name AS topic,
  size([finding IN findings WHERE finding.outcome = 'failing']) AS failing,
  size([finding IN findings WHERE finding.outcome = 'mixed']) AS mixed,
  size([finding IN findings WHERE finding.outcome IN ['adequate', 'good_practice']]) AS adequate,
  examined,
  NOT EXISTS {
    MATCH (place)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
  } AS counted,
  COLLECT { UNWIND findings AS finding RETURN finding.id ORDER BY finding.id } AS findings
ORDER BY unit, unit_id, topic, topic_id
