// Neighbours of nodes that are not shown yet: of one kind or of all, in the order asked for, up to a maximum.
MATCH (node:Entity)--(other:Entity)
WHERE node.id IN $ids AND NOT other.id IN $ids AND NOT other.id IN $shown AND ($kind IS NULL OR $kind IN labels(other))
WITH other, count(DISTINCT node) AS joined
WITH other, joined,
     CASE $order WHEN 'newest' THEN coalesce(other.published, other.date, toString(other.from_year), '') ELSE '' END AS date,
     CASE $order WHEN 'connected' THEN COUNT { (other)--() } ELSE 0 END AS links
RETURN other ORDER BY date DESC, links DESC, joined DESC, other.name, other.id LIMIT $limit
