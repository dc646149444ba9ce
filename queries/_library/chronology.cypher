// What happened around a place or an agency, dated: public steps that concern it, sources on its cases as they were
// published, and the periods that its cases examined. Of a case only a year is known.
MATCH (unit:Location|Agency {id: $id})
CALL (unit) {
  MATCH (unit)<-[:TOOK_PLACE_IN|CONCERNS]-(event:Event)
  RETURN event.date AS date, event.id AS id, event.name AS name, 'Event' AS kind
  UNION
  MATCH (unit)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
  MATCH (case)<-[:EXAMINES]-(source:Source) WHERE source.published IS NOT NULL
  RETURN source.published AS date, source.id AS id, source.name AS name, 'Source' AS kind
  UNION
  MATCH (unit)<-[:LOCATED_IN]-(case:Case)<-[:CONCERNS]-(event:Event) WHERE case.kind IN $case_kinds
  RETURN event.date AS date, event.id AS id, event.name AS name, 'Event' AS kind
  UNION
  MATCH (unit)-[:INVOLVED_IN {role: 'examined'}]->(:Case)<-[:EXAMINES]-(source:Source)
  WHERE source.published IS NOT NULL
  RETURN source.published AS date, source.id AS id, source.name AS name, 'Source' AS kind
  UNION
  MATCH (unit)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds AND case.from_year IS NOT NULL
  RETURN toString(case.from_year) AS date, case.id AS id, case.name AS name, 'Case' AS kind
}
RETURN DISTINCT date, id, name, kind
ORDER BY date, kind, name, id
