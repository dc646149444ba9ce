/*
title: Claims and their standing
asks: Which statements are borne out by a source, which are contradicted, and which has nobody verified?
theme: null
parameters:
  - name: kinds
    meaning: Kinds of body that make the claim.
    kind: choices
    choices: Agency.kind
fixed: []
columns:
  - {name: claim, meaning: "What is claimed, in our words.", kind: text}
  - {name: made_by, meaning: Who claims it., kind: texts}
  - name: standing
    meaning: What the sources that we have read make of it.
    kind: term
    choices: [[corroborated, Corroborated], [contradicted, Contradicted], [both, Corroborated and contradicted], [unverified, Unverified]]
  - {name: corroborated_by, meaning: Sources that bear it out., kind: texts}
  - {name: contradicted_by, meaning: Sources that speak against it., kind: texts}
  - {name: stated_in, meaning: Where it was made., kind: texts}
  - {name: answers, meaning: Findings that it answers., kind: ids}
  - {name: id, meaning: The claim., kind: id}
view: table
at_least: 5
says: >-
  Of {rows:claims}, corroborated by a source: {standing[corroborated]}; contradicted: {standing[contradicted]}; both:
  {standing[both]}; unverified by what we have read: {standing[unverified]}
says_if_none: The graph holds no claim made by a body of these kinds
caution: Unverified is not untrue. A claim stays a claim, whoever makes it.
*/
MATCH (said:Claim)
WHERE EXISTS { MATCH (said)-[:MADE_BY]->(maker:Agency) WHERE maker.kind IN $kinds }
WITH said,
  COLLECT { MATCH (said)-[:CORROBORATED_BY]->(s:Source) RETURN DISTINCT s.name AS name ORDER BY name } AS corroborated_by,
  COLLECT { MATCH (said)-[:CONTRADICTED_BY]->(s:Source) RETURN DISTINCT s.name AS name ORDER BY name } AS contradicted_by
RETURN
  said.text AS claim,
  COLLECT { MATCH (said)-[:MADE_BY]->(maker:Agency) RETURN DISTINCT maker.name AS name ORDER BY name } AS made_by,
  CASE
    WHEN size(corroborated_by) > 0 AND size(contradicted_by) > 0 THEN 'both'
    WHEN size(corroborated_by) > 0 THEN 'corroborated'
    WHEN size(contradicted_by) > 0 THEN 'contradicted'
    ELSE 'unverified'
  END AS standing,
  corroborated_by, contradicted_by,
  COLLECT { MATCH (said)-[:STATED_IN]->(s:Source) RETURN DISTINCT s.name AS name ORDER BY name } AS stated_in,
  COLLECT { MATCH (said)-[:ANSWERS]->(finding:Finding) RETURN finding.id ORDER BY finding.id } AS answers,
  said.id AS id
ORDER BY claim, id
