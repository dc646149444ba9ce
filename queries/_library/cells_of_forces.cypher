// The cells of police forces within one round of one programme: what its inspections found about each theme and
// practice, and whether a stated scope covers it. Forces are all that the graph holds and that have no successor.
// `counted` is false for a force whose round was read mostly on other pages than the inspectorate's own.
// A scope covers a force through an inspection of the round in which the force was examined. `weight` is that of
// the weightiest citation.
MATCH (force:Agency {kind: 'police_force'}) WHERE NOT EXISTS { (force)-[:SUCCEEDED_BY]->() }
WITH force, COUNT {
  MATCH (force)<-[:ABOUT]-(:Finding)-[:IN_CASE]->(:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
} <= 2 * COUNT {
  MATCH (force)<-[:ABOUT]-(read:Finding)-[:IN_CASE]->(:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  WHERE EXISTS { (read)-[seen:EVIDENCED_BY]->() WHERE seen.seen_in IN $own_pages }
} AS counted
CALL (force) {
  MATCH (force)<-[:ABOUT]-(finding:Finding)-[:IN_CASE]->(:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  WHERE finding.subject IN $subjects AND finding.outcome IN $judging
  MATCH (finding)-[cited:EVIDENCED_BY]->(source:Source)
  WHERE source.kind IN $source_kinds AND cited.seen_in IN $seen_in
  WITH finding, max(cited.weight) AS weight
  MATCH (finding)-[:OF_PRACTICE]->(:Practice)-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, finding, weight, false AS in_scope
  UNION
  MATCH (force)-[:INVOLVED_IN {role: 'examined'}]->(case:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  MATCH (case)<-[:EXAMINES]-(source:Source)-[:SET_OUT]->(scope:Scope)
  WHERE EXISTS { (scope)-[:EXTENDS_TO]->(force) } AND scope.basis IN $bases AND source.kind IN $source_kinds
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  MATCH (force)-[:INVOLVED_IN {role: 'examined'}]->(case:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  MATCH (case)<-[:EXTENDS_TO]-(scope:Scope)<-[:SET_OUT]-(source:Source)
  WHERE scope.basis IN $bases AND source.kind IN $source_kinds
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  MATCH (topic:Theme|Practice)
  RETURN topic, null AS finding, 0.0 AS weight, false AS in_scope
}
WITH * WHERE $level IN labels(topic)
ORDER BY finding.id
WITH force, counted, topic, collect(finding) AS findings, max(weight) AS weight,
  true IN collect(in_scope) AS examined
RETURN
  force.id AS unit_id, force.name AS unit, topic.id AS topic_id, topic.name AS topic,
  size([finding IN findings WHERE finding.outcome = 'failing']) AS failing,
  size([finding IN findings WHERE finding.outcome = 'mixed']) AS mixed,
  size([finding IN findings WHERE finding.outcome IN ['adequate', 'good_practice']]) AS adequate,
  examined, counted, [finding IN findings | finding.id] AS findings, weight
ORDER BY unit, unit_id, topic, topic_id
