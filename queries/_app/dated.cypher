// Everything whose time a timeline tells: what was found, published, asked and done.
MATCH (node:Entity)
WHERE any(label IN labels(node) WHERE label IN $kinds)
RETURN node ORDER BY node.id
