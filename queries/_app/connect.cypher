// The shortest ways between two nodes, along links of these types whichever way they point: no more than so many are
// looked at, so that two nodes in the thick of the graph do not take for ever.
MATCH (start:Entity {id: $start}), (end:Entity {id: $end})
MATCH path = ALL SHORTEST (start)(()-[link WHERE type(link) IN $types]-(:Entity)){1,8}(end)
WITH path LIMIT $most
WITH path ORDER BY [node IN nodes(path) | node.id], [link IN relationships(path) | link.id]
WITH collect(path) AS paths
RETURN size(paths) AS found, paths[..$limit] AS paths
