"""What the package already holds of a paragraph: a finding that was made before is not made again unseen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graph_loader.package import read_package
from inquiry_graph import model

FEWEST_WORDS = 4  # of a quotation: a shorter one may stand anywhere
_MARKS = str.maketrans("’‘“”", "''\"\"")
_NOTE = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the package whose quotation stands in the paragraph."""

    id: str
    summary: str
    quotation: str


def known_in(text: str, folder: Path) -> tuple[Known, ...]:
    """The findings of the package that quote the paragraph, in the package's order."""
    package, there = read_package(folder), plain(text)
    link = model.MUST_CITE["Finding"]
    cited = (row.values for row in package.rows(model.CITATIONS_TABLE) if row.values.get("link") == link)
    quoting = {row["of"]: row["quotation"] for row in cited if is_quoted(row["quotation"], there)}
    rows = (row.values for row in package.rows(model.node_kind("Finding").table)) if quoting else ()
    return tuple(Known(row["id"], row["summary"], quoting[row["id"]]) for row in rows if row["id"] in quoting)


def is_quoted(quotation: str, there: str) -> bool:
    """Whether the quotation stands in a text that is already plain."""
    words = plain(quotation)
    return len(words.split()) >= FEWEST_WORDS and words in there


def plain(text: str) -> str:
    """The text as quotations are compared: one kind of quotation mark, no numbers of notes, single spaces."""
    return " ".join(_NOTE.sub("", text.translate(_MARKS)).split()).casefold().strip(" .")
