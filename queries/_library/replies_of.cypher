// What bodies answered to findings in a place or about an agency, and in how many of the sources that make these
// findings anybody looked for a reply.
MATCH (unit:Location|Agency {id: $id})
CALL (unit) {
  MATCH (unit)<-[:ABOUT]-(finding:Finding) RETURN finding
  UNION
  MATCH (unit)<-[:LOCATED_IN]-(case:Case)<-[:IN_CASE]-(finding:Finding) WHERE case.kind IN $case_kinds
  RETURN finding
}
WITH collect(DISTINCT finding) AS findings
RETURN
  COLLECT {
    UNWIND findings AS finding MATCH (finding)<-[:ANSWERS]-(claim:Claim)
    WITH DISTINCT claim ORDER BY claim.id
    RETURN {
      id: claim.id, text: claim.text,
      bodies: COLLECT { MATCH (claim)-[:MADE_BY]->(body:Agency) RETURN body.name AS name ORDER BY name }
    } AS reply
  } AS replies,
  COUNT { UNWIND findings AS finding MATCH (finding)-[:EVIDENCED_BY]->(source:Source) RETURN DISTINCT source } AS sources,
  COUNT {
    UNWIND findings AS finding MATCH (finding)-[:EVIDENCED_BY]->(source:Source)
    WHERE source.replies_sought_on IS NOT NULL RETURN DISTINCT source
  } AS sought
