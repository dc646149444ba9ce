// The five themes.
MATCH (theme:Theme) RETURN theme.id AS value, theme.name AS words ORDER BY theme.number, value
