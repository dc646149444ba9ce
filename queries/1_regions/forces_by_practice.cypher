/*
title: Police forces by practice, within one round of one programme
asks: What did one round of inspections find about each practice, force by force?
theme: 1
parameters:
  - programme
  - name: round
    meaning: The round of the programme whose inspections are laid side by side.
    kind: choice
    choices: UNDER_PROGRAMME.round
    default: initial
  - {use: subjects, default: [child_protection]}
fixed: [judging, bases, own_pages]
columns:
  - {name: unit_id, meaning: Id of the police force., kind: id}
  - {name: unit, meaning: The police force., kind: text}
  - {name: topic_id, meaning: Id of the practice., kind: id}
  - {name: topic, meaning: The practice., kind: text}
  - {name: state, meaning: What the round's inspection of the force found about the practice., kind: state}
  - {name: conflicting, meaning: Whether some findings say failing and others adequate., kind: boolean}
  - {name: counted, meaning: "Whether the cell counts: not for a force read mostly on other pages than the inspectorate's own.", kind: boolean}
  - {name: findings, meaning: The findings that judge it., kind: ids}
view: matrix
at_least: 100
counts: pairs of a force and a practice
says: >-
  {given.programme}, {given.round}: forces were judged differently on {differing} of the {compared:practices} on which
  two or more were judged; {tally}
says_if_none: No finding of an inspection in this round is held for {given.programme}
caution: >-
  Same programme, not same conditions: inspections lie years apart and were read in part from different kinds of page.
  Forces that were read mostly on other pages than the inspectorate's own stand beside the others, outside the figures.
  Differences are differences in what was read. Forces are not ranked.
*/
// The practices that this round judged, or set out to examine, in any force.
CALL () {
  MATCH (:Programme {id: $programme})<-[:UNDER_PROGRAMME {round: $round}]-(:Case)<-[:IN_CASE]-(finding:Finding)
  WHERE finding.subject IN $subjects AND finding.outcome IN $judging
  MATCH (finding)-[:OF_PRACTICE]->(practice:Practice)
  RETURN practice
  UNION
  MATCH (:Programme {id: $programme})<-[:UNDER_PROGRAMME {round: $round}]-(case:Case)
  MATCH (case)<-[:EXAMINES]-(:Source)-[:SET_OUT]->(scope:Scope)-[:EXTENDS_TO]->(practice:Practice)
  WHERE scope.basis IN $bases AND EXISTS {
    MATCH (scope)-[:EXTENDS_TO]->(force:Agency)-[:INVOLVED_IN {role: 'examined'}]->(case)
  }
  RETURN practice
  UNION
  MATCH (:Programme {id: $programme})<-[:UNDER_PROGRAMME {round: $round}]-(case:Case)
  MATCH (case)<-[:EXTENDS_TO]-(scope:Scope)-[:EXTENDS_TO]->(practice:Practice)
  WHERE scope.basis IN $bases
  RETURN practice
}
WITH collect(practice) AS practices
MATCH (force:Agency {kind: 'police_force'}) WHERE NOT EXISTS { (force)-[:SUCCEEDED_BY]->() }
// What was found in each force, and whether a stated scope covers it.
CALL (force, practices) {
  MATCH (force)<-[:ABOUT]-(finding:Finding)-[:IN_CASE]->(:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  WHERE finding.subject IN $subjects AND finding.outcome IN $judging
  MATCH (finding)-[:OF_PRACTICE]->(practice:Practice)
  RETURN practice, finding, false AS in_scope
  UNION
  MATCH (force)-[:INVOLVED_IN {role: 'examined'}]->(case:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  MATCH (case)<-[:EXAMINES]-(:Source)-[:SET_OUT]->(scope:Scope)-[:EXTENDS_TO]->(practice:Practice)
  WHERE scope.basis IN $bases AND EXISTS { (scope)-[:EXTENDS_TO]->(force) }
  RETURN practice, null AS finding, true AS in_scope
  UNION
  MATCH (force)-[:INVOLVED_IN {role: 'examined'}]->(case:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  MATCH (case)<-[:EXTENDS_TO]-(scope:Scope)-[:EXTENDS_TO]->(practice:Practice)
  WHERE scope.basis IN $bases
  RETURN practice, null AS finding, true AS in_scope
  UNION
  UNWIND practices AS practice
  RETURN practice, null AS finding, false AS in_scope
}
WITH force, practice, collect(finding) AS findings, true IN collect(in_scope) AS examined
RETURN
  force.id AS unit_id, force.name AS unit, practice.id AS topic_id, practice.name AS topic,
  CASE
    WHEN size(findings) = 0 AND examined THEN 'no_finding_read'
    WHEN size(findings) = 0 THEN 'not_examined'
    WHEN NOT examined THEN 'scope_not_known'
    WHEN none(finding IN findings WHERE finding:Failure) THEN 'adequate'
    WHEN all(finding IN findings WHERE finding.outcome = 'failing') THEN 'failing'
    ELSE 'mixed'
  END AS state,
  examined AND any(finding IN findings WHERE finding.outcome = 'failing')
    AND any(finding IN findings WHERE NOT finding:Failure) AS conflicting,
  COUNT {
    MATCH (force)<-[:ABOUT]-(:Finding)-[:IN_CASE]->(:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
  } <= 2 * COUNT {
    MATCH (force)<-[:ABOUT]-(read:Finding)-[:IN_CASE]->(:Case)-[:UNDER_PROGRAMME {round: $round}]->({id: $programme})
    WHERE EXISTS { (read)-[seen:EVIDENCED_BY]->() WHERE seen.seen_in IN $own_pages }
  } AS counted,
  COLLECT { UNWIND findings AS finding RETURN finding.id ORDER BY finding.id } AS findings
ORDER BY unit, unit_id, topic, topic_id
