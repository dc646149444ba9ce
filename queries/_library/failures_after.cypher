// Failures of a practice in a body that an earlier recommendation on the practice was addressed to, or in a place
// whose case the recommending source examined. A failure that rests on the recommending source alone is none.
// `recommendations` are the ids of those that are asked about; null takes all.
MATCH (recommendation:Recommendation)-[:TARGETS]->(practice:Practice)<-[:OF_PRACTICE]-(failure:Failure)
WHERE failure.subject IN $subjects AND ($recommendations IS NULL OR recommendation.id IN $recommendations)
MATCH (recommendation)-[:MADE_IN]->(made:Source) WHERE made.published IS NOT NULL
WITH recommendation, practice, failure, min(made.published) AS made_on, collect(DISTINCT made) AS reviews
MATCH (failure)-[:EVIDENCED_BY]->(source:Source) WHERE NOT source IN reviews
WITH recommendation, practice, failure, made_on, reviews, min(source.published) AS found_on
MATCH (failure)-[:IN_CASE]->(case:Case)
CALL (recommendation, failure, reviews, case) {
  MATCH (recommendation)-[:ADDRESSED_TO]->(body:Agency)<-[:ABOUT]-(failure)
  RETURN body AS unit
  UNION
  UNWIND reviews AS review
  MATCH (review)-[:EXAMINES]->(examined:Case)-[:LOCATED_IN]->(place:Location)<-[:LOCATED_IN]-(case)
  WHERE case.kind IN $case_kinds AND examined.kind IN $case_kinds
  RETURN place AS unit
}
RETURN
  recommendation.id AS recommendation, recommendation.text AS text, made_on, practice.id AS practice_id,
  practice.name AS practice, failure.id AS failure, failure.summary AS summary, failure.conduct_from AS conduct_from,
  failure.years_basis AS years_basis, found_on, collect(DISTINCT unit.name) AS units
ORDER BY made_on, recommendation, conduct_from, failure
