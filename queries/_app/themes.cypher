// The five themes in their order.
MATCH (theme:Theme) RETURN theme ORDER BY theme.number, theme.id
