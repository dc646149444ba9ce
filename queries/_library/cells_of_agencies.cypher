// The cells of the agencies with these ids: what was found about each of them, in cases of these kinds, and whether
// a stated scope covers it: one that names the agency, or one of a case in which it was examined. `weight` is that of
// the weightiest citation.
MATCH (agency:Agency) WHERE agency.id IN $units
CALL (agency) {
  MATCH (agency)<-[:ABOUT]-(finding:Finding)-[:IN_CASE]->(case:Case)
  WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
  MATCH (finding)-[cited:EVIDENCED_BY]->(:Source)
  WITH finding, max(cited.weight) AS weight
  MATCH (finding)-[:OF_PRACTICE]->(:Practice)-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, finding, weight, false AS in_scope
  UNION
  MATCH (agency)-[:INVOLVED_IN {role: 'examined'}]->(case:Case)<-[:EXTENDS_TO]-(scope:Scope)
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  MATCH (agency)<-[:EXTENDS_TO]-(scope:Scope)<-[:SET_OUT]-(:Source)-[:EXAMINES]->(case:Case)
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  MATCH (topic:Theme|Practice)
  RETURN topic, null AS finding, 0.0 AS weight, false AS in_scope
}
WITH * WHERE $level IN labels(topic)
ORDER BY finding.id
WITH agency, topic, collect(finding) AS findings, max(weight) AS weight, true IN collect(in_scope) AS examined
RETURN
  agency.id AS unit_id, agency.name AS unit, topic.id AS topic_id, topic.name AS topic,
  size([finding IN findings WHERE finding.outcome = 'failing']) AS failing,
  size([finding IN findings WHERE finding.outcome = 'mixed']) AS mixed,
  size([finding IN findings WHERE finding.outcome IN ['adequate', 'good_practice']]) AS adequate,
  examined, true AS counted, [finding IN findings | finding.id] AS findings, weight
ORDER BY unit, unit_id, topic, topic_id
