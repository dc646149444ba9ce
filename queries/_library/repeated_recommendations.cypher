// Recommendations that were made again, in other words, as a coder judged: each with the earlier one.
MATCH (later:Recommendation)-[:REPEATS]->(earlier:Recommendation)
UNWIND [later, earlier] AS recommendation
WITH later, earlier, recommendation
MATCH (recommendation)-[:MADE_IN]->(source:Source)
RETURN
  later.id AS later, earlier.id AS earlier, recommendation.id AS id, recommendation.text AS text,
  min(source.published) AS made_on, collect(DISTINCT source.id) AS source_ids, collect(DISTINCT source.name) AS sources
ORDER BY made_on, id
