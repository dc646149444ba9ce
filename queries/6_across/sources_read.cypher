/*
title: Sources, and how much of them was read
asks: Which documents does the graph rest on, and what of them has not been read?
theme: null
parameters:
  - name: kinds
    meaning: Kinds of document.
    kind: choices
    choices: Source.kind
fixed: []
columns:
  - {name: source, meaning: The source., kind: text}
  - {name: kind, meaning: What sort of document., kind: term, choices: Source.kind}
  - {name: published, meaning: When it was published., kind: date}
  - {name: extent_read, meaning: How much of it was read., kind: term, choices: Source.extent_read}
  - {name: findings, meaning: Findings that cite it., kind: integer}
  - {name: citations, meaning: All citations of it., kind: integer}
  - {name: scopes, meaning: Scopes of it that say what it set out to examine., kind: integer}
  - {name: replies_sought_on, meaning: When replies to it were looked for., kind: date}
  - {name: id, meaning: The source., kind: id}
view: table
at_least: 25
says: >-
  Of {rows:sources}, read whole: {extent_read[whole]}; in part: {extent_read[part]}; the beginning of their pages:
  {extent_read[beginning]}; through other publications: {extent_read[through_others]}; what they set out to examine is
  known of {scopes.filled}, and replies were looked for after {replies_sought_on.filled}
says_if_none: The graph holds no source of these kinds
caution: What was not read is not an answer.
*/
MATCH (document:Source) WHERE document.kind IN $kinds
RETURN
  document.name AS source, document.kind AS kind, document.published AS published, document.extent_read AS extent_read,
  COUNT { MATCH (document)<-[:EVIDENCED_BY]-(finding:Finding) RETURN DISTINCT finding } AS findings,
  COUNT { MATCH (document)<-[citation]-() WHERE citation.locator IS NOT NULL } AS citations,
  COUNT { (document)-[:SET_OUT]->(:Scope) } AS scopes,
  document.replies_sought_on AS replies_sought_on, document.id AS id
ORDER BY source, id
