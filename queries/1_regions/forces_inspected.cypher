/*
title: Which forces were inspected, and what was read of it
asks: For which police forces does the graph hold an inspection, and in which rounds?
theme: 1
parameters: [programme, again]
columns:
  - {name: force, meaning: The police force., kind: text}
  - {name: inspections, meaning: Its inspections held under the programme., kind: integer}
  - {name: rounds, meaning: Their rounds., kind: terms, choices: UNDER_PROGRAMME.round}
  - {name: first_year, meaning: Year of the first., kind: integer}
  - {name: last_year, meaning: Year of the last., kind: integer}
  - {name: findings, meaning: Findings read from them., kind: integer}
  - {name: revisited, meaning: Whether a return visit is held., kind: boolean}
  - {name: extents, meaning: How much of their reports was read., kind: terms, choices: Source.extent_read}
  - {name: cases, meaning: The inspections., kind: ids}
view: table
at_least: 40
says: >-
  {given.programme}: an inspection is held of {inspections.filled} of the {rows:police forces}, with findings read from
  it in {findings.filled}; a return visit to {revisited.filled}
says_if_none: The graph holds no police force
caution: A force without an inspection here may have been inspected all the same; what we hold decides this list.
*/
MATCH (police:Agency {kind: 'police_force'}) WHERE NOT EXISTS { (police)-[:SUCCEEDED_BY]->() }
OPTIONAL MATCH (police)-[:INVOLVED_IN {role: 'examined'}]->(case:Case)-[visit:UNDER_PROGRAMME]->(:Programme {id: $programme})
WITH police, case, visit ORDER BY case.to_year, case.id
WITH police, collect(DISTINCT case) AS cases, collect(DISTINCT visit.round) AS rounds,
  min(case.to_year) AS first_year, max(case.to_year) AS last_year
RETURN
  police.name AS force, size(cases) AS inspections, rounds, first_year, last_year,
  COUNT { UNWIND cases AS case MATCH (case)<-[:IN_CASE]-(finding:Finding)-[:ABOUT]->(police) RETURN DISTINCT finding }
    AS findings,
  any(round IN rounds WHERE round IN $again) AS revisited,
  COLLECT {
    UNWIND cases AS case MATCH (case)<-[:EXAMINES]-(source:Source)
    RETURN DISTINCT source.extent_read AS extent ORDER BY extent
  } AS extents,
  [case IN cases | case.id] AS cases
ORDER BY force, police.id
