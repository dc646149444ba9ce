// Where records are stated, borne out or contradicted: the weightiest first.
UNWIND $ids AS id
MATCH (record:Entity {id: id})-[citation]->(source:Source)
WHERE citation.locator IS NOT NULL
RETURN DISTINCT record.id AS record, type(citation) AS link, citation, source
ORDER BY citation.weight DESC, source.published, source.name, citation.locator, citation.id
