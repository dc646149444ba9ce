// What the dossier of a place rests on, at its own level: its cases with their findings, the sources that examine
// them or make the findings, and what the sources that examine them recommended.
MATCH (place:Location {id: $id})
RETURN
  COLLECT { MATCH (place)<-[:LOCATED_IN]-(:Case)<-[:IN_CASE]-(finding:Finding) RETURN DISTINCT finding.id } AS findings,
  COLLECT { MATCH (place)<-[:LOCATED_IN]-(case:Case) RETURN DISTINCT case.id } AS cases,
  COLLECT {
    MATCH (place)<-[:LOCATED_IN]-(:Case)<-[:EXAMINES]-(source:Source) RETURN source.id AS id
    UNION
    MATCH (place)<-[:LOCATED_IN]-(:Case)<-[:IN_CASE]-(:Finding)-[:EVIDENCED_BY]->(source:Source) RETURN source.id AS id
  } AS sources,
  COLLECT {
    MATCH (place)<-[:LOCATED_IN]-(:Case)<-[:EXAMINES]-(:Source)<-[:MADE_IN]-(recommendation:Recommendation)
    RETURN DISTINCT recommendation.id
  } AS recommendations
