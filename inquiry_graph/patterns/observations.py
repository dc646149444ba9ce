"""What was found in each police area about each topic, finding by finding, so that parts can be left out again.

Co-occurrence compares police areas, since places nest and police areas do not: what was found in a town counts in its
area once, with all else found there. Only findings that a stated scope covers are taken, as in every n of m. Reviews
of places (on exploitation) and inspections of forces (child protection at large) are two footings, never one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import networkx

from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.cells import EXPLOITATION, MOST_CELLS, Cell, Topics, cells
from inquiry_graph.database import Database
from inquiry_graph.patterns.forces import programmes

Footing = Literal["place", "force"]
FOOTINGS: Mapping[Footing, str] = {
    "place": "what reviews and operations in places found about exploitation",
    "force": "what the first inspections of police forces under one programme found about child protection at large",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in one source for one finding. `family` joins sources that do not stand alone."""

    area: str
    topic: str
    finding: str
    failing: bool
    source: str
    kind: str
    seen_in: str
    family: str


@dataclass(frozen=True, slots=True)
class Observed:
    """All evidence of one footing, with the names of areas, topics and families by their ids.

    `outside` counts the units whose findings are in no police area, and so in no comparison.
    """

    footing: Footing
    evidence: tuple[Evidence, ...]
    areas: Mapping[str, str]
    topics: Mapping[str, str]
    families: Mapping[str, str]
    outside: int


def observed(database: Database, footing: Footing, topics: Topics) -> Observed:
    """The evidence of a footing; for forces, the programme with most inspections and its first round."""
    found = _cells(database, footing, topics)
    areas = _areas(database, footing)
    judged = [cell for cell in found if cell.examined and cell.findings]
    known = _evidence(database, {finding for cell in judged for finding in cell.findings})
    families = source_families(database)
    rows = (
        Evidence(area, cell.topic_id, finding, each[0], each[1], each[2], each[3], families.get(each[1], each[1]))
        for cell in judged
        for area, _ in areas.get(cell.unit_id, ())
        for finding in cell.findings
        for each in known.get(finding, ())
    )
    return Observed(
        footing,
        tuple(sorted(set(rows), key=lambda row: (row.area, row.topic, row.finding, row.source, row.seen_in))),
        {area: name for listed in areas.values() for area, name in listed},
        {cell.topic_id: cell.topic_name for cell in found},
        _names(database),
        len({cell.unit_id for cell in judged if cell.unit_id not in areas}),
    )


def source_families(database: Database) -> dict[str, str]:
    """The family of each source that is tied to another or to a programme.

    A source that stands alone is a family of its own, and is not in the mapping.
    """
    ties = database.read(statement("_library/source_ties"), row_limit=MOST_CELLS)
    tied = networkx.Graph((row["one"], row["other"]) for row in ties)
    return {each: _head(members) for members in networkx.connected_components(tied) for each in members}


def weightiest(kinds: Iterable[str]) -> str:
    """The kind of source with most weight; of equals the one that stands first in the model."""
    return min(kinds, key=lambda kind: (-_weights().get(kind, 0.0), kind))


@cache
def _weights() -> Mapping[str, float]:
    return {term.value: term.weight or 0.0 for term in model.SOURCE_KINDS}


def _head(members: Iterable[str]) -> str:
    """A family is called after its programme if it has one, else after its first source."""
    return min(members, key=lambda each: (not each.startswith("programme:"), each))


def _names(database: Database) -> dict[str, str]:
    rows = database.read(statement("_library/names_of_sources"), row_limit=MOST_CELLS)
    return {row["id"]: row["name"] for row in rows}


def _cells(database: Database, footing: Footing, topics: Topics) -> Sequence[Cell]:
    if footing == "place":
        return cells(database, "place", topics, EXPLOITATION)
    programme = main_programme(database)
    found = cells(database, "force", topics, ("child_protection",), programme=programme, round="initial")
    return [cell for cell in found if cell.counted]


def main_programme(database: Database) -> str:
    """The programme with most inspections of police forces; empty where the graph holds none."""
    return next((each.value for each in programmes(database)), "")


def _areas(database: Database, footing: Footing) -> dict[str, list[tuple[str, str]]]:
    name = {"place": "_library/areas_of_places", "force": "_library/areas_of_forces"}[footing]
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in database.read(statement(name), row_limit=MOST_CELLS):
        found[row["unit_id"]].append((row["area_id"], row["area"]))
    return dict(found)


def _evidence(database: Database, findings: Iterable[str]) -> dict[str, list[tuple[bool, str, str, str]]]:
    rows = database.read(statement("_library/evidence_of_findings"), {"ids": sorted(findings)}, row_limit=MOST_CELLS)
    found: defaultdict[str, list[tuple[bool, str, str, str]]] = defaultdict(list)
    for row in rows:
        failing = row["outcome"] in model.FAILURE_OUTCOMES
        found[row["finding"]].append((failing, row["source"], row["source_kind"], row["seen_in"]))
    return dict(found)
