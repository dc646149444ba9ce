// The cells of police forces within one round of one programme: what its inspections found about each theme and
// practice, and whether a stated scope covers it. Forces are all that the graph holds and that have no successor.
// `counted` is false for a force whose round was read on other pages than the inspectorate's own alone.
// A scope covers a force through an inspection of the round in which the force was examined.
MATCH (force:Agency {kind: 'police_force'}) WHERE NOT EXISTS { (force)-[:SUCCEEDED_BY]->() }
CALL (force) {
  MATCH (force)<-[:ABOUT]-(finding:Finding)-[:IN_CASE]->(:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  WHERE finding.subject IN $subjects AND finding.outcome IN $judging
  MATCH (finding)-[:OF_PRACTICE]->(:Practice)-[:PART_OF_THEME*0..1]->(topic)
  RETURN topic, finding, false AS in_scope
  UNION
  MATCH (force)-[:INVOLVED_IN {role: 'examined'}]->(case:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  MATCH (case)<-[:EXAMINES]-(:Source)-[:SET_OUT]->(scope:Scope) WHERE EXISTS { (scope)-[:EXTENDS_TO]->(force) }
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic) WHERE scope.basis IN $bases
  RETURN topic, null AS finding, true AS in_scope
  UNION
  MATCH (force)-[:INVOLVED_IN {role: 'examined'}]->(case:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  MATCH (case)<-[:EXTENDS_TO]-(scope:Scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  WHERE scope.basis IN $bases
  RETURN topic, null AS finding, true AS in_scope
  UNION
  MATCH (topic:Theme|Practice)
  RETURN topic, null AS finding, false AS in_scope
}
WITH force, topic, collect(finding) AS findings, true IN collect(in_scope) AS examined
WHERE $level IN labels(topic)
RETURN
  force.id AS unit_id, force.name AS unit, topic.id AS topic_id, topic.name AS topic,
  size([finding IN findings WHERE finding.outcome = 'failing']) AS failing,
  size([finding IN findings WHERE finding.outcome = 'mixed']) AS mixed,
  size([finding IN findings WHERE finding.outcome IN ['adequate', 'good_practice']]) AS adequate,
  examined,
  NOT EXISTS {
    MATCH (force)<-[:ABOUT]-(:Finding)-[:IN_CASE]->(:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  } OR EXISTS {
    MATCH (force)<-[:ABOUT]-(read:Finding)-[:IN_CASE]->(:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
    WHERE EXISTS { (read)-[seen:EVIDENCED_BY]->() WHERE seen.seen_in IN $own_pages }
  } AS counted,
  COLLECT { UNWIND findings AS finding RETURN finding.id ORDER BY finding.id } AS findings
ORDER BY unit, unit_id, topic, topic_id
