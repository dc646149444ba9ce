// The nodes of these ids, in the order of the ids.
UNWIND range(0, size($ids) - 1) AS place
MATCH (node:Entity {id: $ids[place]})
RETURN node ORDER BY place
