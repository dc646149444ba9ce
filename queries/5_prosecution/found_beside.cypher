/*
title: What else was failing where a barrier was found
asks: In the places where one barrier to prosecution was found, which other failings were found too?
theme: 5
parameters:
  - {use: practice, meaning: "A barrier to prosecution, named by its failure."}
  - subjects
fixed: [judging, case_kinds]
columns:
  - {name: other, meaning: "Another practice, named by its failure.", kind: text}
  - {name: both_failing, meaning: Places where both were found failing or mixed., kind: integer}
  - {name: both_judged, meaning: Places where the barrier was found failing or mixed and the other was judged., kind: integer}
  - {name: places_with_barrier, meaning: Places where the barrier was found failing or mixed., kind: integer, shown: false}
  - {name: places, meaning: The places where both were found., kind: texts}
  - {name: findings, meaning: The findings on the other practice there., kind: ids}
view: table
at_least: 3
says: >-
  {given.practice}: found failing or mixed in {places_with_barrier.first:places}; judged there
  beside it {rows:other practices}, of which {both_failing.filled} failing or mixed in one of these places or more
says_if_none: "{given.practice}: in no place that we know was it found failing with another practice judged beside it"
caution: >-
  Found in one place is not found in one case, and says nothing of cause. What a source set out to examine decides what
  stands beside what. A place that holds another place of the count is left out.
*/
MATCH (:Practice {id: $practice})<-[:OF_PRACTICE]-(finding:Failure)-[:IN_CASE]->(case:Case)-[:LOCATED_IN]->(area:Location)
WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND NOT EXISTS {
  MATCH (area)<-[:WITHIN*1..]-(:Location)<-[:LOCATED_IN]-(inner:Case) WHERE inner.kind IN $case_kinds
}
WITH collect(DISTINCT area) AS areas
UNWIND areas AS area
MATCH (area)<-[:LOCATED_IN]-(case:Case)<-[:IN_CASE]-(finding:Finding)-[:OF_PRACTICE]->(practice:Practice)
WHERE case.kind IN $case_kinds AND finding.subject IN $subjects AND finding.outcome IN $judging
  AND practice.id <> $practice
WITH areas, practice, area, collect(DISTINCT finding) AS findings,
  max(CASE WHEN finding:Failure THEN 1 ELSE 0 END) AS failing
WITH areas, practice, sum(failing) AS both_failing, count(area) AS both_judged, collect(findings) AS groups,
  collect(CASE WHEN failing = 1 THEN area.name END) AS places
RETURN
  practice.failure_name AS other, both_failing, both_judged, size(areas) AS places_with_barrier,
  COLLECT { UNWIND places AS name RETURN name ORDER BY name } AS places,
  COLLECT {
    UNWIND groups AS findings UNWIND findings AS finding WITH DISTINCT finding RETURN finding.id ORDER BY finding.id
  } AS findings
ORDER BY other, practice.id
