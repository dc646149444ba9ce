/*
title: One practice of working together, place by place
asks: Where did agencies fail to share information, to refer, or to decide together?
theme: 2
parameters:
  - {use: practice, default: "practice:sharing-information"}
  - subjects
fixed: [judging, bases, case_kinds]
columns:
  - {name: unit_id, meaning: Id of the place., kind: id}
  - {name: unit, meaning: The place., kind: text}
  - {name: state, meaning: What was found there about the practice., kind: state}
  - {name: found, meaning: "What the findings say, whether or not a stated scope covers them.", kind: state}
  - {name: conflicting, meaning: Whether some findings say failing and others adequate., kind: boolean}
  - {name: from_year, meaning: First year of the conduct that the findings date., kind: integer}
  - {name: to_year, meaning: Last year of it., kind: integer}
  - {name: sources, meaning: How many sources make the findings., kind: integer}
  - {name: counted, meaning: False for a place that holds another place of this list., kind: boolean}
  - {name: findings, meaning: The findings that judge it., kind: ids}
view: table
at_least: 12
counts: places
says: "{given.practice}: {tally}"
says_if_none: No place with a local episode or an operation is held
caution: >-
  Places are those that a local review or an operation was about. National findings are in no place's row. A scope stated
  by theme gives no base for one practice: what was found under it stands as found, scope not known.
*/
MATCH (place:Location)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
WITH DISTINCT place
CALL (place) {
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:IN_CASE]-(finding:Finding)-[:OF_PRACTICE]->(:Practice {id: $practice})
  WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
  RETURN collect(DISTINCT finding) AS findings
}
WITH place, findings, EXISTS {
  MATCH (place)<-[:LOCATED_IN]-(case:Case)<-[:EXTENDS_TO]-(scope:Scope)-[:EXTENDS_TO]->(:Practice {id: $practice})
  WHERE case.kind IN $case_kinds AND scope.basis IN $bases
} AS examined
RETURN
  place.id AS unit_id, place.name AS unit,
  CASE
    WHEN size(findings) = 0 AND examined THEN 'no_finding_read'
    WHEN size(findings) = 0 THEN 'not_examined'
    WHEN NOT examined THEN 'scope_not_known'
    WHEN none(finding IN findings WHERE finding:Failure) THEN 'adequate'
    WHEN all(finding IN findings WHERE finding.outcome = 'failing') THEN 'failing'
    ELSE 'mixed'
  END AS state,
  CASE
    WHEN size(findings) = 0 THEN null
    WHEN none(finding IN findings WHERE finding:Failure) THEN 'adequate'
    WHEN all(finding IN findings WHERE finding.outcome = 'failing') THEN 'failing'
    ELSE 'mixed'
  END AS found,
  examined AND any(finding IN findings WHERE finding.outcome = 'failing')
    AND any(finding IN findings WHERE NOT finding:Failure) AS conflicting,
  reduce(year = null, finding IN findings |
    CASE WHEN finding.conduct_from >= year THEN year ELSE coalesce(finding.conduct_from, year) END) AS from_year,
  reduce(year = null, finding IN findings |
    CASE WHEN finding.conduct_to <= year THEN year ELSE coalesce(finding.conduct_to, year) END) AS to_year,
  COUNT { UNWIND findings AS finding MATCH (finding)-[:EVIDENCED_BY]->(source:Source) RETURN DISTINCT source } AS sources,
  NOT EXISTS {
    MATCH (place)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
  } AS counted,
  COLLECT { UNWIND findings AS finding RETURN finding.id ORDER BY finding.id } AS findings
ORDER BY unit, unit_id
