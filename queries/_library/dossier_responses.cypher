// Publications that respond to these sources, with who published them.
UNWIND $sources AS id
MATCH (answered:Source {id: id})<-[:RESPONDS_TO]-(response:Source)
RETURN response, answered,
  COLLECT { MATCH (response)-[:PUBLISHED_BY]->(body:Agency) RETURN body ORDER BY body.name, body.id } AS bodies
ORDER BY response.published, response.name, response.id, answered.id
