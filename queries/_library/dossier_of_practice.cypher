// What the dossier of a practice rests on: the findings that judge or describe it, their cases and sources, and the
// recommendations that would mend it.
MATCH (practice:Practice {id: $id})
RETURN
  COLLECT { MATCH (practice)<-[:OF_PRACTICE]-(finding:Finding) RETURN DISTINCT finding.id } AS findings,
  COLLECT { MATCH (practice)<-[:OF_PRACTICE]-(:Finding)-[:IN_CASE]->(case:Case) RETURN DISTINCT case.id } AS cases,
  COLLECT { MATCH (practice)<-[:OF_PRACTICE]-(:Finding)-[:EVIDENCED_BY]->(source:Source) RETURN DISTINCT source.id }
    AS sources,
  COLLECT { MATCH (practice)<-[:TARGETS]-(asked:Recommendation) RETURN DISTINCT asked.id } AS recommendations
