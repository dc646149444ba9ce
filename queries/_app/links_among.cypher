// Every link whose two ends are among these nodes.
UNWIND $ids AS id
MATCH (start:Entity {id: id})-[link]->(end:Entity)
WHERE end.id IN $ids
RETURN DISTINCT link ORDER BY link.id
