// The places and the practices that a picture is about: those in it, the places of its cases and bodies, and the
// practices of its themes. A finding stands for neither, or only what was found would be asked for.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
CALL (node) {
  WITH node WHERE node:Location OR node:Practice
  RETURN node AS topic
  UNION
  MATCH (node:Case)-[:LOCATED_IN]->(topic:Location) RETURN topic
  UNION
  MATCH (node:Agency)-[:COVERS]->(topic:Location) RETURN topic
  UNION
  MATCH (node:Theme)<-[:PART_OF_THEME]-(topic:Practice) RETURN topic
}
RETURN DISTINCT topic.id AS id, topic:Location AS is_place ORDER BY id
