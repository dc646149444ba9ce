// Bodies that a finding is about, by name.
MATCH (agency:Agency)<-[:ABOUT]-(:Finding)
RETURN DISTINCT agency.id AS value, agency.name AS words ORDER BY words, value
