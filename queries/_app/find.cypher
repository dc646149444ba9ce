// Full-text search: hits grouped by kind with counts; a name that holds the text comes before other hits.
CALL db.index.fulltext.queryNodes($index, $words) YIELD node, score
WITH node, score, [label IN labels(node) WHERE label IN $kinds][0] AS kind
WHERE kind IS NOT NULL
WITH kind, node ORDER BY toLower(node.name) CONTAINS $text DESC, score DESC, node.name, node.id
RETURN kind, count(*) AS hits, collect(node)[..$limit] AS nodes
ORDER BY kind
