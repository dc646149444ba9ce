// Each of these findings with its practice, theme, case and the bodies that it judges.
UNWIND $ids AS id
MATCH (finding:Finding {id: id})-[:OF_PRACTICE]->(practice:Practice)-[:PART_OF_THEME]->(theme:Theme)
MATCH (finding)-[:IN_CASE]->(case:Case)
RETURN finding, practice, theme, case,
  COLLECT { MATCH (finding)-[:ABOUT]->(body:Agency) WITH DISTINCT body RETURN body ORDER BY body.name, body.id } AS bodies
ORDER BY finding.id
