// What was said in reply: claims that answer these findings, that the subject of the dossier makes, or that speak of
// it; with who makes them and the findings of the dossier that they answer.
CALL () {
  UNWIND $findings AS id MATCH (:Finding {id: id})<-[:ANSWERS]-(claim:Claim) RETURN claim
  UNION
  MATCH (:Entity {id: $id})<-[:MADE_BY|SPEAKS_OF]-(claim:Claim) RETURN claim
}
RETURN claim,
  COLLECT { MATCH (claim)-[:MADE_BY]->(body:Agency) RETURN body ORDER BY body.name, body.id } AS bodies,
  COLLECT {
    MATCH (claim)-[:ANSWERS]->(finding:Finding) WHERE finding.id IN $findings RETURN finding ORDER BY finding.id
  } AS answered
ORDER BY size(answered) = 0, claim.id
