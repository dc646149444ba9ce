// What the dossier of an agency rests on: findings that judge it, the cases in which it was examined or they were
// made, the sources that make them or examine these cases, and what it was asked.
MATCH (agency:Agency {id: $id})
RETURN
  COLLECT { MATCH (agency)<-[:ABOUT]-(finding:Finding) RETURN DISTINCT finding.id } AS findings,
  COLLECT {
    MATCH (agency)-[:INVOLVED_IN {role: 'examined'}]->(case:Case) RETURN case.id AS id
    UNION
    MATCH (agency)<-[:ABOUT]-(:Finding)-[:IN_CASE]->(case:Case) RETURN case.id AS id
  } AS cases,
  COLLECT {
    MATCH (agency)<-[:ABOUT]-(:Finding)-[:EVIDENCED_BY]->(source:Source) RETURN source.id AS id
    UNION
    MATCH (agency)-[:INVOLVED_IN {role: 'examined'}]->(:Case)<-[:EXAMINES]-(source:Source) RETURN source.id AS id
  } AS sources,
  COLLECT { MATCH (agency)<-[:ADDRESSED_TO]-(asked:Recommendation) RETURN DISTINCT asked.id } AS recommendations
