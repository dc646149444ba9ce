/*
title: Support during an investigation and after it, place by place
asks: Where did support end with the investigation or the trial?
theme: 3
parameters: [subjects]
fixed: [judging, case_kinds]
columns:
  - {name: place, meaning: The place., kind: text}
  - {name: before, meaning: What was found about support before an investigation., kind: state}
  - {name: during, meaning: What was found about support during an investigation., kind: state}
  - {name: after, meaning: What was found about support after an investigation., kind: state}
  - {name: not_stated, meaning: What was found about support whose time is not stated., kind: state}
  - {name: findings, meaning: The findings., kind: ids}
view: table
at_least: 3
says: >-
  Of {rows:places} with a finding on support: during an investigation, failing in {during[failing]} and mixed in
  {during[mixed]} of the {during.filled} with a finding on that time; after it, failing in {after[failing]} and mixed
  in {after[mixed]} of {after.filled}; the others state no time, or another
says_if_none: No finding that we have read judges a kind of support in a place, on what was chosen
caution: >-
  An empty cell was not named in what we read. National findings are in no place's row, and a place that holds another
  place of the list is left out.
*/
MATCH (:Support)<-[due:OF_SUPPORT]-(finding:Finding)-[:IN_CASE]->(case:Case)-[:LOCATED_IN]->(area:Location)
WHERE finding.subject IN $subjects AND finding.outcome IN $judging AND case.kind IN $case_kinds AND NOT EXISTS {
  MATCH (area)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
}
WITH area, due.when AS when, collect(DISTINCT finding) AS findings
WITH area, findings, when, CASE
  WHEN none(finding IN findings WHERE finding:Failure) THEN 'adequate'
  WHEN all(finding IN findings WHERE finding.outcome = 'failing') THEN 'failing'
  ELSE 'mixed'
END AS state
WITH area, collect({when: when, state: state}) AS cells, collect(findings) AS groups
RETURN
  area.name AS place,
  [cell IN cells WHERE cell.when = 'before' | cell.state][0] AS before,
  [cell IN cells WHERE cell.when = 'during' | cell.state][0] AS during,
  [cell IN cells WHERE cell.when = 'after' | cell.state][0] AS after,
  [cell IN cells WHERE cell.when = 'not_stated' | cell.state][0] AS not_stated,
  COLLECT {
    UNWIND groups AS findings UNWIND findings AS finding WITH DISTINCT finding RETURN finding.id ORDER BY finding.id
  } AS findings
ORDER BY place, area.id
