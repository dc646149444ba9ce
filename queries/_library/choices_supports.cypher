// Kinds of support: first those that a finding names, then the others, each by name.
MATCH (support:Support)
RETURN support.id AS value, support.name AS words
ORDER BY EXISTS { (support)<-[:OF_SUPPORT]-(:Finding) } DESC, words, value
