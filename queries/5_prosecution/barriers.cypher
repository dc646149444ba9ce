/*
title: Barriers to prosecution, and in how many places each was found
asks: Which practices of investigating and prosecuting were found failing, in how many of the places examined?
theme: 5
parameters: [subjects]
fixed: [theme, judging, bases, case_kinds]
columns:
  - {name: barrier, meaning: "The practice, named by its failure.", kind: text}
  - {name: failing, meaning: Places where every finding that judges it says failing., kind: integer}
  - {name: mixed, meaning: "Places where a finding says both, or findings differ.", kind: integer}
  - {name: conflicting, meaning: Those of the mixed where findings differ., kind: integer}
  - {name: adequate, meaning: Places where every finding that judges it says good practice or adequate., kind: integer}
  - {name: no_finding_read, meaning: Places where a source set out to examine it and no finding on it was read., kind: integer}
  - {name: not_examined, meaning: Places where no source that we know set out to examine it., kind: integer}
  - {name: scope_not_known, meaning: "Places with a finding that no stated scope covers, outside every n of m.", kind: integer}
  - {name: wider_places, meaning: "Places left out, since places within them are counted.", kind: integer}
  - {name: findings, meaning: The findings in places., kind: ids}
  - {name: practice, meaning: The practice., kind: id}
view: table
at_least: 5
counts: pairs of a place and a practice
says: "{rows:practices} of investigating and prosecuting: {tally}"
says_if_none: No place with a local episode or an operation is held, so there is nothing to count
caution: >-
  National findings and inspections of forces are in no place's figure, and the rows are not ranked. A scope stated by
  theme gives no base for one practice: what was found under it is counted as a finding whose scope is not known.
*/
MATCH (place:Location)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
WITH DISTINCT place
WITH place, NOT EXISTS {
  MATCH (place)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
} AS counted
CALL (place) {
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:IN_CASE]-(finding:Finding)-[:OF_PRACTICE]->(topic:Practice)
  WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
  MATCH (topic)-[:PART_OF_THEME]->(:Theme {number: $theme})
  RETURN topic, finding, false AS in_scope
  UNION
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:EXTENDS_TO]-(scope:Scope)-[:EXTENDS_TO]->(topic:Practice)
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases
  MATCH (topic)-[:PART_OF_THEME]->(:Theme {number: $theme})
  RETURN topic, null AS finding, true AS in_scope
  UNION
  MATCH (topic:Practice)-[:PART_OF_THEME]->(:Theme {number: $theme})
  RETURN topic, null AS finding, false AS in_scope
}
WITH place, counted, topic, collect(finding) AS findings, true IN collect(in_scope) AS examined
WITH *, CASE
  WHEN NOT counted THEN 'wider'
  WHEN size(findings) = 0 AND examined THEN 'no_finding_read'
  WHEN size(findings) = 0 THEN 'not_examined'
  WHEN NOT examined THEN 'scope_not_known'
  WHEN none(finding IN findings WHERE finding:Failure) THEN 'adequate'
  WHEN all(finding IN findings WHERE finding.outcome = 'failing') THEN 'failing'
  ELSE 'mixed'
END AS state
WITH topic, collect(state) AS states, collect(findings) AS groups, collect(
  state = 'mixed' AND any(finding IN findings WHERE finding.outcome = 'failing')
    AND any(finding IN findings WHERE NOT finding:Failure)
) AS conflicts
RETURN
  topic.failure_name AS barrier,
  size([state IN states WHERE state = 'failing']) AS failing,
  size([state IN states WHERE state = 'mixed']) AS mixed,
  size([conflict IN conflicts WHERE conflict]) AS conflicting,
  size([state IN states WHERE state = 'adequate']) AS adequate,
  size([state IN states WHERE state = 'no_finding_read']) AS no_finding_read,
  size([state IN states WHERE state = 'not_examined']) AS not_examined,
  size([state IN states WHERE state = 'scope_not_known']) AS scope_not_known,
  size([state IN states WHERE state = 'wider']) AS wider_places,
  COLLECT {
    UNWIND groups AS findings UNWIND findings AS finding WITH DISTINCT finding RETURN finding.id ORDER BY finding.id
  } AS findings,
  topic.id AS practice
ORDER BY barrier, practice
