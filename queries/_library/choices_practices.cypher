// Practices in the order of their themes.
MATCH (practice:Practice)-[:PART_OF_THEME]->(theme:Theme)
RETURN practice.id AS value, practice.failure_name AS words ORDER BY theme.number, words, value
