// Every node of one kind that has a dossier, by name, with the findings at its own level and, of a recommendation, how
// many statements of its status were read.
MATCH (subject:Entity) WHERE $label IN labels(subject)
RETURN subject,
  COUNT {
    MATCH (subject)<-[:IN_CASE|ABOUT|OF_PRACTICE]-(finding:Finding) RETURN DISTINCT finding
  } + COUNT {
    MATCH (subject)<-[:LOCATED_IN]-(:Case)<-[:IN_CASE]-(finding:Finding) RETURN DISTINCT finding
  } AS findings,
  COUNT { (subject)<-[:STATUS_OF]-(:Progress) } AS stated
ORDER BY subject.name, subject.id
