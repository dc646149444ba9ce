// What tells the theme, the place and the year of these nodes, one or two steps on.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
      -[one:PART_OF_THEME|OF_PRACTICE|TARGETS|IN_CASE|LOCATED_IN|TOOK_PLACE_IN|COVERS|EVIDENCED_BY|MADE_IN]->(near:Entity)
OPTIONAL MATCH (near)-[two:PART_OF_THEME|LOCATED_IN]->(far:Entity)
RETURN node, one, near, two, far
