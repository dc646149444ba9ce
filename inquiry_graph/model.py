"""What the graph holds: every kind of node and link, declared once.

From this file come the columns of the CSV files and their checks, the constraints and
indexes, the statements that load and clean, the legend and its colours, the captions,
the schema page and the help beside the Cypher editor. The model has no kind for a
person and no count of people, on purpose: it holds institutions, places and documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from inquiry_graph.schema import Column, HeldBy, LinkKind, NodeKind, Property, State, Term, ValueKind, columns_of

ENTITY = "Entity"  # the label that every node carries beside its own
SEARCH_INDEX = "entity_search"  # full text over Entity.search_text
MARK = "loaded_by"  # on every node and link: the id of the load that wrote it last
LONGEST_QUOTATION = 15  # words
UNKNOWN_COLOUR = "#777777"  # of what the model does not know, in somebody else's database

# The closed lists. The order is the order in which they are shown.

OUTCOMES = (
    Term("failing", "Failing"),
    Term("mixed", "Mixed"),
    Term("good_practice", "Good practice"),
    Term("adequate", "Adequate"),
    Term("described", "Described, not judged"),
)
FAILURE = "Failure"  # the label that marks a documented failure
FAILURE_OUTCOMES = ("failing", "mixed")

SUBJECTS = (
    Term("group_based_cse", "Group-based child sexual exploitation"),
    Term("cse", "Child sexual exploitation"),
    Term("child_protection", "Child protection at large"),
)
REACHES = (
    Term("one_case", "One case"),
    Term("some_cases", "Some cases"),
    Term("general", "General practice"),
    Term("system", "The system as a whole"),
)
VOICES = (Term("own", "The source's own finding"), Term("relayed", "Relayed from another body"))
YEARS_BASES = (
    Term("stated", "Stated by the source"),
    Term("review_period", "The period under review"),
    Term("unknown", "Not known"),
)
CASE_KINDS = (
    Term("local", "Local episode"),
    Term("operation", "Police operation"),
    Term("inspection", "Inspection"),
    Term("national", "National examination"),
)
AGENCY_KINDS = (
    Term("police_force", "Police force"),
    Term("law_enforcement", "National law enforcement body"),
    Term("local_authority", "Local authority"),
    Term("health", "Health body"),
    Term("prosecution", "Prosecution service"),
    Term("inspectorate", "Inspectorate or oversight body"),
    Term("department", "Government department"),
    Term("partnership", "Safeguarding partnership"),
    Term("charity", "Charity"),
    Term("inquiry", "Inquiry or review"),
    Term("parliament", "Parliament"),
    Term("public_office", "Public office"),
    Term("press", "Press"),
)
LOCATION_KINDS = (
    Term("town", "Town or city"),
    Term("district", "District"),
    Term("county", "County"),
    Term("police_force_area", "Police force area"),
    Term("region", "Region"),
    Term("country", "Country"),
)
SOURCE_KINDS = (
    Term("statutory_inquiry", "Statutory inquiry", 1.0),
    Term("independent_review", "Independent review", 0.9),
    Term("serious_case_review", "Serious case review", 0.9),
    Term("inspection", "Inspection", 0.9),
    Term("audit", "Audit", 0.9),
    Term("parliamentary_report", "Parliamentary report", 0.8),
    Term("government_response", "Government response", 0.7),
    Term("statistic", "Official statistics", 0.7),
    Term("record", "Record", 0.6),
    Term("news", "News report", 0.4),
    Term("statement", "A body's own statement", 0.3),
)
SEEN_IN = (
    Term("primary_page", "Primary page", 1.0),
    Term("publisher_summary", "Publisher's summary", 0.9),
    Term("copy", "Copy of the report", 0.8),
    Term("news_quoting", "News quoting the report", 0.6),
    Term("news_summarising", "News summarising the report", 0.4),
)
OWN_PAGES = ("primary_page", "publisher_summary")  # of the body that published the report
EXTENTS_READ = (
    Term("whole", "Whole"),
    Term("part", "Part"),
    Term("beginning", "Beginning of its pages"),
    Term("through_others", "Through other publications"),
)
SCOPE_BASES = (
    Term("terms_of_reference", "Terms of reference"),
    Term("stated", "Stated in the source"),
    Term("programme_method", "Published method of the programme"),
    Term("inferred", "Inferred by us"),
)
SCOPES_THAT_COUNT = ("terms_of_reference", "stated", "programme_method")
PROGRESS_STATUSES = (
    Term("accepted", "Accepted"),
    Term("partly_accepted", "Accepted in part"),
    Term("rejected", "Not accepted"),
    Term("in_progress", "In progress"),
    Term("not_implemented", "Not implemented"),
    Term("partly_implemented", "Implemented in part"),
    Term("implemented", "Implemented"),
)
DECISIONS = (  # on a paragraph of a report that was taken in
    Term("accepted", "Accepted"),
    Term("rejected", "Rejected"),
    Term("set_aside", "Set aside"),
)
VERDICTS = (  # of a rereading
    Term("confirmed", "Confirmed"),
    Term("corrected", "Corrected"),
    Term("withdrawn", "Withdrawn"),
    Term("page_not_seen", "The page could not be seen again"),
)
DUE = (  # why a row is to be compared with its page again: the rule, the most urgent reason first
    Term("doubted", "Somebody says that it is wrong"),
    Term("page_not_seen", "Its page could not be seen at the last reading"),
    Term("headline", "Behind a sentence of the Overview, and never read again"),
    Term("page_moved", "Last read at another address than the one that it cites"),
    Term("read_elsewhere", "Not read on the publisher's own page, which was read for other rows"),
    Term("never", "Never read again since it was made"),
    Term("long_ago", "Last read more than a year ago"),
)
FAULTS = (  # what may be wrong with a record
    Term("statement", "The page says something else, or less"),
    Term("quotation", "The quoted words do not stand there"),
    Term("coding", "Wrong outcome, practice, body or case"),
    Term("citation", "Wrong source, place or address"),
    Term("person", "It speaks of a private person"),
    Term("other", "Something else"),
)
STAGE_PATHS = (
    Term("exchange", "Exchange between agencies"),
    Term("prosecution", "From report to court"),
    Term("support", "Support"),
)
ROUNDS = (
    Term("initial", "Initial inspection"),
    Term("review", "Post-inspection review"),
    Term("later", "Later round"),
    Term("other", "Other visit"),
)
ROLES = (
    Term("examined", "Examined"),
    Term("examiner", "Examiner"),
    Term("commissioner", "Commissioner of the examination"),
    Term("partner", "Partner"),
)
PARTS = (
    Term("responsible", "Responsible"),
    Term("jointly", "Jointly responsible"),
    Term("not_stated", "Part not stated"),
)
READINGS = (
    Term("recognised", "Recognised"),
    Term("missed", "Missed"),
    Term("misread", "Misread"),
    Term("blamed", "Blamed on the child"),
)
SUPPORT_TIMES = (
    Term("before", "Before an investigation"),
    Term("during", "During an investigation"),
    Term("after", "After an investigation"),
    Term("not_stated", "Time not stated"),
)
PRECISIONS = (Term("day", "Day"), Term("month", "Month"), Term("year", "Year"))
LOAD_RESULTS = (Term("under_way", "Under way"), Term("complete", "Complete"))

# The states of a cell (a place, force or agency × a practice or theme): five, and one outside them.

STATES = (
    State("failing", "Failing", "Every finding that judges it says so.", "#8a3324", "■"),
    State("mixed", "Mixed", "A finding says both, or findings differ (then marked conflicting).", "#d9a441", "◧"),
    State("adequate", "Adequate", "Every finding that judges it says good practice or adequate.", "#4f8a8b", "□"),
    State(
        "no_finding_read",
        "No finding read",
        "A source set out to examine it; what we have read holds no finding that judges it.",
        "#c9ced6",
        "·",
    ),
    State("not_examined", "Not examined", "No source that we know set out to examine it.", "#f1f2f4", "–"),
)
SCOPE_NOT_KNOWN = State(
    "scope_not_known",
    "Found, scope not known",
    "A finding judges it, but no stated scope covers it: outside every n of m.",
    "#9b86a8",
    "?",
)

# Properties that several kinds share.

READING = (
    Property("read_by", "Role or initials of the reader who made the row.", required=True),
    Property("read_on", "Day on which the page was read.", ValueKind.DATE, required=True),
    Property("corrected_on", "Day of the last correction.", ValueKind.DATE),
)
CITATION = (
    Property("locator", "Paragraph, page or heading.", required=True, searched=True),
    Property(
        "quotation",
        f"At most {LONGEST_QUOTATION} words in a row, exact as seen.",
        required=True,
        searched=True,
        words=LONGEST_QUOTATION,
    ),
    Property("url", "Address of the page that was read; empty only where it is withheld.", ValueKind.URL),
    Property("address_withheld", "True where the address would name a person or a case.", ValueKind.BOOLEAN),
    Property("seen_in", "Where we read it.", ValueKind.TERM, SEEN_IN, required=True),
    Property("accessed", "Day on which the page was last read.", ValueKind.DATE, required=True),
    Property(
        "weight", "Weight of the source's kind times weight of where it was seen.", ValueKind.NUMBER, derived=True
    ),
)

NODE_KINDS = (
    NodeKind(
        "Theme", "theme", "themes", "Theme", "Themes",
        "One of the five questions of the inquiry.", "#3d4f6b", "hexagon",
        (
            Property("number", "1 to 5.", ValueKind.INTEGER, required=True, least=1, most=5),
            Property("question", "The question that it stands for.", required=True, searched=True),
        ),
    ),
    NodeKind(
        "Practice", "practice", "practices", "Practice", "Practices",
        "What institutions are expected to do, as the codebook defines it.", "#5b7aa3", "hexagon",
        (
            Property("failure_name", "The words for its failure.", required=True, searched=True),
            Property("definition", "What it is.", required=True, searched=True),
            Property("include", "What is coded here.", required=True),
            Property("exclude", "What is not, and where it goes.", required=True),
            Property("clear_example", "A clear example, in our words.", required=True),
            Property("borderline_example", "A borderline example, and how it is decided.", required=True),
        ),
    ),
    NodeKind(
        "Stage", "stage", "stages", "Stage", "Stages",
        "A step of a response.", "#8aa0b8", "diamond",
        (
            Property("path", "The path that it is a step of.", ValueKind.TERM, STAGE_PATHS),
            Property("order", "Its place among the steps.", ValueKind.INTEGER, required=True, least=1),
        ),
    ),
    NodeKind(
        "Sign", "sign", "signs", "Sign of vulnerability", "Signs of vulnerability",
        "A sign of vulnerability in the codebook's closed list.", "#a58a6f", "diamond",
        (Property("definition", "What counts as this sign.", required=True, searched=True),),
    ),
    NodeKind(
        "Support", "support", "supports", "Kind of support", "Kinds of support",
        "A kind of support in the codebook's closed list.", "#7f9c7a", "diamond",
        (Property("definition", "What counts as this support.", required=True, searched=True),),
    ),
    NodeKind(
        "Case", "case", "cases", "Case", "Cases",
        "A documented episode or examination: of a place and a period, an operation, a force, or the country.",
        "#7c5c77", "square",
        (
            Property("kind", "What sort of case.", ValueKind.TERM, CASE_KINDS, required=True),
            Property("from_year", "First year of the period examined.", ValueKind.INTEGER, least=1950, most=2100),
            Property("to_year", "Last year of the period examined.", ValueKind.INTEGER, least=1950, most=2100),
            Property("summary", "What it is, in our words.", required=True, searched=True),
        ),
    ),
    NodeKind(
        "Programme", "programme", "programmes", "Programme", "Programmes",
        "A series of examinations by one method.", "#6d6a8f", "pentagon",
        (
            Property("method", "How its examinations are made.", required=True, searched=True),
            Property("subject", "What they are about.", ValueKind.TERM, SUBJECTS, required=True),
        ),
    ),
    NodeKind(
        "Agency", "agency", "agencies", "Agency", "Agencies",
        "A public body, partnership, charity, public office or publisher.", "#4c7a7d", "square",
        (
            Property("kind", "What sort of body.", ValueKind.TERM, AGENCY_KINDS, required=True),
            Property("codes", "Official codes.", ValueKind.TEXTS),
            Property("reference", "Data set that the codes come from."),
        ),
    ),
    NodeKind(
        "Location", "location", "locations", "Location", "Locations",
        "A town, district, county, police force area, region or country.", "#8d8a4f", "triangle",
        (
            Property("kind", "What sort of place.", ValueKind.TERM, LOCATION_KINDS, required=True),
            Property("code", "Official code (GSS)."),
            Property("latitude", "Degrees north (WGS 84).", ValueKind.NUMBER, least=49, most=61),
            Property("longitude", "Degrees east (WGS 84).", ValueKind.NUMBER, least=-9, most=3),
            Property("valid_from", "Day from which the code is valid.", ValueKind.DATE),
            Property("valid_to", "Day until which the code is valid.", ValueKind.DATE),
            Property("reference", "Data set that code and point come from."),
        ),
    ),
    NodeKind(
        "Finding", "finding", "findings", "Finding", "Findings",
        "What a source found about one practice in one case, in our words.", "#b0563f", "circle",
        (
            Property("summary", "The finding, in our words.", required=True, searched=True),
            Property("outcome", "What the source's words judge.", ValueKind.TERM, OUTCOMES, required=True),
            Property("subject", "What the finding is about.", ValueKind.TERM, SUBJECTS, required=True),
            Property("reach", "How far the source's words reach.", ValueKind.TERM, REACHES),
            Property("base", "The figures it rests on, as the source gives them."),
            Property("hedged", "True where the source hedges.", ValueKind.BOOLEAN),
            Property("voice", "Whose finding it is.", ValueKind.TERM, VOICES, required=True),
            Property("agency_as_written", "The body in the source's own words.", searched=True),
            Property("conduct_from", "First year of the conduct.", ValueKind.INTEGER, least=1950, most=2100),
            Property("conduct_to", "Last year of the conduct.", ValueKind.INTEGER, least=1950, most=2100),
            Property("years_basis", "How the years are known.", ValueKind.TERM, YEARS_BASES, required=True),
            *READING,
        ),
        named_by="summary",
    ),
    NodeKind(
        "Source", "source", "sources", "Source", "Sources",
        "The document that makes a finding, a recommendation or a statement.", "#5d5d5d", "square",
        (
            Property("title", "Its title.", required=True, searched=True),
            Property("title_shortened", "True where the title held a name or a cipher.", ValueKind.BOOLEAN),
            Property("kind", "What sort of document.", ValueKind.TERM, SOURCE_KINDS, required=True),
            Property("published", "Day, month or year of publication.", ValueKind.DATE),
            Property("extent_read", "How much of it was read.", ValueKind.TERM, EXTENTS_READ, required=True),
            Property("replies_sought_on", "Day on which replies were looked for; empty: not looked for.", ValueKind.DATE),
        ),
    ),
    NodeKind(
        "Scope", "scope", "scopes", "Scope", "Scopes",
        "What a source set out to examine, and how we know.", "#9aa5b1", "pentagon",
        (
            Property("summary", "What it set out to examine, in our words.", required=True, searched=True),
            Property("basis", "How we know.", ValueKind.TERM, SCOPE_BASES, required=True),
            *READING,
        ),
        named_by="summary",
    ),
    NodeKind(
        "Recommendation", "recommendation", "recommendations", "Recommendation", "Recommendations",
        "What a source asked of whom.", "#6f8f5f", "circle",
        (
            Property("number", "Its number in the source."),
            Property("text", "What was asked, in our words.", required=True, searched=True),
            *READING,
        ),
        named_by="text",
    ),
    NodeKind(
        "Progress", "progress", "progress", "Progress", "Progress",
        "A dated statement of a recommendation's status.", "#93ab86", "circle",
        (
            Property("status", "The status stated.", ValueKind.TERM, PROGRESS_STATUSES, required=True),
            Property("summary", "What was stated, in our words.", required=True, searched=True),
            Property("date", "When it was stated.", ValueKind.DATE, required=True),
            *READING,
        ),
        named_by="summary",
    ),
    NodeKind(
        "Event", "event", "events", "Event", "Events",
        "A dated public step: an inquiry announced, a report published, a review commissioned.",
        "#a3758b", "triangle",
        (
            Property("date", "When it took place.", ValueKind.DATE, required=True),
            Property("precision", "How exactly the date is known.", ValueKind.TERM, PRECISIONS, derived=True),
            *READING,
        ),
    ),
    NodeKind(
        "Claim", "claim", "claims", "Claim", "Claims",
        "A statement whose standing is tracked.", "#b08a3e", "diamond",
        (Property("text", "What is claimed, in our words.", required=True, searched=True), *READING),
        named_by="text",
    ),
    NodeKind(
        "Load", "load", "", "Load", "Loads",
        "One load of a data package.", UNKNOWN_COLOUR, "pentagon",
        (
            Property("package", "Name of the data package.", derived=True),
            Property("dataset_version", "Its version.", derived=True),
            Property("checksum", "SHA-256 over its files.", derived=True),
            Property("started", "When it began (UTC).", derived=True),
            Property("finished", "When it ended (UTC).", derived=True),
            Property("result", "How it ended.", ValueKind.TERM, LOAD_RESULTS, derived=True),
            Property("nodes", "Nodes loaded.", ValueKind.INTEGER, derived=True),
            Property("links", "Links loaded.", ValueKind.INTEGER, derived=True),
            Property("agreement", "Agreement of two codings, as JSON; empty where none is published.", derived=True),
        ),
    ),
)  # fmt: skip

_START, _END, _CITED = HeldBy.START, HeldBy.END, HeldBy.CITATIONS


def _citation(type_: str, starts: tuple[str, ...], forward: str, backward: str, meaning: str) -> LinkKind:
    return LinkKind(type_, starts, ("Source",), forward, backward, meaning, _CITED)


LINK_KINDS = (
    _citation("EVIDENCED_BY", ("Finding",), "is evidenced by", "is evidence for", "The paragraph that makes the finding."),
    _citation("MADE_IN", ("Recommendation",), "was made in", "makes", "The paragraph that makes the recommendation."),
    _citation("REPORTED_IN", ("Progress", "Event"), "is reported in", "reports", "The paragraph that reports it."),
    _citation("STATED_IN", ("Claim", "Scope"), "is stated in", "states", "The paragraph that states it."),
    _citation("CORROBORATED_BY", ("Claim",), "is corroborated by", "corroborates", "A paragraph that bears the claim out."),
    _citation("CONTRADICTED_BY", ("Claim",), "is contradicted by", "contradicts", "A paragraph that speaks against the claim."),
    _citation("WORDED_IN", ("Practice",), "is worded in", "words", "A published wording that the practice maps to."),
    LinkKind("IN_CASE", ("Finding",), ("Case",), "was found in", "has the finding", "The case that the finding is about.",
             _START, "case", many=False, required=True),
    LinkKind("OF_PRACTICE", ("Finding",), ("Practice",), "is about the practice", "is judged in",
             "The one practice that it is about.", _START, "practice", many=False, required=True),
    LinkKind("ABOUT", ("Finding",), ("Agency",), "is about", "is judged in",
             "Bodies that the sentence judges; empty where the page names none.", _START, "about",
             Property("part", "The part that the sentence gives the body.", ValueKind.TERM, PARTS, required=True)),
    LinkKind("FROM_AGENCY", ("Finding",), ("Agency",), "is an exchange from", "is the sender in",
             "The sending end of an exchange, only where the sentence names both ends.", _START, "from_agency"),
    LinkKind("TO_AGENCY", ("Finding",), ("Agency",), "is an exchange to", "is the receiver in",
             "The receiving end of an exchange, only where the sentence names both ends.", _START, "to_agency"),
    LinkKind("AT_STAGE", ("Finding",), ("Stage",), "is at the stage", "is the stage of",
             "Steps of the response that the source names.", _START, "stages"),
    LinkKind("MET_SIGN", ("Finding",), ("Sign",), "met the sign", "was met in",
             "Signs that institutions met, and how they read them.", _START, "signs",
             Property("reading", "How the sign was read.", ValueKind.TERM, READINGS, required=True)),
    LinkKind("OF_SUPPORT", ("Finding",), ("Support",), "is about the support", "is judged in",
             "Kinds of support, and when.", _START, "supports",
             Property("when", "When the support was due.", ValueKind.TERM, SUPPORT_TIMES, required=True)),
    LinkKind("FOUND_BY", ("Finding",), ("Agency",), "was found by", "found",
             "The body whose finding is relayed.", _START, "found_by"),
    LinkKind("PART_OF_THEME", ("Practice",), ("Theme",), "belongs to the theme", "has the practice",
             "The one theme that it belongs to.", _START, "theme", many=False, required=True),
    LinkKind("LOCATED_IN", ("Case",), ("Location",), "is in", "is the place of",
             "Places that the case is about, at the level that the source states.", _START, "locations"),
    LinkKind("PART_OF", ("Case",), ("Case",), "is part of", "contains", "The wider case.", _START, "part_of"),
    LinkKind("UNDER_PROGRAMME", ("Case",), ("Programme",), "was made under", "has the examination",
             "The programme, and the round.", _START, "programme",
             Property("round", "Which round of the programme.", ValueKind.TERM, ROUNDS, required=True), many=False),
    LinkKind("INVOLVED_IN", ("Agency",), ("Case",), "took part in", "involved",
             "Bodies in the case, and their role.", _END, "agencies",
             Property("role", "The part that the body had.", ValueKind.TERM, ROLES, required=True)),
    LinkKind("COVERS", ("Agency",), ("Location",), "covers", "is covered by", "Places that the body serves.", _START, "covers"),
    LinkKind("SUCCEEDED_BY", ("Agency",), ("Agency",), "was succeeded by", "succeeded", "The body that took over.", _START, "succeeded_by"),
    LinkKind("WITHIN", ("Location",), ("Location",), "lies in", "contains", "The next wider places.", _START, "within"),
    LinkKind("EXAMINES", ("Source",), ("Case",), "examines", "is examined by", "Cases that the source examines.", _START, "examines"),
    LinkKind("PUBLISHED_BY", ("Source",), ("Agency",), "was published by", "published", "Who published it.", _START, "published_by"),
    LinkKind("SUMMARISES", ("Source",), ("Source",), "summarises", "is summarised by", "The source that it summarises.", _START, "summarises"),
    LinkKind("FOLLOWS_UP", ("Source",), ("Source",), "follows up", "is followed up by", "The source that it follows up.", _START, "follows_up"),
    LinkKind("RESPONDS_TO", ("Source",), ("Source",), "responds to", "is answered by", "The source that it answers.", _START, "responds_to"),
    LinkKind("RELIES_ON", ("Source",), ("Source",), "relies on", "is relied on by", "The source that it relies on.", _START, "relies_on"),
    LinkKind("SET_OUT", ("Source",), ("Scope",), "set out", "was set out by", "The source whose scope it is.",
             _END, "source", many=False, required=True),
    LinkKind("EXTENDS_TO", ("Scope",), ("Case", "Agency", "Practice", "Theme", "Stage"), "extends to", "is in the scope",
             "What the scope covers: its cases or agencies, and the practices, themes or stages.", _START, "extends_to", required=True),
    LinkKind("ADDRESSED_TO", ("Recommendation",), ("Agency",), "is addressed to", "was asked", "Bodies that were asked.", _START, "addressed_to"),
    LinkKind("TARGETS", ("Recommendation",), ("Practice",), "targets", "is the target of", "Practices that it would mend.", _START, "targets"),
    LinkKind("REPEATS", ("Recommendation",), ("Recommendation",), "repeats", "is repeated by",
             "An earlier recommendation with the same request, judged by a coder.", _START, "repeats"),
    LinkKind("STATUS_OF", ("Progress",), ("Recommendation",), "is the status of", "has the status",
             "The recommendation.", _START, "recommendation", many=False, required=True),
    LinkKind("CONCERNS", ("Event",), ("Case", "Agency", "Source"), "concerns", "is the subject of", "What the event is about.", _START, "concerns"),
    LinkKind("TOOK_PLACE_IN", ("Event",), ("Location",), "took place in", "is the place of", "Where it took place.", _START, "places"),
    LinkKind("MADE_BY", ("Claim",), ("Agency",), "was made by", "claims", "Who makes the claim.", _START, "made_by"),
    LinkKind("SPEAKS_OF", ("Claim",), ("Agency", "Case"), "speaks of", "is spoken of in", "What the claim is about.", _START, "speaks_of"),
    LinkKind("ANSWERS", ("Claim",), ("Finding",), "answers", "is answered by", "The finding that it answers.", _START, "answers"),
)  # fmt: skip

CITATIONS_TABLE = "citations"
# Links that a record must have at least one of; a scope that we inferred has nothing to cite.
MUST_CITE = {
    "Finding": "EVIDENCED_BY",
    "Recommendation": "MADE_IN",
    "Progress": "REPORTED_IN",
    "Event": "REPORTED_IN",
    "Claim": "STATED_IN",
    "Scope": "STATED_IN",
}

# Kinds of which each node has a dossier: a page of its own, with all that is known of it.
DOSSIERS = ("Case", "Agency", "Location", "Source", "Practice", "Recommendation")

_BY_LABEL = {kind.label: kind for kind in NODE_KINDS}
_BY_PREFIX = {kind.prefix: kind for kind in NODE_KINDS}
_BY_TYPE = {link.type: link for link in LINK_KINDS}


def node_kind(label: str) -> NodeKind:
    """The kind with that label; KeyError if the model has none."""
    return _BY_LABEL[label]


def kind_of_id(identifier: str) -> NodeKind | None:
    """The kind that an id's prefix names, or None."""
    return _BY_PREFIX.get(identifier.partition(":")[0])


