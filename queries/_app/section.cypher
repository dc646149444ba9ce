// The links of one type that a node has one way, with the nodes at their other ends.
MATCH (node:Entity {id: $id})-[link]-(other:Entity)
WHERE type(link) = $type AND (startNode(link) = node) = $outward
RETURN link, other ORDER BY other.name, other.id, link.id SKIP $skip LIMIT $limit
