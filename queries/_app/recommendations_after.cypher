// Recommendations that the sources of a finding made about its practice.
MATCH (finding:Finding {id: $id})-[:OF_PRACTICE]->(practice:Practice)<-[:TARGETS]-(recommendation:Recommendation)
WHERE EXISTS { (finding)-[:EVIDENCED_BY]->(:Source)<-[:MADE_IN]-(recommendation) }
RETURN DISTINCT recommendation ORDER BY recommendation.id
