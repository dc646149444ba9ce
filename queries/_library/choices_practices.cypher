// Practices in the order of their themes; of one theme, by its id or its number, where one is given.
MATCH (practice:Practice)-[:PART_OF_THEME]->(theme:Theme)
WHERE $theme IS NULL OR theme.id = $theme OR theme.number = $theme
RETURN practice.id AS value, practice.failure_name AS words ORDER BY theme.number, words, value
