/*
title: Exchanges between bodies, where a source names both ends
asks: Who did not tell whom, and who did?
theme: 2
parameters:
  - {use: subjects, default: null}
fixed: []
columns:
  - {name: sender, meaning: The body at the sending end., kind: text}
  - {name: receiver, meaning: The body at the receiving end., kind: text}
  - {name: practices, meaning: What the findings are about., kind: texts}
  - {name: examinations, meaning: The cases of the findings., kind: texts}
  - {name: outcomes, meaning: What the sources judge., kind: terms, choices: Finding.outcome}
  - {name: findings_held, meaning: "Findings held on these subjects, with or without both ends.", kind: integer, shown: false}
  - {name: ends, meaning: The two bodies., kind: ids}
  - {name: findings, meaning: The findings about the exchange., kind: ids}
view: graph
at_least: 2
says: >-
  A source names both ends of an exchange in {findings.distinct} of the {findings_held.first:findings} held on what was
  chosen: {rows:pairs of a sender and a receiver}, in {examinations.distinct:examinations}
says_if_none: No finding that we have read names both ends of an exchange, on what was chosen
caution: An exchange is drawn only where a sentence names both bodies; most findings name one or none.
*/
MATCH (sender:Agency)<-[:FROM_AGENCY]-(finding:Finding)-[:TO_AGENCY]->(receiver:Agency)
WHERE finding.subject IN $subjects
WITH sender, receiver, collect(DISTINCT finding) AS findings
RETURN
  sender.name AS sender, receiver.name AS receiver,
  COLLECT {
    UNWIND findings AS finding MATCH (finding)-[:OF_PRACTICE]->(practice:Practice)
    RETURN DISTINCT practice.name AS name ORDER BY name
  } AS practices,
  COLLECT {
    UNWIND findings AS finding MATCH (finding)-[:IN_CASE]->(case:Case) RETURN DISTINCT case.name AS name ORDER BY name
  } AS examinations,
  COLLECT { UNWIND findings AS finding RETURN DISTINCT finding.outcome AS outcome ORDER BY outcome } AS outcomes,
  COUNT { MATCH (held:Finding) WHERE held.subject IN $subjects } AS findings_held,
  [sender.id, receiver.id] AS ends,
  COLLECT { UNWIND findings AS finding RETURN finding.id ORDER BY finding.id } AS findings
ORDER BY sender, receiver, ends
