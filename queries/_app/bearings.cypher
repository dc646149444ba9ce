// Where each of these nodes belongs: its themes, its places, the police forces that it is about, and for a
// recommendation the day on which its source was published. A finding, a recommendation and its progress reach
// their theme by the practice and their place by the case; an event and a source by what they concern or examine.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
CALL (node) {
  MATCH (node)-[:STATUS_OF*0..1]->()-[:MADE_IN|CONCERNS*0..1]->()-[:IN_CASE|CONCERNS|EXAMINES*0..1]->(case:Case)
  MATCH (case)-[:LOCATED_IN]->(place:Location)
  RETURN place.id AS place
  UNION
  MATCH (node)-[:TOOK_PLACE_IN|COVERS*0..1]->(place:Location)
  RETURN place.id AS place
  UNION
  RETURN null AS place
}
WITH node, collect(DISTINCT place) AS places
CALL (node) {
  MATCH (node)-[:ABOUT*0..1]->(force:Agency {kind: 'police_force'})
  RETURN force.id AS force
  UNION
  MATCH (node)-[:EXAMINES*0..1]->(:Case)<-[:INVOLVED_IN {role: 'examined'}]-(force:Agency {kind: 'police_force'})
  RETURN force.id AS force
  UNION
  MATCH (node)<-[:COVERS]-(force:Agency {kind: 'police_force'})
  RETURN force.id AS force
  UNION
  RETURN null AS force
}
WITH node, places, collect(DISTINCT force) AS forces
OPTIONAL MATCH (node)-[:MADE_IN]->(source:Source)
WITH node, places, forces, min(source.published) AS made
RETURN node.id AS id, places, forces, made, COLLECT {
  MATCH (node)-[:STATUS_OF|TARGETS|OF_PRACTICE|PART_OF_THEME*0..3]->(theme:Theme)
  RETURN DISTINCT theme.id
} AS themes
ORDER BY id
