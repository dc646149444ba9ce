// What the dossier of a source rests on: the findings that it makes, the cases that it examines or that they are
// about, and what it recommended.
MATCH (source:Source {id: $id})
RETURN
  COLLECT { MATCH (source)<-[:EVIDENCED_BY]-(finding:Finding) RETURN DISTINCT finding.id } AS findings,
  COLLECT {
    MATCH (source)-[:EXAMINES]->(case:Case) RETURN case.id AS id
    UNION
    MATCH (source)<-[:EVIDENCED_BY]-(:Finding)-[:IN_CASE]->(case:Case) RETURN case.id AS id
  } AS cases,
  [source.id] AS sources,
  COLLECT { MATCH (source)<-[:MADE_IN]-(recommendation:Recommendation) RETURN DISTINCT recommendation.id }
    AS recommendations
