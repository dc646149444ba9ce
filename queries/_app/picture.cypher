// A picture of Explore: these nodes, and every link among them.
MATCH (node:Entity) WHERE node.id IN $ids
OPTIONAL MATCH (node)-[link]->(other:Entity) WHERE other.id IN $ids
RETURN node, link, other
ORDER BY node.id, link.id
