// The theme of each practice, by ids.
MATCH (practice:Practice)-[:PART_OF_THEME]->(theme:Theme)
RETURN practice.id AS practice, theme.id AS theme ORDER BY practice
