// What a map can be about: the themes in their order, then the practices in that of their themes.
MATCH (topic:Theme|Practice)
OPTIONAL MATCH (topic)-[:PART_OF_THEME]->(theme:Theme)
RETURN topic ORDER BY theme IS NOT NULL, coalesce(topic.number, theme.number), topic.name, topic.id
