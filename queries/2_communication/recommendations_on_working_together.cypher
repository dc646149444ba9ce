/*
title: Recommendations on working together, and what became of them
asks: What was recommended about sharing information and working together, and what is known of it since?
theme: 2
parameters:
  - {use: practice, meaning: "Practices that were to be mended, named by their failure.", kind: choices}
fixed: [theme]
columns:
  - {name: source, meaning: The source that made it., kind: text}
  - {name: published, meaning: When that was published., kind: date}
  - {name: number, meaning: Its number in the source., kind: text}
  - {name: recommendation, meaning: "What was asked, in our words.", kind: text}
  - {name: addressed_to, meaning: Bodies that were asked., kind: texts}
  - {name: status, meaning: The last status that was stated., kind: term, choices: Progress.status}
  - {name: status_on, meaning: When it was stated., kind: date}
  - {name: done, meaning: Whether that is implemented or implemented in part., kind: boolean}
  - {name: repeats, meaning: Earlier recommendations with the same request., kind: ids}
  - {name: failed_later, meaning: "Findings on the same practice about a body that was asked, failing or mixed in conduct that a source dates after the year of publication.", kind: ids}
  - {name: id, meaning: The recommendation., kind: id}
view: table
at_least: 8
says: >-
  Of {rows:recommendations} by {source.distinct:sources}, a status was read for {status.filled}, and "implemented" or
  "implemented in part" for {done.filled}; the same as an earlier one: {repeats.filled}; followed by a failing of the
  same practice, by a body that was asked, in conduct that a source dates later: {failed_later.filled}
says_if_none: No recommendation that we have read targets the practices that were chosen
caution: >-
  A status is the word of the body that stated it. Where none was read, none was looked for or none was published.
*/
MATCH (:Theme {number: $theme})<-[:PART_OF_THEME]-(topic:Practice)<-[:TARGETS]-(asked:Recommendation)
WHERE topic.id IN $practice
MATCH (asked)-[:MADE_IN]->(origin:Source)
WITH asked, collect(DISTINCT topic) AS topics, origin ORDER BY origin.published, origin.id
WITH asked, topics, collect(DISTINCT origin)[0] AS origin
WITH *, COLLECT {
  MATCH (asked)<-[:STATUS_OF]-(progress:Progress) RETURN progress ORDER BY progress.date DESC, progress.id LIMIT 1
}[0] AS last
RETURN
  origin.name AS source, origin.published AS published, asked.number AS number, asked.text AS recommendation,
  COLLECT { MATCH (asked)-[:ADDRESSED_TO]->(body:Agency) RETURN DISTINCT body.name AS name ORDER BY name } AS addressed_to,
  last.status AS status, last.date AS status_on,
  last.status IN ['implemented', 'partly_implemented'] AS done,
  COLLECT { MATCH (asked)-[:REPEATS]->(earlier:Recommendation) RETURN earlier.id ORDER BY earlier.id } AS repeats,
  COLLECT {
    UNWIND topics AS topic
    MATCH (topic)<-[:OF_PRACTICE]-(finding:Failure)-[:ABOUT]->(body:Agency)<-[:ADDRESSED_TO]-(asked)
    WHERE finding.conduct_from > toInteger(left(origin.published, 4))
    RETURN DISTINCT finding.id AS id ORDER BY id
  } AS failed_later,
  asked.id AS id
ORDER BY published, source, number, id
