// What can be laid side by side: places of a local episode or an operation, and agencies that a finding judges.
CALL () {
  MATCH (place:Location)<-[:LOCATED_IN]-(case:Case) WHERE case.kind IN $case_kinds
  RETURN DISTINCT place AS unit
  UNION
  MATCH (agency:Agency)<-[:ABOUT]-(:Finding)
  RETURN DISTINCT agency AS unit
}
RETURN unit.id AS id, unit.name AS name, unit.kind AS kind
ORDER BY name, id
