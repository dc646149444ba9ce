// What was recommended to an agency, or by the sources on a place's cases, and the last status that was stated.
MATCH (unit:Location|Agency {id: $id})
CALL (unit) {
  MATCH (unit)<-[:ADDRESSED_TO]-(recommendation:Recommendation)
  RETURN recommendation
  UNION
  MATCH (unit)<-[:LOCATED_IN]-(case:Case)<-[:EXAMINES]-(:Source)<-[:MADE_IN]-(recommendation:Recommendation)
  WHERE case.kind IN $case_kinds
  RETURN recommendation
}
WITH DISTINCT recommendation
RETURN
  recommendation.id AS id, recommendation.text AS text,
  COLLECT { MATCH (recommendation)-[:TARGETS]->(practice:Practice) RETURN practice.id AS id ORDER BY id } AS practices,
  COLLECT { MATCH (recommendation)-[:MADE_IN]->(source:Source) RETURN DISTINCT source.name AS name ORDER BY name }
    AS sources,
  COLLECT {
    MATCH (progress:Progress)-[:STATUS_OF]->(recommendation)
    RETURN progress.status AS status ORDER BY progress.date DESC, progress.id LIMIT 1
  }[0] AS status
ORDER BY id
