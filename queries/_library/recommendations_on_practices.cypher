// Recommendations that name the practices which they would mend.
MATCH (asked:Recommendation) WHERE EXISTS { (asked)-[:TARGETS]->(:Practice) }
RETURN asked.id AS id ORDER BY id
