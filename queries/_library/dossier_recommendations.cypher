// Recommendations with whom they ask, the practices that they would mend, where they were made, each status that was
// stated, the oldest first, and the recommendations with the same request.
UNWIND $ids AS id
MATCH (asked:Recommendation {id: id})
RETURN asked,
  COLLECT { MATCH (asked)-[:ADDRESSED_TO]->(body:Agency) RETURN body ORDER BY body.name, body.id } AS bodies,
  COLLECT { MATCH (asked)-[:TARGETS]->(practice:Practice) RETURN practice ORDER BY practice.name, practice.id } AS practices,
  COLLECT {
    MATCH (asked)-[:MADE_IN]->(source:Source) WITH DISTINCT source
    RETURN source ORDER BY source.published, source.name, source.id
  } AS sources,
  COLLECT { MATCH (asked)<-[:STATUS_OF]-(stated:Progress) RETURN stated ORDER BY stated.date, stated.id } AS progress,
  COLLECT { MATCH (asked)-[:REPEATS]-(again:Recommendation) WITH DISTINCT again RETURN again ORDER BY again.id } AS repeats
ORDER BY asked.id
