// The sources that records cite, with the places and the publishers; of a source that is asked for, the publishers.
UNWIND $ids AS id
MATCH (record:Entity {id: id})
OPTIONAL MATCH (record)-[citation]->(cited:Source) WHERE citation.locator IS NOT NULL
WITH record, citation, coalesce(cited, CASE WHEN record:Source THEN record END) AS source
WHERE source IS NOT NULL
OPTIONAL MATCH (source)-[by:PUBLISHED_BY]->(publisher:Agency)
RETURN record, citation, source, by, publisher
ORDER BY source.id, record.id, citation.id, by.id
