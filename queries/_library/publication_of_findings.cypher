// The year in which each of these findings was first published; null where no source of it is dated.
UNWIND $ids AS id
MATCH (finding:Finding {id: id})-[:EVIDENCED_BY]->(source:Source)
RETURN finding.id AS finding, finding.outcome AS outcome, min(toInteger(left(source.published, 4))) AS year
ORDER BY finding
