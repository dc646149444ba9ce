// Records with all that they point to, and the places of their cases: what a picture of an answer shows.
UNWIND $ids AS id
MATCH (record:Entity {id: id})
OPTIONAL MATCH (record)-[link]->(other:Entity)
OPTIONAL MATCH (other)-[located:LOCATED_IN]->(place:Location)
RETURN record, link, other, located, place
ORDER BY record.id, link.id, located.id
