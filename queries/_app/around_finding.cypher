// A finding with all that it points to, two steps on from its case, practice and sources, and the claims that answer it.
MATCH (finding:Finding {id: $id})
OPTIONAL MATCH (finding)-[link]->(other:Entity)
OPTIONAL MATCH (other)-[further:LOCATED_IN|PART_OF_THEME|PUBLISHED_BY|UNDER_PROGRAMME]->(end:Entity)
OPTIONAL MATCH (finding)<-[answer:ANSWERS]-(claim:Claim)
RETURN finding, link, other, further, end, answer, claim
ORDER BY link.id, further.id, answer.id
