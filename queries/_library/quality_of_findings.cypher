// How the findings stand: how many, on what page and how many sources they rest, and which fields are filled.
MATCH (finding:Finding)
WITH finding,
  EXISTS { (finding)-[cited:EVIDENCED_BY]->() WHERE cited.seen_in = 'primary_page' } AS primary,
  COUNT { MATCH (finding)-[:EVIDENCED_BY]->(source:Source) RETURN DISTINCT source } AS sources
RETURN
  count(finding) AS findings,
  sum(CASE WHEN primary THEN 1 ELSE 0 END) AS primary_page,
  sum(CASE WHEN sources = 1 THEN 1 ELSE 0 END) AS single_source,
  count(finding.reach) AS reach,
  count(finding.base) AS base,
  count(finding.conduct_from) AS conduct_from,
  sum(CASE WHEN EXISTS { (finding)-[:ABOUT]->() } THEN 1 ELSE 0 END) AS about,
  sum(CASE WHEN EXISTS { (finding)-[:FROM_AGENCY]->() } AND EXISTS { (finding)-[:TO_AGENCY]->() } THEN 1 ELSE 0 END)
    AS exchange,
  sum(CASE WHEN EXISTS { (finding)-[:AT_STAGE]->() } THEN 1 ELSE 0 END) AS stages,
  sum(CASE WHEN EXISTS { (finding)-[:MET_SIGN]->() } THEN 1 ELSE 0 END) AS signs,
  sum(CASE WHEN EXISTS { (finding)-[:OF_SUPPORT]->() } THEN 1 ELSE 0 END) AS supports
