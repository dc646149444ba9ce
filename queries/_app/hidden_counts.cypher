// How many neighbours of each node are not shown.
UNWIND $ids AS id
MATCH (node:Entity {id: id})--(other:Entity) WHERE NOT other.id IN $ids
RETURN node.id AS id, count(DISTINCT other) AS hidden ORDER BY id
