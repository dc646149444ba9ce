// Signs of vulnerability.
MATCH (sign:Sign) RETURN sign.id AS value, sign.name AS words ORDER BY words, value
