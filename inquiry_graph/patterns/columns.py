"""What each column of the patterns' tables means, and its unit: for the command line, data frames and their readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `unit` says what its values are: ids, text, yes or no, a year, a share, or what a number counts."""

    name: str
    unit: str
    meaning: str


def _columns(*declared: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*each) for each in declared)


_TOPIC = _columns(("topic_id", "id", "The practice or theme"), ("topic", "text", "Its name"))
_LINE = _columns(
    ("line_id", "id", "The line of the matrix: a place, a force, a kind of agency or a period; empty for all together"),
    ("line", "text", "Its name"),
)
_FORCE = _columns(("force_id", "id", "The police force"), ("force", "text", "Its name"))
_FINDINGS = Column("findings", "ids, a list", "The findings behind the figure")
_REST = Column("…", "state", "The state of each cell, under the name of its column")

MATRIX_TOTALS = (
    *_LINE,
    *_TOPIC,
    *_columns(
        ("failing", "places or forces", "Examined and found failing by every finding that judges them"),
        ("mixed", "places or forces", "Examined and found mixed, or judged differently by several findings"),
        ("conflicting", "places or forces", "Of the mixed, those that some findings call failing and some adequate"),
        ("adequate", "places or forces", "Examined and found adequate or good by every finding that judges them"),
        ("with_finding", "places or forces", "Examined with a finding that judges: failing, mixed or adequate"),
        ("no_finding_read", "places or forces", "Examined, with no finding in what was read"),
        ("examined", "places or forces", "The base: all that a stated scope covers"),
        ("low", "places or forces", "Failing or mixed if every one with no finding read were adequate"),
        ("high", "places or forces", "Failing or mixed if every one with no finding read were failing"),
        ("not_examined", "places or forces", "No source that we know set out to examine them"),
        ("everywhere", "places or forces", "Examined or not examined"),
        ("highest", "places or forces", "Failing or mixed if every one not read or not examined were failing"),
        ("scope_not_known", "places or forces", "With a finding that no stated scope covers; in no other figure"),
        ("read_elsewhere", "forces", "Left out: read mostly on other pages than the inspectorate's own"),
        ("wider_places", "places", "Left out: places that hold another of the places that are counted"),
        ("weight_failing", "sum of weights", "Failing or mixed, each cell as heavy as its weightiest citation"),
        ("weight_with_finding", "sum of weights", "All with a finding, weighed alike"),
        ("sentence", "text", "All of it in a sentence"),
    ),
)
MATRIX_WIDE = (*_LINE, _REST)
MATRIX_LONG = (
    *_LINE,
    *_columns(("unit_id", "id", "The place or force of the cell"), ("unit", "text", "Its name")),
    *_TOPIC,
    *_columns(
        ("state", "state", "One of the five states, or that the scope is not known"),
        ("conflicting", "yes or no", "Whether some findings say failing and some adequate"),
        ("failing", "findings", "Findings that say failing"),
        ("mixed", "findings", "Findings that say mixed"),
        ("adequate", "findings", "Findings that say adequate or good practice"),
        ("examined", "yes or no", "Whether a stated scope covers the cell"),
        ("counted", "yes or no", "Whether the cell is in the figures"),
        ("weight", "weight, 0 to 1", "That of the weightiest citation, by kind of source and page"),
    ),
    _FINDINGS,
)
REPEATS_VISITS = (
    *_FORCE,
    *_columns(
        ("practice_id", "id", "The practice"),
        ("practice", "text", "Its name"),
        ("visit", "number, from 1", "Which visit that judged the practice; 1 is the first"),
        ("round", "round", "The round of the programme"),
        ("year", "year", "The year of the visit"),
        ("state", "state", "What the visit found"),
    ),
    _FINDINGS,
)
REPEATS_STILL = _columns(
    ("practice", "text", "The practice"),
    ("visit", "number, from 2", "The n-th visit"),
    ("forces_judged", "forces", "The base: judged n times"),
    ("forces_failing_each_time", "forces", "Found failing or mixed by every visit so far"),
    ("findings", "ids, a list", "The findings behind the figure"),
)
REPEATS_AFTER = _columns(
    ("recommendation", "id", "The recommendation"),
    ("text", "text", "What it asks"),
    ("made_on", "date", "When its source was published"),
    ("practice", "text", "The practice that it would mend, and that failed"),
    ("failure", "id", "The finding of the failure"),
    ("summary", "text", "What it says"),
    ("units", "text, a list", "The bodies or places that are the same"),
    ("conduct_from", "year", "The first year of the conduct"),
    ("years_basis", "term", "How the years of the conduct are known"),
    ("dated", "yes or no", "Whether a source dates the start of the conduct after the recommendation"),
)
REPEATS_AGAIN = _columns(
    ("request", "number, from 1", "The request that was made again"),
    ("reviews", "sources", "How many sources made it"),
    ("recommendation", "id", "One wording of it"),
    ("text", "text", "That wording"),
    ("made_on", "date", "When its source was published"),
    ("sources", "text, a list", "The sources that made it in these words"),
)
COMPARE = (
    *_TOPIC,
    Column("verdict", "term", "shared: judged alike; differing: judged differently; alone: judged in one"),
    _REST,
)
_PAIR = _columns(
    ("first_id", "id", "The first practice or theme"),
    ("first", "text", "Its name"),
    ("second_id", "id", "The second"),
    ("second", "text", "Its name"),
)
COOCCURRENCE_PAIRS = (
    *_PAIR,
    *_columns(
        ("areas", "police areas", "The base: read for both"),
        ("both", "police areas", "Failing or mixed in both"),
        ("first_only", "police areas", "Failing or mixed in the first alone"),
        ("second_only", "police areas", "Failing or mixed in the second alone"),
        ("neither", "police areas", "Adequate in both"),
        ("strata", "kinds of source", "Kinds of source within which the areas were compared"),
        ("least_p", "probability, 0 to 1", "The smallest p that these margins allow"),
        ("why_not", "text", "Why the pair was not tried; empty if it was"),
        ("p", "probability, 0 to 1", "The exact test; empty if not tried"),
        ("adjusted_p", "probability, 0 to 1", "p corrected for the number of pairs tried"),
        (
            "effect",
            "difference of shares, -1 to 1",
            "How much larger the share failing in the second is where the first fails",
        ),
        ("passed", "yes or no", "Whether the adjusted p is 0.05 or less"),
        ("survives", "yes or no", "Whether it passed and stands without any one part"),
        ("vanishes_without", "text, a list", "The parts without which it does not stand"),
    ),
    _FINDINGS,
)
COOCCURRENCE_LEFT_OUT = (
    *_PAIR,
    *_columns(
        ("part", "term", "What was left out: a family of sources, a police area, or a kind of page"),
        ("value", "id or term", "Which one"),
        ("name", "text", "Its name"),
        ("areas", "police areas", "Read for both without it"),
        ("p", "probability, 0 to 1", "The exact test without it"),
        ("effect", "difference of shares, -1 to 1", "The effect without it"),
        ("stands", "yes or no", "Whether it goes the same way with a p of 0.05 or less"),
    ),
)
SIMILARITY_PAIRS = _columns(
    ("one", "id", "A case"),
    ("one_name", "text", "Its name"),
    ("other", "id", "Another case"),
    ("other_name", "text", "Its name"),
    ("shared", "practices", "The base: judged in both, 8 or more"),
    ("alike", "practices", "In the same state in both"),
    ("expected", "practices", "In the same state if states were dealt by chance"),
    ("beyond_chance", "share, 1 at most", "1 for alike throughout, 0 for no more than chance"),
    ("differing_on", "ids, a list", "The practices in different states"),
)
SIMILARITY_GROUPS = _columns(
    ("group", "number, from 1", "The group, the most stable first"),
    ("stability", "share, 0 to 1", "How surely it comes back when practices are drawn anew"),
    ("case", "id", "A member"),
    ("name", "text", "Its name"),
)
PERIODS = _columns(
    ("dated", "term", "By conduct or by publication"),
    ("topic_id", "id", "The practice or theme"),
    ("topic", "text", "Its name"),
    ("period", "text", "The period"),
    ("places_with_finding", "places", "The base: examined with a finding of the period"),
    ("failing_or_mixed", "places", "Of these, failing or mixed"),
    ("read_in_next_too", "places", "Read for the next period too, by findings of its own; empty where there is none"),
)
GAPS_TOPICS = (
    *_TOPIC,
    *_columns(
        ("failing", "places", "Examined and found failing"),
        ("mixed", "places", "Examined and found mixed"),
        ("adequate", "places", "Examined and found adequate"),
        ("no_finding_read", "places", "Examined, with no finding in what was read"),
        ("not_examined", "places", "No source that we know set out to examine them"),
        ("scope_not_known", "places", "With a finding that no stated scope covers"),
        ("low", "places", "Failing or mixed at least"),
        ("high", "places", "Failing or mixed at most, of those examined"),
        ("examined", "places", "The base: all that a stated scope covers"),
        ("places_on_one_source", "places", "Whose finding comes from one family of sources"),
        ("families_of_sources", "families of sources", "Behind all findings on the topic"),
    ),
)
GAPS_SOURCES = _columns(
    ("source", "id", "A source of which something is left to read"),
    ("name", "text", "Its title"),
    ("extent_read", "term", "How much of it was read"),
    ("covers", "cells", "Place by topic, that its stated scope covers"),
    ("no_finding_read", "cells", "Of these, with no finding read: the most that the rest could change"),
    ("places", "places", "In which these cells are"),
)

HEADLINES = _columns(
    ("name", "term", "Which kind of statement it is"),
    ("statement", "text", "The statement, with base and bounds"),
    ("overturned_by", "text", "What would overturn it"),
    ("topic_id", "id", "The practice or theme that it is about; empty if none"),
    ("findings", "ids, a list", "The findings behind it"),
)


def as_mapping(columns: Iterable[Column]) -> Mapping[str, Mapping[str, str]]:
    """Unit and meaning by the column's name, as plain data."""
    return {each.name: {"unit": each.unit, "meaning": each.meaning} for each in columns}
