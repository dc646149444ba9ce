"""Where a record stands: source, locator, quotation, and a link that opens the page at those words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urldefrag, urlsplit

from inquiry_graph.catalogue import statement
from inquiry_graph.database import Database
from inquiry_graph.subgraph import Link, Node, Subgraph

MOST_CITATIONS = 100_000

_PAGE = re.compile(r"\b(?:pages?|pp?)\b\.?\s*(\d+)", re.IGNORECASE)
_PDF_PAGE = re.compile(r"\bPDF\s+(?:pages?|pp?)\b\.?\s*(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one source. `record` is the id of what is cited for, `link` the type of the citation link."""

    id: str
    record: str
    link: str
    source: Node
    locator: str
    quotation: str
    url: str | None
    seen_in: str
    accessed: str
    weight: float

    @property
    def address(self) -> str | None:
        """The page's address, opening at the page of a PDF or at the quoted words; None where it is withheld."""
        return deep_link(self.url, self.locator, self.quotation) if self.url else None


def citations(database: Database, ids: Iterable[str]) -> tuple[Citation, ...]:
    """Where these records are stated, borne out or contradicted: the weightiest first."""
    rows = database.read(statement("_app/citations"), {"ids": list(ids)}, row_limit=MOST_CITATIONS)
    return tuple(_citation(row) for row in rows)


def citations_in(database: Database, source_id: str) -> tuple[tuple[Node, Citation], ...]:
    """What a source is cited for: each record with its place in the source, in the order of the places."""
    rows = database.read(statement("_app/citations_in"), {"id": source_id}, row_limit=MOST_CITATIONS)
    found = [(row["record"], _citation({**row, "record": row["record"].id})) for row in rows]
    return tuple(sorted(found, key=lambda pair: (natural_order(pair[1].locator), pair[0].id, pair[1].id)))


def cited(database: Database, ids: Iterable[str]) -> Subgraph:
    """The sources that these records cite, and those among them, with places and publishers."""
    return database.read(statement("_app/cited"), {"ids": list(ids)}, row_limit=MOST_CITATIONS).subgraph()


def deep_link(url: str, locator: str, quotation: str) -> str:
    """The address with the page of a PDF, or with a text fragment that opens it at the quoted words."""
    bare, anchor = urldefrag(url)
    if urlsplit(bare).path.lower().endswith(".pdf"):
        page = _PDF_PAGE.search(locator) or _PAGE.search(locator)
        return f"{bare}#page={page[1]}" if page else url
    if not quotation:
        return url
    return f"{bare}#{anchor.partition(':~:')[0]}:~:text={text_fragment(quotation)}"


def text_fragment(words: str) -> str:
    """The words as a text directive writes them: dash, comma and ampersand have a meaning there."""
    return quote(words, safe="").replace("-", "%2D")


def natural_order(locator: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts paragraph 4.2 before paragraph 4.10."""
    parts = re.findall(r"\d+|\D+", locator.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def _citation(row: Mapping[str, Any]) -> Citation:
    link: Link = row["citation"]
    held = link.properties
    return Citation(
        id=link.id,
        record=row["record"],
        link=link.kind,
        source=row["source"],
        locator=held["locator"],
        quotation=held["quotation"],
        url=held.get("url"),
        seen_in=held["seen_in"],
        accessed=held["accessed"],
        weight=held["weight"],
    )
