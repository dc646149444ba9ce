/*
title: What inspectors found first, and found when they came back
asks: Where a force was visited again, what had become of each practice that was judged at first?
theme: 1
parameters:
  - programme
  - name: first
    meaning: The round that is taken as the first visit.
    kind: choice
    choices: UNDER_PROGRAMME.round
    default: initial
  - again
  - {use: subjects, default: [child_protection]}
fixed: [judging]
columns:
  - {name: force, meaning: The police force., kind: text}
  - {name: practice, meaning: The practice., kind: text}
  - {name: found_first, meaning: What the first visit found., kind: state}
  - {name: first_visit, meaning: Year of the first visit., kind: integer}
  - {name: first_failed, meaning: Whether the first visit found it failing or mixed., kind: boolean}
  - {name: found_again, meaning: What the return visit found., kind: state}
  - {name: return_visit, meaning: Year of the last return visit with a finding on the practice., kind: integer}
  - {name: still_failing, meaning: Whether both visits found it failing or mixed., kind: boolean}
  - {name: forces_revisited, meaning: Forces with a return visit that the graph holds., kind: integer, shown: false}
  - {name: findings, meaning: The findings of both visits., kind: ids}
view: table
at_least: 3
says: >-
  {given.programme}: judged both at first and on return, {rows:pairs of a force and a practice} in {force.distinct} of
  the {forces_revisited.first:forces} with a return visit held; failing or mixed at first in {first_failed.filled} of
  them, and both times in {still_failing.filled}
says_if_none: No force and practice was judged both at first and on return in what was read of {given.programme}
caution: >-
  A return visit looks again at what was criticised, and what it leaves out is not an answer. Visits were read in part
  from different kinds of page.
*/
MATCH (programme:Programme {id: $programme})<-[visit:UNDER_PROGRAMME]-(case:Case)<-[:IN_CASE]-(finding:Finding)
WHERE (visit.round = $first OR visit.round IN $again) AND finding.subject IN $subjects AND finding.outcome IN $judging
MATCH (finding)-[:ABOUT]->(police:Agency {kind: 'police_force'})
MATCH (finding)-[:OF_PRACTICE]->(topic:Practice)
WITH DISTINCT programme, police, topic, finding, visit.round = $first AS at_first, case.to_year AS year
ORDER BY finding.id
WITH programme, police, topic,
  collect(CASE WHEN at_first THEN finding END) AS first, min(CASE WHEN at_first THEN year END) AS first_visit,
  collect(CASE WHEN NOT at_first THEN finding END) AS again, max(CASE WHEN NOT at_first THEN year END) AS return_visit
WHERE size(first) > 0 AND size(again) > 0
WITH *,
  any(finding IN first WHERE finding:Failure) AS first_failed,
  any(finding IN again WHERE finding:Failure) AS again_failed
RETURN
  police.name AS force, topic.name AS practice,
  CASE
    WHEN NOT first_failed THEN 'adequate'
    WHEN all(finding IN first WHERE finding.outcome = 'failing') THEN 'failing'
    ELSE 'mixed'
  END AS found_first,
  first_visit, first_failed,
  CASE
    WHEN NOT again_failed THEN 'adequate'
    WHEN all(finding IN again WHERE finding.outcome = 'failing') THEN 'failing'
    ELSE 'mixed'
  END AS found_again,
  return_visit,
  first_failed AND again_failed AS still_failing,
  COUNT {
    MATCH (programme)<-[visit:UNDER_PROGRAMME]-(:Case)<-[:INVOLVED_IN {role: 'examined'}]-(other:Agency)
    WHERE visit.round IN $again AND other.kind = 'police_force'
    RETURN DISTINCT other
  } AS forces_revisited,
  [finding IN first + again | finding.id] AS findings
ORDER BY force, practice, police.id, topic.id
