// Cases, places, agencies, sources and practices that share findings with a dossier, and how many.
UNWIND $findings AS id
MATCH (finding:Finding {id: id})
CALL (finding) {
  MATCH (finding)-[:IN_CASE|ABOUT|OF_PRACTICE|EVIDENCED_BY]->(other:Entity) RETURN other
  UNION
  MATCH (finding)-[:IN_CASE]->(:Case)-[:LOCATED_IN]->(other:Location) RETURN other
}
WITH other, count(DISTINCT finding) AS shared WHERE other.id <> $id
RETURN other, shared ORDER BY shared DESC, other.name, other.id
