// How many findings of each outcome the graph holds. What was read decides these figures; they compare nothing.
MATCH (finding:Finding) RETURN finding.outcome AS outcome, count(finding) AS findings ORDER BY outcome
