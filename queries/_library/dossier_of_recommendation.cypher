// What the dossier of a recommendation rests on: what its sources found about the practices that it would mend, the
// cases of these findings, and the recommendations that it repeats or that repeat it.
MATCH (recommendation:Recommendation {id: $id})
RETURN
  COLLECT {
    MATCH (recommendation)-[:TARGETS]->(:Practice)<-[:OF_PRACTICE]-(finding:Finding)-[:EVIDENCED_BY]->(source:Source)
    WHERE EXISTS { (recommendation)-[:MADE_IN]->(source) } RETURN DISTINCT finding.id
  } AS findings,
  COLLECT {
    MATCH (recommendation)-[:MADE_IN]->(source:Source)<-[:EVIDENCED_BY]-(finding:Finding)-[:IN_CASE]->(case:Case)
    WHERE EXISTS { (recommendation)-[:TARGETS]->(:Practice)<-[:OF_PRACTICE]-(finding) } RETURN DISTINCT case.id
  } AS cases,
  COLLECT { MATCH (recommendation)-[:MADE_IN]->(source:Source) RETURN DISTINCT source.id } AS sources,
  [recommendation.id] AS recommendations
