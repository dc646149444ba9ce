// Full-text search: hits grouped by kind with counts. A name that holds the text comes before other hits, for the
// kinds as for the nodes of a kind.
CALL db.index.fulltext.queryNodes($index, $words) YIELD node, score
WITH node, score, toLower(node.name) CONTAINS $text AS named, [label IN labels(node) WHERE label IN $kinds][0] AS kind
WHERE kind IS NOT NULL
WITH kind, node, score, named ORDER BY named DESC, score DESC, node.name, node.id
WITH kind, count(*) AS hits, collect(node)[..$limit] AS nodes, true IN collect(named) AS named, max(score) AS score
RETURN kind, hits, nodes ORDER BY named DESC, score DESC, kind
