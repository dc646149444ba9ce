/*
title: Support by kind and by time
asks: Which kinds of support were found missing, and was that before, during or after an investigation?
theme: 3
parameters:
  - {use: subjects}
fixed: [judging, case_kinds]
columns:
  - {name: support, meaning: The kind of support., kind: text}
  - {name: when, meaning: When it was due., kind: term, choices: OF_SUPPORT.when}
  - {name: failing, meaning: Places where every such finding says failing., kind: integer}
  - {name: mixed, meaning: "Places where a finding says both, or findings differ.", kind: integer}
  - {name: adequate, meaning: Places where every such finding says good practice or adequate., kind: integer}
  - {name: beyond_places, meaning: "Findings of national examinations and inspections, in no place's figure.", kind: integer}
  - {name: named, meaning: The kind again where a finding that judges names it., kind: text}
  - {name: places_on_support, meaning: Places with a finding that names any kind of support., kind: integer, shown: false}
  - {name: findings, meaning: The findings., kind: ids}
view: table
at_least: 10
says: >-
  Judged by name: {named.distinct} of the {support.distinct:kinds of support} in the codebook, in
  {places_on_support.first:places}; no source states a scope by kind of support, so in how many places each was
  examined is not known
says_if_none: The codebook holds no kind of support
caution: >-
  A kind without a figure was not named in what we read; that is no answer about the support itself. A place that holds
  another place of the count is left out.
*/
MATCH (kind:Support)
OPTIONAL MATCH (kind)<-[due:OF_SUPPORT]-(finding:Finding)-[:IN_CASE]->(case:Case)
WHERE finding.subject IN $subjects AND finding.outcome IN $judging
OPTIONAL MATCH (case)-[:LOCATED_IN]->(place:Location)
WHERE case.kind IN $case_kinds AND NOT EXISTS {
  MATCH (place)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
}
WITH kind, due.when AS when, case.kind IN $case_kinds AS local, place, collect(DISTINCT finding) AS findings
WITH *, CASE
  WHEN place IS NULL THEN null
  WHEN none(finding IN findings WHERE finding:Failure) THEN 'adequate'
  WHEN all(finding IN findings WHERE finding.outcome = 'failing') THEN 'failing'
  ELSE 'mixed'
END AS state
WITH kind, when, collect(state) AS states, collect({local: local, findings: findings}) AS groups
RETURN
  kind.name AS support, when,
  size([state IN states WHERE state = 'failing']) AS failing,
  size([state IN states WHERE state = 'mixed']) AS mixed,
  size([state IN states WHERE state = 'adequate']) AS adequate,
  COUNT { UNWIND groups AS part WITH part WHERE NOT part.local UNWIND part.findings AS finding RETURN DISTINCT finding }
    AS beyond_places,
  CASE WHEN size(groups[0].findings) > 0 THEN kind.name END AS named,
  COUNT {
    MATCH (:Support)<-[:OF_SUPPORT]-(finding:Finding)-[:IN_CASE]->(case:Case)-[:LOCATED_IN]->(any:Location)
    WHERE finding.subject IN $subjects AND finding.outcome IN $judging AND case.kind IN $case_kinds AND NOT EXISTS {
      MATCH (any)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
    }
    RETURN DISTINCT any
  } AS places_on_support,
  COLLECT {
    UNWIND groups AS part UNWIND part.findings AS finding WITH DISTINCT finding RETURN finding.id ORDER BY finding.id
  } AS findings
ORDER BY support, when, kind.id
