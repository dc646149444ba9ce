// How much of the sources was read.
MATCH (source:Source) RETURN source.extent_read AS extent, count(source) AS sources ORDER BY extent
