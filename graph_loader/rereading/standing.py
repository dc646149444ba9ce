"""A record as it stands in a package: its row, where it is cited, and what past readings found."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph_loader.package import Package, Row
from graph_loader.side_tables import REREADINGS
from inquiry_graph import model
from inquiry_graph.citations import deep_link
from inquiry_graph.errors import IntakeError
from inquiry_graph.schema import NodeKind

Values = Mapping[str, str]
_CAPTIONS = ("summary", "text", "name", "status", "basis")  # the columns by which a row is known, the fullest first
_OF_THE_READING = frozenset({"accessed"})  # what a reading alone changes: two readers may both confirm a row


@dataclass(frozen=True, slots=True)
class Standing:
    """A record with its citations, that which it must have first, and its past readings in the file's order."""

    kind: NodeKind
    row: Row
    citations: tuple[Row, ...]
    readings: tuple[Values, ...]
    sources: Mapping[str, str]

    @property
    def id(self) -> str:
        """The record's id."""
        return self.row.values["id"]

    @property
    def caption(self) -> str:
        """What it says, as far as one column can tell."""
        return next((self.row.values[name] for name in _CAPTIONS if self.row.values.get(name)), self.id)

    @property
    def source(self) -> str:
        """The name of the source that it cites first."""
        return self.name_of_source(self.citations[0]) if self.citations else ""

    @property
    def checksum(self) -> str:
        """SHA-256 over the row and its citations: who decides on another one decides on what is no longer there."""
        cited = [{k: v for k, v in each.values.items() if k not in _OF_THE_READING} for each in self.citations]
        held = json.dumps([dict(self.row.values), cited], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(held.encode()).hexdigest()

    @property
    def last_read(self) -> str:
        """The day on which a page of it was last seen."""
        seen = (each.get("read_on", "") for each in self.readings if each.get("verdict") != "page_not_seen")
        return max((*seen, *(each.values.get("accessed", "") for each in self.citations)), default="")

    @property
    def last_tried(self) -> str:
        """The day on which somebody last looked for its page, whether or not it was seen."""
        return max((self.last_read, *(each.get("read_on", "") for each in self.readings)))

    def name_of_source(self, citation: Row) -> str:
        """What the cited source is called."""
        identifier = citation.values.get("source", "")
        return self.sources.get(identifier, identifier)


def standings(package: Package) -> dict[str, Standing]:
    """Every record of the package that cites a source, by id, in the order of its files."""
    sources = {row.values["id"]: row.values.get("name", "") for row in package.rows(model.node_kind("Source").table)}
    citations: defaultdict[str, list[Row]] = defaultdict(list)
    for row in package.rows(model.CITATIONS_TABLE):
        citations[row.values.get("of", "")].append(row)
    readings: defaultdict[str, list[Values]] = defaultdict(list)
    for row in package.rows(REREADINGS):
        readings[row.values.get("record", "")].append(row.values)
    found: dict[str, Standing] = {}
    for label, link in model.MUST_CITE.items():
        kind = model.node_kind(label)
        for row in package.rows(kind.table):
            of = row.values.get("id", "")
            cited = sorted(citations.get(of, ()), key=lambda each: each.values.get("link") != link)
            if cited:
                found[of] = Standing(kind, row, tuple(cited), tuple(readings.get(of, ())), sources)
    return found


def standing(identifier: str, package: Package) -> Standing:
    """The record of that id. Raises IntakeError if the package holds none that cites a source."""
    found = standings(package).get(identifier)
    if found is None:
        kinds = ", ".join(model.node_kind(label).words.lower() for label in model.MUST_CITE)
        raise IntakeError(
            f"{package.name} {package.version} holds no record {identifier!r} that cites a page. It may have been "
            f"withdrawn, or be of other data; what can be read again is a {kinds}."
        )
    return found


def address_of(citation: Row) -> str:
    """The address that opens the page at the quoted words, or a PDF at its page; empty where it is withheld."""
    values = citation.values
    url = values.get("url", "")
    return deep_link(url, values.get("locator", ""), values.get("quotation", "")) if url else ""
