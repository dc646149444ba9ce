// What the dossier of a case rests on: its findings, the sources that examine it or make them, and what the sources
// that examine it recommended.
MATCH (case:Case {id: $id})
RETURN
  COLLECT { MATCH (case)<-[:IN_CASE]-(finding:Finding) RETURN finding.id } AS findings,
  [case.id] AS cases,
  COLLECT {
    MATCH (case)<-[:EXAMINES]-(source:Source) RETURN source.id AS id
    UNION
    MATCH (case)<-[:IN_CASE]-(:Finding)-[:EVIDENCED_BY]->(source:Source) RETURN source.id AS id
  } AS sources,
  COLLECT {
    MATCH (case)<-[:EXAMINES]-(:Source)<-[:MADE_IN]-(recommendation:Recommendation)
    RETURN DISTINCT recommendation.id
  } AS recommendations
