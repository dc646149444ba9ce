// Programmes with the inspection of a police force, those with most inspections first.
MATCH (programme:Programme)
WITH programme, COUNT {
  MATCH (programme)<-[:UNDER_PROGRAMME]-(:Case)<-[:INVOLVED_IN {role: 'examined'}]-(:Agency {kind: 'police_force'})
} AS inspections
RETURN programme.id AS value, programme.name AS words ORDER BY inspections DESC, words, value