def link_kind(type_: str) -> LinkKind:
    """The kind of link with that type; KeyError if the model has none."""
    return _BY_TYPE[type_]


def link_id(start: str, type_: str, end: str, *distinguishing: str) -> str:
    """The stable id of a link: its ends and type, and what tells it from others between the same ends."""
    return "|".join((start, type_, end, *filter(None, distinguishing)))


def ends_of_link_id(identifier: str) -> tuple[str, str]:
    """Where a link with that id starts and ends; two empty texts for an id that is not one of ours."""
    parts = identifier.split("|")
    return (parts[0], parts[2]) if len(parts) > 2 else ("", "")


def has_dossier(identifier: str) -> bool:
    """Whether a node of that id has a dossier."""
    kind = kind_of_id(identifier)
    return kind is not None and kind.label in DOSSIERS


def is_citation(type_: str) -> bool:
    """Whether links of that type carry locator, quotation and address."""
    return _BY_TYPE[type_].held_by is HeldBy.CITATIONS


def columns(kind: NodeKind) -> tuple[Column, ...]:
    """The columns of a kind's CSV file, in order."""
    return _columns(kind.label)


@cache
def _columns(label: str) -> tuple[Column, ...]:
    """By label: a row of a file asks for them, and a kind is slow to compare."""
    return tuple(columns_of(_BY_LABEL[label], LINK_KINDS))


@cache
def citation_columns() -> tuple[Column, ...]:
    """The columns of citations.csv: what is cited for, how, which source, and where in it."""
    of = Column("of", "Id of the record that the citation belongs to.", True)
    link = Column("link", "Type of the citation link.", True)
    source = Column("source", "Id of the source.", True)
    rest = (Column(p.name, p.meaning, p.required, property=p) for p in CITATION if not p.derived)
    return (of, link, source, *rest)


def link_properties(link: LinkKind) -> tuple[Property, ...]:
    """What a link of that kind records, beside its id and its mark."""
    if link.held_by is HeldBy.CITATIONS:
        return CITATION
    return (link.qualifier,) if link.qualifier else ()


def table_kinds() -> Iterator[NodeKind]:
    """The kinds that have a CSV file, in the order of the model."""
    return (kind for kind in NODE_KINDS if kind.table)
