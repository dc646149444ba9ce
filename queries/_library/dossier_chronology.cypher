// What is dated around a dossier: the first year of the period that a case examines, sources as they were published,
// public steps that concern it or its cases, and statements of what became of its recommendations.
CALL () {
  UNWIND $cases AS id MATCH (node:Case {id: id}) WHERE node.from_year IS NOT NULL
  RETURN toString(node.from_year) AS date, node
  UNION
  UNWIND $sources AS id MATCH (node:Source {id: id}) WHERE node.published IS NOT NULL
  RETURN node.published AS date, node
  UNION
  UNWIND [$id] + $cases AS id MATCH (:Entity {id: id})<-[:CONCERNS|TOOK_PLACE_IN]-(node:Event)
  RETURN node.date AS date, node
  UNION
  UNWIND $recommendations AS id MATCH (:Recommendation {id: id})<-[:STATUS_OF]-(node:Progress)
  RETURN node.date AS date, node
}
RETURN DISTINCT date, node ORDER BY date, node.id
