// Every source with the number of records that cite it, findings told apart.
MATCH (source:Source)
RETURN source.id AS id, source.name AS name, source.kind AS kind, source.published AS published,
  source.extent_read AS extent_read,
  COUNT { (source)<-[:EVIDENCED_BY]-(:Finding) } AS findings,
  COUNT { MATCH (source)<-[citation]-() WHERE citation.locator IS NOT NULL } AS citations
ORDER BY name, id
