/*
title: Findings in one place
asks: What was found in one place, by whom, about whom, and what was not looked at?
theme: null
parameters:
  - name: place
    meaning: The place.
    kind: choice
    choices: _library/choices_places
  - {use: subjects, default: null}
fixed: [bases, judging]
columns:
  - {name: theme, meaning: The theme., kind: text}
  - {name: practice, meaning: The practice., kind: text}
  - {name: outcome, meaning: What the source's words judge; empty where no finding on the practice was read., kind: term, choices: Finding.outcome}
  - {name: summary, meaning: "The finding, in our words.", kind: text}
  - {name: bodies, meaning: Bodies that the sentence judges., kind: texts}
  - {name: from_year, meaning: First year of the conduct., kind: integer}
  - {name: to_year, meaning: Last year of the conduct., kind: integer}
  - {name: sources, meaning: The sources that make it., kind: texts}
  - {name: in_scope, meaning: The practice again where a stated scope covers it in this place., kind: text, shown: false}
  - {name: judged, meaning: The practice again where a finding says more than that it was there., kind: text, shown: false}
  - {name: finding, meaning: The finding., kind: id}
view: table
at_least: 28
says: >-
  {given.place}: {finding.distinct:findings}; of {practice.distinct:practices} in the codebook, judged:
  {judged.distinct}; named in a stated scope: {in_scope.distinct}
says_if_none: The codebook holds no practice
caution: >-
  A row without a finding is no answer about the practice. Findings on wider places and on the country are not passed
  down to this one.
*/
MATCH (topic:Practice)-[:PART_OF_THEME]->(area:Theme)
WITH topic, area, EXISTS {
  MATCH (:Location {id: $place})<-[:LOCATED_IN]-(case:Case)<-[:EXTENDS_TO]-(scope:Scope)-[:EXTENDS_TO]->(topic)
  WHERE scope.basis IN $bases
} AS covered
OPTIONAL MATCH (topic)<-[:OF_PRACTICE]-(found:Finding)-[:IN_CASE]->(:Case)-[:LOCATED_IN]->(:Location {id: $place})
WHERE found.subject IN $subjects
WITH DISTINCT topic, area, covered, found
RETURN
  area.name AS theme, topic.name AS practice, found.outcome AS outcome, found.summary AS summary,
  COLLECT { MATCH (found)-[:ABOUT]->(body:Agency) RETURN DISTINCT body.name AS name ORDER BY name } AS bodies,
  found.conduct_from AS from_year, found.conduct_to AS to_year,
  COLLECT { MATCH (found)-[:EVIDENCED_BY]->(source:Source) RETURN DISTINCT source.name AS name ORDER BY name } AS sources,
  CASE WHEN covered THEN topic.name END AS in_scope,
  CASE WHEN found.outcome IN $judging THEN topic.name END AS judged,
  found.id AS finding
ORDER BY finding IS NULL, area.number, practice, from_year, finding, topic.id
