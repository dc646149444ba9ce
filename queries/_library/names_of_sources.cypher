// The names of all sources and programmes, by which families of sources are called.
MATCH (held:Source|Programme) RETURN held.id AS id, held.name AS name ORDER BY id
