/*
title: What sources themselves say about variation
asks: Where does a source compare areas or parts of a force, and what does it conclude?
theme: 1
parameters:
  - {use: practice, meaning: "Kinds of variation, named by their failure.", kind: choices}
  - {use: subjects, default: null}
fixed: [theme]
columns:
  - {name: examination, meaning: The case that the finding is about., kind: text}
  - {name: practice, meaning: The practice., kind: text}
  - {name: outcome, meaning: What the source's words judge., kind: term, choices: Finding.outcome}
  - {name: summary, meaning: "The finding, in our words.", kind: text}
  - {name: bodies, meaning: Bodies that the sentence judges., kind: texts}
  - {name: sources, meaning: The sources that make it., kind: texts}
  - {name: published, meaning: When the earliest of them was published., kind: date}
  - {name: sources_held, meaning: Sources held that examine a case., kind: integer, shown: false}
  - {name: finding, meaning: The finding., kind: id}
view: table
at_least: 5
says: >-
  {sources.distinct} of the {sources_held.first:sources} held that examine a case compare areas or parts of a force:
  {rows:findings} in {examination.distinct:examinations}
says_if_none: No source that we have read compares areas or parts of a force, in findings on what was chosen
caution: >-
  A source that does not compare says nothing about variation. Most comparisons are of the areas that one source chose.
*/
MATCH (:Theme {number: $theme})<-[:PART_OF_THEME]-(topic:Practice)<-[:OF_PRACTICE]-(finding:Finding)
WHERE topic.id IN $practice AND finding.subject IN $subjects
MATCH (finding)-[:IN_CASE]->(case:Case)
RETURN
  case.name AS examination, topic.name AS practice, finding.outcome AS outcome, finding.summary AS summary,
  COLLECT { MATCH (finding)-[:ABOUT]->(body:Agency) RETURN DISTINCT body.name AS name ORDER BY name } AS bodies,
  COLLECT { MATCH (finding)-[:EVIDENCED_BY]->(source:Source) RETURN DISTINCT source.name AS name ORDER BY name } AS sources,
  COLLECT {
    MATCH (finding)-[:EVIDENCED_BY]->(source:Source) RETURN source.published AS date ORDER BY date LIMIT 1
  }[0] AS published,
  COUNT { MATCH (held:Source) WHERE EXISTS { (held)-[:EXAMINES]->(:Case) } } AS sources_held,
  finding.id AS finding
ORDER BY published, examination, finding
