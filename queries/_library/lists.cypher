// The codebook's closed lists by id: stages in their order, signs and kinds of support by name.
MATCH (node:Stage|Sign|Support)
RETURN labels(node) AS labels, node.id AS id, node.name AS name, node.path AS path, node.order AS place
ORDER BY place, name, id
