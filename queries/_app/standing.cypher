// What records rest on, and for what is no record the findings around it: how many, and in which sources.
UNWIND $ids AS id
MATCH (asked:Entity {id: id})
CALL (asked) {
  MATCH (asked)-[citation]->(source:Source) WHERE citation.locator IS NOT NULL
  RETURN asked AS record, source, citation
  UNION
  MATCH (asked)<-[:ABOUT|IN_CASE|OF_PRACTICE|AT_STAGE|MET_SIGN|OF_SUPPORT]-(record:Finding)-[citation:EVIDENCED_BY]->(source:Source)
  RETURN record, source, citation
}
RETURN DISTINCT record.id AS record, source.id AS source, source.kind AS kind, citation.seen_in AS seen_in
ORDER BY record, source, seen_in
