"""What came after the findings: what is dated around them, what was recommended and became of it, what was replied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.cells import MOST_CELLS
from inquiry_graph.database import Database
from inquiry_graph.dossier.members import Members
from inquiry_graph.patterns.returns import FailedAfter, failed_after
from inquiry_graph.subgraph import Node

ALL_SUBJECTS = tuple(term.value for term in model.SUBJECTS)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date: the period of a case, a source as published, a public step, a status that was stated."""

    date: str
    node: Node


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation and what became of it. `progress` is each status that was stated, the oldest first.

    `failed_after` are findings that its practice failed later, in a body that it asked or a place that its source
    examined.
    """

    node: Node
    bodies: tuple[Node, ...]
    practices: tuple[Node, ...]
    sources: tuple[Node, ...]
    progress: tuple[Node, ...]
    repeats: tuple[Node, ...]
    failed_after: tuple[FailedAfter, ...]

    @property
    def last(self) -> Node | None:
        """The last statement of its status, None if none was read."""
        return self.progress[-1] if self.progress else None


@dataclass(frozen=True, slots=True)
class Reply:
    """A claim with who makes it and the findings of the dossier that it answers, if any."""

    claim: Node
    bodies: tuple[Node, ...]
    answered: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """A publication that responds to a source of the dossier, with who published it."""

    source: Node
    answered: Node
    bodies: tuple[Node, ...]


def chronology(database: Database, subject: Node, of: Members) -> tuple[Dated, ...]:
    """What is dated around the subject, the earliest first; of a practice, not the cases in which it was judged."""
    given = {
        "id": subject.id,
        "cases": [] if subject.kind == "Practice" else list(of.cases),
        "sources": list(of.sources),
        "recommendations": list(of.recommendations),
    }
    rows = database.read(statement("_library/dossier_chronology"), given, row_limit=MOST_CELLS)
    return tuple(Dated(row["date"], row["node"]) for row in rows)


def recommendations(database: Database, ids: Iterable[str]) -> tuple[Asked, ...]:
    """These recommendations, those with the newest status first and those without any last."""
    listed = list(ids)
    rows = list(database.read(statement("_library/dossier_recommendations"), {"ids": listed}, row_limit=MOST_CELLS))
    after = failed_after(database, ALL_SUBJECTS, listed) if rows else ()
    asked = [
        Asked(
            row["asked"],
            bodies=tuple(row["bodies"]),
            practices=tuple(row["practices"]),
            sources=tuple(row["sources"]),
            progress=tuple(row["progress"]),
            repeats=tuple(row["repeats"]),
            failed_after=tuple(each for each in after if each.recommendation == row["asked"].id),
        )
        for row in rows
    ]
    return tuple(sorted(asked, key=lambda each: str(each.last.properties["date"]) if each.last else "", reverse=True))


def replies(database: Database, subject: Node, of: Members) -> tuple[Reply, ...]:
    """What was claimed in answer to the findings, by the subject or about it; answers to findings first."""
    given = {"id": subject.id, "findings": list(of.findings)}
    rows = database.read(statement("_library/dossier_replies"), given, row_limit=MOST_CELLS)
    return tuple(Reply(row["claim"], tuple(row["bodies"]), tuple(row["answered"])) for row in rows)


def responses(database: Database, of: Members) -> tuple[Response, ...]:
    """Publications that respond to the sources, the earliest first."""
    given = {"sources": list(of.sources)}
    rows = database.read(statement("_library/dossier_responses"), given, row_limit=MOST_CELLS)
    return tuple(Response(row["response"], row["answered"], tuple(row["bodies"])) for row in rows)
