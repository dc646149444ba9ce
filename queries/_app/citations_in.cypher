// What a source is cited for: every record that points to it with a locator.
MATCH (source:Source {id: $id})<-[citation]-(record:Entity)
WHERE citation.locator IS NOT NULL
RETURN record, citation, source
ORDER BY citation.locator, record.id, citation.id
