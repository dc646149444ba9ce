// Every finding on these subjects with all that patterns group it by. Places are those of a local episode or an
// operation that hold no other such place. `covered` says whether a stated scope covers its case and its practice.
MATCH (finding:Finding)-[:IN_CASE]->(case:Case) WHERE finding.subject IN $subjects
MATCH (finding)-[:OF_PRACTICE]->(practice:Practice)-[:PART_OF_THEME]->(theme:Theme)
RETURN
  finding.id AS id, finding.summary AS summary, finding.outcome AS outcome, finding.subject AS subject,
  finding.conduct_from AS conduct_from, finding.conduct_to AS conduct_to, finding.years_basis AS years_basis,
  case.id AS case_id, case.name AS case_name, case.kind AS case_kind,
  practice.id AS practice_id, practice.name AS practice, theme.number AS theme,
  COLLECT {
    MATCH (case)-[:LOCATED_IN]->(place:Location)
    WHERE case.kind IN $case_kinds AND NOT EXISTS {
      MATCH (place)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
    }
    RETURN DISTINCT [place.id, place.name] AS place ORDER BY place
  } AS places,
  COLLECT { MATCH (finding)-[:ABOUT]->(body:Agency) RETURN DISTINCT [body.id, body.name, body.kind] AS body ORDER BY body }
    AS about,
  COLLECT { MATCH (finding)-[:FROM_AGENCY]->(body:Agency) RETURN [body.id, body.name, body.kind] AS body ORDER BY body }
    AS senders,
  COLLECT { MATCH (finding)-[:TO_AGENCY]->(body:Agency) RETURN [body.id, body.name, body.kind] AS body ORDER BY body }
    AS receivers,
  COLLECT { MATCH (finding)-[:AT_STAGE]->(stage:Stage) RETURN stage.id AS id ORDER BY id } AS stages,
  COLLECT { MATCH (finding)-[met:MET_SIGN]->(sign:Sign) RETURN [sign.id, met.reading] AS pair ORDER BY pair } AS signs,
  COLLECT { MATCH (finding)-[due:OF_SUPPORT]->(kind:Support) RETURN [kind.id, due.when] AS pair ORDER BY pair }
    AS supports,
  COLLECT { MATCH (finding)-[:EVIDENCED_BY]->(source:Source) RETURN DISTINCT source.id AS id ORDER BY id } AS sources,
  EXISTS {
    MATCH (case)<-[:EXTENDS_TO]-(scope:Scope)-[:EXTENDS_TO]->(practice) WHERE scope.basis IN $bases
  } OR EXISTS {
    MATCH (case)<-[:EXAMINES]-(:Source)-[:SET_OUT]->(scope:Scope)-[:EXTENDS_TO]->(practice)
    WHERE scope.basis IN $bases
      AND EXISTS { (scope)-[:EXTENDS_TO]->(:Agency)-[:INVOLVED_IN {role: 'examined'}]->(case) }
  } AS covered
ORDER BY id
