/*
title: Recommendations without reported progress
asks: Of which recommendations does nothing that we have read say what became of them?
theme: null
parameters:
  - {use: theme, meaning: Themes whose practices they would mend., kind: choices}
fixed: []
columns:
  - {name: source, meaning: The source that made it., kind: text}
  - {name: published, meaning: When that was published., kind: date}
  - {name: number, meaning: Its number in the source., kind: text}
  - {name: recommendation, meaning: "What was asked, in our words.", kind: text}
  - {name: addressed_to, meaning: Bodies that were asked., kind: texts}
  - {name: practices, meaning: Practices that it would mend., kind: texts}
  - {name: made_again, meaning: Later recommendations that repeat it., kind: ids}
  - {name: recommendations_held, meaning: Recommendations held that target these themes., kind: integer, shown: false}
  - {name: id, meaning: The recommendation., kind: id}
view: table
at_least: 5
says: >-
  No progress that we have read: {rows} of the {recommendations_held.first:recommendations} held on these themes; made
  again later: {made_again.filled} of them
says_if_none: No recommendation held on these themes is without progress that we have read
caution: >-
  No progress read is not no progress made: it may have been published where we did not look. A recommendation that
  targets no practice is in no theme.
*/
MATCH (asked:Recommendation)-[:TARGETS]->(topic:Practice)-[:PART_OF_THEME]->(area:Theme)
WHERE area.id IN $theme AND NOT EXISTS { (asked)<-[:STATUS_OF]-(:Progress) }
WITH asked, topic ORDER BY topic.name
WITH asked, collect(DISTINCT topic.name) AS practices
MATCH (asked)-[:MADE_IN]->(origin:Source)
WITH asked, practices, origin ORDER BY origin.published, origin.id
WITH asked, practices, collect(DISTINCT origin)[0] AS origin
RETURN
  origin.name AS source, origin.published AS published, asked.number AS number, asked.text AS recommendation,
  COLLECT { MATCH (asked)-[:ADDRESSED_TO]->(body:Agency) RETURN DISTINCT body.name AS name ORDER BY name } AS addressed_to,
  practices,
  COLLECT { MATCH (asked)<-[:REPEATS]-(later:Recommendation) RETURN later.id ORDER BY later.id } AS made_again,
  COUNT {
    MATCH (held:Recommendation)-[:TARGETS]->(:Practice)-[:PART_OF_THEME]->(any:Theme) WHERE any.id IN $theme
    RETURN DISTINCT held
  } AS recommendations_held,
  asked.id AS id
ORDER BY published, source, number, id
