"""Files that may lie beside the model's tables: how the record was made, and what became of its rows.

They are part of the package as published, and are not loaded into the graph.
"""

from __future__ import annotations

from collections.abc import Mapping

from inquiry_graph import model
from inquiry_graph.schema import Column, Property, ValueKind

READING_ROWS = "reading_rows"
LEFT_OUT = "left_out"
SECOND_CODING = "second_coding"
REREADINGS = "rereadings"
WITHDRAWN = "withdrawn"
KEPT = {"first_practice": "practice", "first_outcome": "outcome", "first_subject": "subject"}


def _column(declared: Property) -> Column:
    return Column(declared.name, declared.meaning, declared.required, property=declared)


_CITED = {declared.name: declared for declared in model.CITATION}
SIDE_TABLES: Mapping[str, tuple[Column, ...]] = {
    READING_ROWS: (
        Column("reading_row", "Id of a row of the readings: its series, a colon and its number.", True),
        Column("record", "Id of a record that holds what the row says.", True),
        Column("note", "What a third reading of the page decided where it differs from the second.", False),
    ),
    LEFT_OUT: (
        Column("reading_row", "Id of a row of the readings that no record holds.", True),
        Column("reason", "Why it was left out.", True),
    ),
    SECOND_CODING: (
        Column("finding", "Id of the finding that was coded once more.", True),
        Column("practice", "Practice that the second coding gives it.", True),
        Column("outcome", "Outcome that the second coding gives it.", True),
        Column("subject", "Subject that the second coding gives it.", True),
        Column("coder", "Who or what made the second coding.", True),
        Column("coded_on", "Day of the second coding.", True),
        *(Column(kept, f"The first coding's {name} as it was first measured.", False) for kept, name in KEPT.items()),
    ),
    REREADINGS: (
        Column("record", "Id of the record that was compared with its page again.", True),
        _column(Property("read_on", "Day of the rereading.", ValueKind.DATE, required=True)),
        Column("read_by", "Role or initials of the reader.", True),
        _column(Property("verdict", "What the rereading found.", ValueKind.TERM, model.VERDICTS, required=True)),
        _column(Property("url", "Address of the page that was read this time.", ValueKind.URL)),
        Column("note", "What was changed and why, or what was tried in vain.", False),
    ),
    WITHDRAWN: (
        Column("record", "Id of the record that was taken out; it is never given to another.", True),
        Column("summary", "What it said.", True),
        Column("source", "Id of the source that it cited first.", False),
        _column(Property("locator", "Paragraph, page or heading that it cited.")),
        _column(Property("quotation", "The words that it quoted.", words=model.LONGEST_QUOTATION)),
        _column(Property("url", _CITED["url"].meaning, ValueKind.URL)),
        _column(Property("withdrawn_on", "Day on which it was taken out.", ValueKind.DATE, required=True)),
        Column("withdrawn_by", "Role or initials of who took it out.", True),
        Column("reason", "Why it could not stand.", True),
    ),
}
SIDE_MEANINGS = {
    READING_ROWS: "Which record holds what a row of the readings says.",
    LEFT_OUT: "Rows of the readings that were left out, each with its reason.",
    SECOND_CODING: "A second coding of a sample of the findings, blind to the first.",
    REREADINGS: "Records that were compared with their pages again, with the verdict.",
    WITHDRAWN: "Records that were taken out, still readable, each with its reason.",
}
