"""Dossiers: all that is known of one case, agency, place, source, practice or recommendation, and what is not.

`dossier` reads it, `material` makes of it what every format of export takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.cells import MOST_CELLS, number
from inquiry_graph.database import Database
from inquiry_graph.dossier.after import (
    Asked,
    Dated,
    Reply,
    Response,
    chronology,
    recommendations,
    replies,
    responses,
)
from inquiry_graph.dossier.coverage import Coverage, Gap, coverage
from inquiry_graph.dossier.evidence import Evidence, as_rows, evidence
from inquiry_graph.dossier.found import Footing, Line, found
from inquiry_graph.dossier.members import Members, members
from inquiry_graph.errors import ParameterError
from inquiry_graph.export.material import Material
from inquiry_graph.neighbourhood import Section, nodes, section, sections
from inquiry_graph.subgraph import Link, Node

__all__ = [
    "Asked",
    "Connected",
    "Coverage",
    "Dated",
    "Dossier",
    "Evidence",
    "Footing",
    "Gap",
    "Line",
    "Members",
    "Reply",
    "Response",
    "Ties",
    "dossier",
    "material",
]

MOST_DRAWN = 60  # findings that the picture of a dossier holds: beyond, nobody sees anything
MOST_TIED = 50  # nodes that are named of one type of link


@dataclass(frozen=True, slots=True)
class Connected:
    """Another subject of a dossier, and how many findings both share."""

    node: Node
    shared: int


@dataclass(frozen=True, slots=True)
class Ties:
    """The links of one type that a subject has one way, with the nodes at their other ends, the first by name."""

    section: Section
    ends: tuple[tuple[Link, Node], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of a subject, section by section. `ties` are its own links to what is no record."""

    subject: Node
    members: Members
    ties: tuple[Ties, ...]
    found: tuple[Footing, ...]
    evidence: tuple[Evidence, ...]
    chronology: tuple[Dated, ...]
    recommendations: tuple[Asked, ...]
    replies: tuple[Reply, ...]
    responses: tuple[Response, ...]
    connected: tuple[Connected, ...]
    coverage: Coverage

    @property
    def drawn(self) -> tuple[str, ...]:
        """The ids that a picture of it holds: the subject, its weightiest findings, and what ties them to it."""
        findings = [each.finding.id for each in self.evidence[:MOST_DRAWN]]
        ties = self.members.cases if self.subject.kind == "Location" else ()
        asked = [each for each in self.recommendations if each.node.id == self.subject.id]
        around = [node.id for each in asked for node in (*each.bodies, *each.practices, *each.sources, *each.progress)]
        return tuple(dict.fromkeys((self.subject.id, *findings, *ties, *around)))

    @property
    def holds(self) -> str:
        """How many findings are held and, of all but a source, from how many sources."""
        sources = {source for each in self.evidence for source in each.sources}
        told = number(len(self.evidence), "findings")
        return told if self.subject.kind == "Source" else f"{told} from {number(len(sources), 'sources')}"

    @property
    def sentence(self) -> str:
        """What is held and what it says, footing by footing with its base, without a full stop."""
        return ". ".join((self.holds, *(f"{each.words}: {each.sentence}" for each in self.found)))


def dossier(database: Database, identifier: str) -> Dossier:
    """The dossier of that id. Raises ParameterError for what the graph does not hold or has no dossier."""
    held = nodes(database, (identifier,))
    if not held or not model.has_dossier(identifier):
        raise ParameterError(_unknown(identifier, held=bool(held)))
    (subject,) = held
    of = members(database, subject)
    listed, judged = evidence(database, of.findings), found(database, subject, of)
    return Dossier(
        subject=subject,
        members=of,
        ties=tuple(_ties(database, subject)),
        found=judged,
        evidence=listed,
        chronology=chronology(database, subject, of),
        recommendations=recommendations(database, of.recommendations),
        replies=replies(database, subject, of),
        responses=responses(database, of),
        connected=_connected(database, subject, of),
        coverage=coverage(nodes(database, of.sources), listed, judged),
    )


def material(database: Database, of: Dossier) -> Material:
    """The dossier as every format of export takes it: its evidence as a table, its records as a picture."""
    ids = (of.subject.id, *of.members.findings, *of.members.recommendations)
    drawn = database.read(statement("_app/around_records"), {"ids": list(ids)}, row_limit=MOST_CELLS)
    return Material(
        f"Dossier: {of.subject.name}",
        as_rows(of.evidence),
        drawn.subgraph(),
        database.facts(),
        database.last_load(),
        sentence=f"{of.sentence}.",
        dossier=of.subject.id,
    )


def _ties(database: Database, subject: Node) -> Iterator[Ties]:
    """What the subject is linked to. Citations and the records that point to it stand in sections of their own.

    A scope does so only for a practice, which is in that of every inspection.
    """
    apart = model.MUST_CITE.keys() - (set() if subject.kind == "Practice" else {"Scope"})
    for each in sections(database, subject.id):
        starts = model.link_kind(each.type).starts
        if not model.is_citation(each.type) and (each.outward or apart.isdisjoint(starts)):
            yield Ties(each, section(database, subject.id, each.type, each.outward, limit=MOST_TIED))


def _connected(database: Database, subject: Node, of: Members) -> tuple[Connected, ...]:
    given = {"id": subject.id, "findings": list(of.findings)}
    rows = database.read(statement("_library/dossier_connected"), given, row_limit=MOST_CELLS)
    return tuple(Connected(row["other"], row["shared"]) for row in rows)


def _unknown(identifier: str, *, held: bool) -> str:
    kinds = ", ".join(model.node_kind(label).plural.lower() for label in model.DOSSIERS)
    if held:
        return f"{identifier} has no dossier: {kinds} have one. Look at it in Explore or in Evidence."
    return (
        f"The graph holds no {identifier}: it may have been withdrawn, or the link is of other data. "
        "Look for it by its words in Explore, or among the sources in Evidence."
    )
