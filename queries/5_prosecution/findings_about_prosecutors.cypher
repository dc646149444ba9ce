/*
title: Findings about prosecutors, or another kind of body
asks: What was found about prosecution services and their work with the police?
theme: 5
parameters:
  - name: kind
    meaning: The kind of body.
    kind: choice
    choices: Agency.kind
    default: prosecution
  - {use: subjects, default: null}
fixed: []
columns:
  - {name: body, meaning: The body., kind: text}
  - {name: examination, meaning: The case that the finding is about., kind: text}
  - {name: practice, meaning: The practice., kind: text}
  - {name: outcome, meaning: What the source's words judge., kind: term, choices: Finding.outcome}
  - {name: part, meaning: The part that the sentence gives the body., kind: term, choices: ABOUT.part}
  - {name: summary, meaning: "The finding, in our words.", kind: text}
  - {name: beside, meaning: Other bodies that the sentence judges., kind: texts}
  - {name: sources, meaning: The sources that make it., kind: texts}
  - {name: published, meaning: When the earliest of them was published., kind: date}
  - {name: bodies_held, meaning: Bodies of this kind that the graph holds., kind: integer, shown: false}
  - {name: examinations_held, meaning: Cases with any finding., kind: integer, shown: false}
  - {name: finding, meaning: The finding., kind: id}
view: table
at_least: 1
says: >-
  {given.kind}: {finding.distinct:findings} about {body.distinct} of the {bodies_held.first:bodies} of this kind held, in
  {examination.distinct} of the {examinations_held.first:examinations} with a finding
says_if_none: "{given.kind}: no finding that we have read judges a body of this kind, on what was chosen"
caution: A finding stands here only where its sentence judges the body. Other examinations may not have asked about it.
*/
MATCH (agency:Agency {kind: $kind})<-[about:ABOUT]-(found:Finding) WHERE found.subject IN $subjects
MATCH (found)-[:OF_PRACTICE]->(topic:Practice)
MATCH (found)-[:IN_CASE]->(case:Case)
RETURN
  agency.name AS body, case.name AS examination, topic.name AS practice, found.outcome AS outcome, about.part AS part,
  found.summary AS summary,
  COLLECT {
    MATCH (found)-[:ABOUT]->(other:Agency) WHERE other <> agency RETURN DISTINCT other.name AS name ORDER BY name
  } AS beside,
  COLLECT { MATCH (found)-[:EVIDENCED_BY]->(source:Source) RETURN DISTINCT source.name AS name ORDER BY name } AS sources,
  COLLECT {
    MATCH (found)-[:EVIDENCED_BY]->(source:Source) RETURN source.published AS date ORDER BY date LIMIT 1
  }[0] AS published,
  COUNT { MATCH (other:Agency {kind: $kind}) } AS bodies_held,
  COUNT { MATCH (any:Case) WHERE EXISTS { (any)<-[:IN_CASE]-(:Finding) } } AS examinations_held,
  found.id AS finding
ORDER BY body, published, finding, part
