// What was found about each practice in each case of these kinds, read in such pages, and the wider cases that it is
// part of. One row for each case and practice with a finding that judges.
MATCH (case:Case)<-[:IN_CASE]-(finding:Finding)-[:OF_PRACTICE]->(practice:Practice)
WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
  AND EXISTS { (finding)-[cited:EVIDENCED_BY]->() WHERE cited.seen_in IN $seen_in }
WITH case, practice, finding ORDER BY finding.id
WITH case, practice, collect(finding) AS findings
RETURN
  case.id AS case_id, case.name AS case_name, practice.id AS practice_id, practice.name AS practice,
  [finding IN findings | finding.outcome] AS outcomes, [finding IN findings | finding.id] AS findings,
  COLLECT { MATCH (case)-[:PART_OF*1..]->(wider:Case) RETURN DISTINCT wider.id } AS wider
ORDER BY case_id, practice_id
