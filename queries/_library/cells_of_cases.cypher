// The cells of these cases: what was found in each about each theme and each practice, and whether a stated scope
// covers it. With `source`, only what that source found and set out to examine; with `body`, only what was found about
// that agency, and scopes that cover it; null takes all. `weight` is that of the weightiest citation.
UNWIND $units AS id
MATCH (case:Case {id: id})
CALL (case) {
  MATCH (case)<-[:IN_CASE]-(finding:Finding)-[cited:EVIDENCED_BY]->(source:Source)
  WHERE finding.subject IN $subjects AND finding.outcome IN $judging AND source.id = coalesce($source, source.id)
    AND ($body IS NULL OR EXISTS { (finding)-[:ABOUT]->(:Agency {id: $body}) })
  WITH finding, max(cited.weight) AS weight
  MATCH (finding)-[:OF_PRACTICE]->(:Practice)-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, finding, weight, false AS in_scope
  UNION
  MATCH (case)<-[:EXTENDS_TO]-(scope:Scope)<-[:SET_OUT]-(source:Source)
  WHERE scope.basis IN $bases AND source.id = coalesce($source, source.id)
    AND ($body IS NULL OR EXISTS { (:Agency {id: $body})-[:INVOLVED_IN {role: 'examined'}]->(case) })
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  MATCH (case)<-[:EXAMINES]-(source:Source)-[:SET_OUT]->(scope:Scope)-[:EXTENDS_TO]->(agency:Agency)
  WHERE scope.basis IN $bases AND source.id = coalesce($source, source.id) AND agency.id = coalesce($body, agency.id)
    AND EXISTS { (agency)-[:INVOLVED_IN {role: 'examined'}]->(case) }
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  MATCH (topic:Theme|Practice)
  RETURN topic, null AS finding, 0.0 AS weight, false AS in_scope
}
WITH * WHERE $level IN labels(topic)
ORDER BY finding.id
WITH case, topic, collect(finding) AS findings, max(weight) AS weight, true IN collect(in_scope) AS examined
RETURN
  case.id AS unit_id, case.name AS unit, topic.id AS topic_id, topic.name AS topic,
  size([finding IN findings WHERE finding.outcome = 'failing']) AS failing,
  size([finding IN findings WHERE finding.outcome = 'mixed']) AS mixed,
  size([finding IN findings WHERE finding.outcome IN ['adequate', 'good_practice']]) AS adequate,
  examined, true AS counted, [finding IN findings | finding.id] AS findings, weight
ORDER BY unit, unit_id, topic, topic_id
