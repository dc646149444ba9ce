// Kinds of support.
MATCH (support:Support) RETURN support.id AS value, support.name AS words ORDER BY words, value
