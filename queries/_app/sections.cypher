// How many links of each type a node has, each way.
MATCH (node:Entity {id: $id})-[link]-(:Entity)
RETURN type(link) AS type, startNode(link) = node AS outward, count(link) AS links
ORDER BY type, outward DESC
