// Where each of these findings stands: its outcome, its years, and for each citation the source and where it was seen.
UNWIND $ids AS id
MATCH (finding:Finding {id: id})-[citation:EVIDENCED_BY]->(source:Source)
RETURN DISTINCT
  finding.id AS finding, finding.outcome AS outcome, source.id AS source, source.name AS source_name,
  source.kind AS source_kind, citation.seen_in AS seen_in
ORDER BY finding, source, seen_in
