/*
title: Findings about one body
asks: What was found about one force, council or other body, by whom, and what did it reply?
theme: null
parameters:
  - name: agency
    meaning: The body.
    kind: choice
    choices: _library/choices_agencies
  - {use: subjects, default: null}
fixed: []
columns:
  - {name: examination, meaning: The case that the finding is about., kind: text}
  - {name: practice, meaning: The practice., kind: text}
  - {name: outcome, meaning: What the source's words judge., kind: term, choices: Finding.outcome}
  - {name: part, meaning: The part that the sentence gives the body., kind: term, choices: ABOUT.part}
  - {name: from_year, meaning: First year of the conduct., kind: integer}
  - {name: to_year, meaning: Last year of the conduct., kind: integer}
  - {name: summary, meaning: "The finding, in our words.", kind: text}
  - {name: sources, meaning: The sources that make it., kind: texts}
  - {name: replies, meaning: What the body said in answer., kind: texts}
  - {name: replies_sought, meaning: Whether a reply to one of the sources was looked for., kind: boolean}
  - {name: practices_held, meaning: Practices in the codebook., kind: integer, shown: false}
  - {name: finding, meaning: The finding., kind: id}
  - {name: claims, meaning: The replies., kind: ids}
view: table
at_least: 1
says: >-
  {given.agency}: {finding.distinct:findings} in {examination.distinct:examinations}, on {practice.distinct} of the
  {practices_held.first:practices} in the codebook; a reply of its own stands beside {replies.filled}, and was looked for
  beside {replies_sought.filled}
says_if_none: "{given.agency}: no finding that we have read judges it, on what was chosen"
caution: Not for comparing bodies. What was published and read decides how many findings a body has.
*/
MATCH (agency:Agency {id: $agency})<-[about:ABOUT]-(found:Finding) WHERE found.subject IN $subjects
MATCH (found)-[:OF_PRACTICE]->(topic:Practice)
MATCH (found)-[:IN_CASE]->(case:Case)
RETURN
  case.name AS examination, topic.name AS practice, found.outcome AS outcome, about.part AS part,
  found.conduct_from AS from_year, found.conduct_to AS to_year, found.summary AS summary,
  COLLECT { MATCH (found)-[:EVIDENCED_BY]->(source:Source) RETURN DISTINCT source.name AS name ORDER BY name } AS sources,
  COLLECT { MATCH (found)<-[:ANSWERS]-(claim:Claim)-[:MADE_BY]->(agency) RETURN claim.text ORDER BY claim.id } AS replies,
  EXISTS { MATCH (found)-[:EVIDENCED_BY]->(source:Source) WHERE source.replies_sought_on IS NOT NULL } AS replies_sought,
  COUNT { MATCH (:Practice) } AS practices_held,
  found.id AS finding,
  COLLECT { MATCH (found)<-[:ANSWERS]-(claim:Claim)-[:MADE_BY]->(agency) RETURN claim.id ORDER BY claim.id } AS claims
ORDER BY from_year, examination, practice, finding, part
