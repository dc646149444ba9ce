// How many neighbours of a node are not shown, by kind.
MATCH (:Entity {id: $id})--(other:Entity) WHERE NOT other.id IN $shown
WITH DISTINCT other UNWIND [label IN labels(other) WHERE label IN $kinds] AS kind
RETURN kind, count(other) AS hidden ORDER BY hidden DESC, kind
