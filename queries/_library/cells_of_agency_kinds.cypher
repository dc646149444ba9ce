// The cells of places, apart for each kind of agency that a finding judges: what was found about such bodies in each
// place. A scope covers a kind where it covers the place and the topic, and names a body of the kind or is of a case
// in which one was examined. `counted` and `weight` as with places.
MATCH (:Finding)-[:ABOUT]->(judged:Agency)
WITH collect(DISTINCT judged.kind) AS kinds
MATCH (place:Location)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
WITH DISTINCT kinds, place
WITH kinds, place, NOT EXISTS {
  MATCH (place)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
} AS counted
CALL (kinds, place) {
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:IN_CASE]-(finding:Finding)-[cited:EVIDENCED_BY]->(source:Source)
  WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
    AND source.kind IN $source_kinds AND cited.seen_in IN $seen_in
  WITH finding, max(cited.weight) AS weight
  MATCH (finding)-[:ABOUT]->(agency:Agency)
  MATCH (finding)-[:OF_PRACTICE]->(:Practice)-[:PART_OF_THEME*0..1]->(topic)
  RETURN agency.kind AS group, topic, finding, weight, false AS in_scope
  UNION
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:EXTENDS_TO]-(scope:Scope)<-[:SET_OUT]-(source:Source)
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases AND source.kind IN $source_kinds
  MATCH (case)<-[:INVOLVED_IN {role: 'examined'}]-(agency:Agency)
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN agency.kind AS group, topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:EXTENDS_TO]-(scope:Scope)<-[:SET_OUT]-(source:Source)
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases AND source.kind IN $source_kinds
  MATCH (scope)-[:EXTENDS_TO]->(agency:Agency)
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN agency.kind AS group, topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  UNWIND kinds AS group
  MATCH (topic:Theme|Practice)
  RETURN group, topic, null AS finding, 0.0 AS weight, false AS in_scope
}
WITH * WHERE $level IN labels(topic)
ORDER BY finding.id
WITH group, place, counted, topic, collect(finding) AS findings, max(weight) AS weight,
  true IN collect(in_scope) AS examined
RETURN
  group, place.id AS unit_id, place.name AS unit, topic.id AS topic_id, topic.name AS topic,
  size([finding IN findings WHERE finding.outcome = 'failing']) AS failing,
  size([finding IN findings WHERE finding.outcome = 'mixed']) AS mixed,
  size([finding IN findings WHERE finding.outcome IN ['adequate', 'good_practice']]) AS adequate,
  examined, counted, [finding IN findings | finding.id] AS findings, weight
ORDER BY group, unit, unit_id, topic, topic_id
