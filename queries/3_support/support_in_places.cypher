/*
title: One kind of support, place by place
asks: Where were victims not kept informed, or left without another kind of support?
theme: 3
parameters:
  - name: support
    meaning: The kind of support.
    kind: choice
    choices: _library/choices_supports
  - subjects
fixed: [judging, case_kinds]
columns:
  - {name: place, meaning: "The place; empty for national examinations and inspections.", kind: text}
  - {name: state, meaning: What was found in the place about the support., kind: state}
  - {name: when, meaning: When the support was due., kind: terms, choices: OF_SUPPORT.when}
  - {name: summaries, meaning: "The findings, in our words.", kind: texts}
  - {name: bodies, meaning: Bodies that the sentences judge., kind: texts}
  - {name: sources, meaning: The sources that make them., kind: texts}
  - {name: places_on_support, meaning: Places with a finding that names any kind of support., kind: integer, shown: false}
  - {name: findings, meaning: The findings., kind: ids}
view: table
at_least: 1
says: >-
  {given.support}: failing in {state[failing]} and mixed in {state[mixed]} of the {place.distinct:places} with a finding on
  it, out of {places_on_support.first:places} with a finding that names any kind of support; in how many places it was examined
  is not known
says_if_none: No finding that we have read judges the support "{given.support}", on what was chosen
caution: >-
  The row without a place holds national examinations and inspections, which are in no place's figure. A place that
  holds another place of the list is left out, since the narrower one is counted.
*/
MATCH (:Support {id: $support})<-[due:OF_SUPPORT]-(finding:Finding)-[:IN_CASE]->(case:Case)
WHERE finding.subject IN $subjects AND finding.outcome IN $judging
OPTIONAL MATCH (case)-[:LOCATED_IN]->(area:Location)
WHERE case.kind IN $case_kinds AND NOT EXISTS {
  MATCH (area)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
}
WITH area, due, finding, case WHERE area IS NOT NULL OR NOT case.kind IN $case_kinds
WITH area, finding, due ORDER BY finding.id, due.when
WITH area, collect(DISTINCT finding) AS findings, collect(DISTINCT due.when) AS when
RETURN
  area.name AS place,
  CASE
    WHEN area IS NULL THEN null
    WHEN none(finding IN findings WHERE finding:Failure) THEN 'adequate'
    WHEN all(finding IN findings WHERE finding.outcome = 'failing') THEN 'failing'
    ELSE 'mixed'
  END AS state,
  when,
  [finding IN findings | finding.summary] AS summaries,
  COLLECT {
    UNWIND findings AS finding MATCH (finding)-[:ABOUT]->(body:Agency) RETURN DISTINCT body.name AS name ORDER BY name
  } AS bodies,
  COLLECT {
    UNWIND findings AS finding MATCH (finding)-[:EVIDENCED_BY]->(source:Source)
    RETURN DISTINCT source.name AS name ORDER BY name
  } AS sources,
  COUNT {
    MATCH (:Support)<-[:OF_SUPPORT]-(finding:Finding)-[:IN_CASE]->(case:Case)-[:LOCATED_IN]->(any:Location)
    WHERE finding.subject IN $subjects AND finding.outcome IN $judging AND case.kind IN $case_kinds AND NOT EXISTS {
      MATCH (any)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
    }
    RETURN DISTINCT any
  } AS places_on_support,
  [finding IN findings | finding.id] AS findings
ORDER BY place, area.id
