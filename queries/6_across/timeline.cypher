/*
title: Timeline of public steps
asks: When were inquiries announced, reports published and reviews commissioned?
theme: null
parameters:
  - {name: from_year, meaning: First year; empty for the earliest., kind: integer}
  - {name: to_year, meaning: Last year; empty for the latest., kind: integer}
fixed: []
columns:
  - {name: date, meaning: When it took place., kind: date}
  - {name: precision, meaning: How exactly the date is known., kind: term, choices: Event.precision}
  - {name: event, meaning: What took place., kind: text}
  - {name: concerns, meaning: "Cases, bodies and sources that it is about.", kind: texts}
  - {name: places, meaning: Where it took place., kind: texts}
  - {name: sources, meaning: Sources that report it., kind: texts}
  - {name: events_held, meaning: Events held in all., kind: integer, shown: false}
  - {name: id, meaning: The event., kind: id}
view: timeline
at_least: 15
says: "In the years chosen, {rows} of the {events_held.first:events} held, from {date.first} to {date.last}"
says_if_none: No event held falls in the years chosen
caution: The events are those that the sources we have read report; others took place.
*/
MATCH (step:Event)
WHERE ($from_year IS NULL OR toInteger(left(step.date, 4)) >= $from_year)
  AND ($to_year IS NULL OR toInteger(left(step.date, 4)) <= $to_year)
RETURN
  step.date AS date, step.precision AS precision, step.name AS event,
  COLLECT { MATCH (step)-[:CONCERNS]->(about:Entity) RETURN DISTINCT about.name AS name ORDER BY name } AS concerns,
  COLLECT { MATCH (step)-[:TOOK_PLACE_IN]->(place:Location) RETURN DISTINCT place.name AS name ORDER BY name } AS places,
  COLLECT { MATCH (step)-[:REPORTED_IN]->(source:Source) RETURN DISTINCT source.name AS name ORDER BY name } AS sources,
  COUNT { MATCH (:Event) } AS events_held,
  step.id AS id
ORDER BY date, event, id
