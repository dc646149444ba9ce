// One link with its ends.
MATCH (start:Entity {id: $start})-[link {id: $id}]->(end:Entity {id: $end})
RETURN start, link, end
