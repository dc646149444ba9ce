// Full-text search: hits grouped by kind with counts. A name that is the text comes before one that begins with it,
// that before one that holds it, and that before other hits; the more of the name the text is, the better it fits.
CALL db.index.fulltext.queryNodes($index, $words) YIELD node, score
WITH node, score, toLower(node.name) AS name, [label IN labels(node) WHERE label IN $kinds][0] AS kind
WHERE kind IS NOT NULL
WITH kind, node, score,
  CASE WHEN name STARTS WITH $text THEN 2 WHEN name CONTAINS $text THEN 1 ELSE 0 END
    + toFloat(size($text)) / (1 + size(name)) AS fit
ORDER BY fit DESC, score DESC, node.name, node.id
WITH kind, count(*) AS hits, collect(node)[..$limit] AS nodes, max(fit) AS fit, max(score) AS score
RETURN kind, hits, nodes ORDER BY fit DESC, score DESC, kind
