/*
title: The practices of a theme by place
asks: Where was each practice of a theme found failing, where not, and where has nobody looked?
theme: null
parameters:
  - {use: theme, default: "theme:communication"}
  - subjects
fixed: [judging, bases, case_kinds]
columns:
  - {name: unit_id, meaning: Id of the place., kind: id}
  - {name: unit, meaning: The place., kind: text}
  - {name: topic_id, meaning: "Id of the practice, or of the theme for all its practices together.", kind: id}
  - {name: topic, meaning: "The practice, or the theme.", kind: text}
  - {name: state, meaning: What was found there about it., kind: state}
  - {name: conflicting, meaning: Whether some findings say failing and others adequate., kind: boolean}
  - {name: counted, meaning: False for a place that holds another place of this list., kind: boolean}
  - {name: findings, meaning: The findings that judge it., kind: ids}
view: matrix
at_least: 60
counts: places
says: "{given.theme}, all its practices together: {tally}"
says_if_none: No place with a local episode or an operation is held
caution: >-
  Places are those that a local review or an operation was about. National findings and inspections of forces are in no
  place's cell. A scope stated by theme gives a base for the theme, not for each practice in it.
*/
MATCH (place:Location)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
WITH DISTINCT place
CALL (place) {
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:IN_CASE]-(finding:Finding)-[:OF_PRACTICE]->(practice:Practice)
  WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
  MATCH (practice)-[:PART_OF_THEME]->(theme:Theme {id: $theme})
  UNWIND [theme, practice] AS topic
  RETURN topic, finding, false AS in_scope
  UNION
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:EXTENDS_TO]-(scope:Scope)-[:EXTENDS_TO]->(named)
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases
  MATCH (named)-[:PART_OF_THEME*0..1]->(theme:Theme {id: $theme})
  UNWIND [theme, named] AS topic
  RETURN topic, null AS finding, true AS in_scope
  UNION
  MATCH (topic)-[:PART_OF_THEME*0..1]->(:Theme {id: $theme})
  RETURN topic, null AS finding, false AS in_scope
}
WITH place, topic AS node, collect(finding) AS findings, true IN collect(in_scope) AS examined
RETURN
  place.id AS unit_id, place.name AS unit, node.id AS topic_id, node.name AS topic,
  CASE
    WHEN size(findings) = 0 AND examined THEN 'no_finding_read'
    WHEN size(findings) = 0 THEN 'not_examined'
    WHEN NOT examined THEN 'scope_not_known'
    WHEN none(finding IN findings WHERE finding:Failure) THEN 'adequate'
    WHEN all(finding IN findings WHERE finding.outcome = 'failing') THEN 'failing'
    ELSE 'mixed'
  END AS state,
  examined AND any(finding IN findings WHERE finding.outcome = 'failing')
    AND any(finding IN findings WHERE NOT finding:Failure) AS conflicting,
  NOT EXISTS {
    MATCH (place)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
  } AS counted,
  COLLECT { UNWIND findings AS finding RETURN finding.id ORDER BY finding.id } AS findings
ORDER BY unit, unit_id, node:Theme DESC, topic, topic_id
