// Places of a local episode or an operation.
MATCH (place:Location)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
RETURN DISTINCT place.id AS value, place.name AS words ORDER BY words, value
