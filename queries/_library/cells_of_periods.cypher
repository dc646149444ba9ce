// The cells of places, apart for each period of conduct: what was found about conduct that reaches into the period.
// A finding stands in each period that its conduct reaches into; one without years stands in the period without
// bounds, which no scope covers. A scope covers the periods that its case reaches into. `counted` and `weight` as
// with places.
MATCH (place:Location)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
WITH DISTINCT place
WITH place, NOT EXISTS {
  MATCH (place)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
} AS counted
CALL (place) {
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:IN_CASE]-(finding:Finding)-[cited:EVIDENCED_BY]->(source:Source)
  WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
    AND source.kind IN $source_kinds AND cited.seen_in IN $seen_in
  WITH finding, max(cited.weight) AS weight, coalesce(finding.conduct_from, finding.conduct_to) AS first,
    coalesce(finding.conduct_to, finding.conduct_from) AS last
  UNWIND $periods AS period
  WITH * WHERE (first <= period.to AND last >= period.from) OR (first IS NULL AND period.from IS NULL)
  MATCH (finding)-[:OF_PRACTICE]->(:Practice)-[:PART_OF_THEME*0..1]->(topic)
  RETURN period.value AS group, topic, finding, weight, false AS in_scope
  UNION
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:EXTENDS_TO]-(scope:Scope)<-[:SET_OUT]-(source:Source)
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases AND source.kind IN $source_kinds
  WITH scope, coalesce(case.from_year, case.to_year) AS first, coalesce(case.to_year, case.from_year) AS last
  UNWIND $periods AS period
  WITH * WHERE first <= period.to AND last >= period.from
  MATCH (scope)-[:EXTENDS_TO]->()-[:PART_OF_THEME*0..1]->(topic)
  RETURN period.value AS group, topic, null AS finding, 0.0 AS weight, true AS in_scope
  UNION
  UNWIND $periods AS period
  MATCH (topic:Theme|Practice)
  RETURN period.value AS group, topic, null AS finding, 0.0 AS weight, false AS in_scope
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
