// Nodes of these kinds with their names, to choose from.
MATCH (node:Entity) WHERE any(label IN labels(node) WHERE label IN $kinds)
RETURN node.id AS id, node.name AS name ORDER BY name, id
