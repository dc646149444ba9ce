// The findings whose pages were last read longest ago: the weightiest words first where days are equal.
MATCH (finding:Finding)-[cited:EVIDENCED_BY]->(source:Source)
WITH finding, max(cited.accessed) AS last_read, max(cited.weight) AS weight, min(source.name) AS source
RETURN finding.id AS id, finding.name AS name, source, last_read
ORDER BY last_read, weight DESC, id LIMIT $most
