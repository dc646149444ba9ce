// What makes sources one family: a source that summarises, follows up or relies on another, and the programme under
// which the case was made that a source examines. Pairs of ids; a programme stands for all its sources.
CALL () {
  MATCH (source:Source)-[:SUMMARISES|FOLLOWS_UP|RELIES_ON]->(other:Source)
  RETURN source.id AS one, other.id AS other
  UNION
  MATCH (source:Source)-[:EXAMINES]->(:Case)-[:UNDER_PROGRAMME]->(programme:Programme)
  RETURN source.id AS one, programme.id AS other
}
RETURN one, other ORDER BY one, other
