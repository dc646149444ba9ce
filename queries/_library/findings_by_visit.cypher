// Findings of a programme's inspections, visit by visit: force, practice, round, year, and who inspected.
MATCH (:Programme {id: $programme})<-[visit:UNDER_PROGRAMME]-(case:Case)<-[:IN_CASE]-(finding:Finding)
WHERE finding.subject IN $subjects AND finding.outcome IN $judging
MATCH (finding)-[:ABOUT]->(force:Agency {kind: 'police_force'})
MATCH (finding)-[:OF_PRACTICE]->(practice:Practice)
RETURN DISTINCT
  force.id AS force_id, force.name AS force, practice.id AS practice_id, practice.name AS practice,
  visit.round AS round, case.id AS case_id, coalesce(case.to_year, case.from_year) AS year,
  finding.id AS finding, finding.outcome AS outcome,
  COLLECT {
    MATCH (inspector:Agency)-[:INVOLVED_IN {role: 'examiner'}]->(case) RETURN inspector.name AS name ORDER BY name
  } AS inspectors
ORDER BY force, force_id, practice, practice_id, year, case_id, finding
