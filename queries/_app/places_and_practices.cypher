// The places and the practices of a picture: those that are in it, and those of its bodies, cases, findings and themes.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
CALL (node) {
  WITH node WHERE node:Location OR node:Practice
  RETURN node AS topic
  UNION
  MATCH (node)-[:IN_CASE*0..1]->(:Case)-[:LOCATED_IN]->(topic:Location) RETURN topic
  UNION
  MATCH (node:Agency)-[:COVERS]->(topic:Location) RETURN topic
  UNION
  MATCH (node)-[:OF_PRACTICE|TARGETS]->(topic:Practice) RETURN topic
  UNION
  MATCH (node:Theme)<-[:PART_OF_THEME]-(topic:Practice) RETURN topic
}
RETURN DISTINCT topic.id AS id, topic:Location AS is_place ORDER BY id
