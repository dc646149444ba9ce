"""Every finding with all that it can be grouped by: what the five questions' pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from inquiry_graph.catalogue import FIXED, statement
from inquiry_graph.cells import EXPLOITATION, MOST_CELLS, Cell, Tally, cells, counted
from inquiry_graph.database import Database

Body = tuple[str, str, str]  # id, name and kind of an agency
NOT_NAMED = ""  # the kind of agency where a finding names no body


@dataclass(frozen=True, slots=True)
class Held:
    """A finding. `places` are (id, name) of the narrowest places of a local episode or an operation.

    `signs` are (sign, how it was read), `supports` (kind of support, when it was due). `covered` says whether a
    stated scope covers its case and its practice.
    """

    id: str
    summary: str
    outcome: str
    subject: str
    case_id: str
    case_name: str
    case_kind: str
    practice_id: str
    practice: str
    theme: int
    conduct_from: int | None = None
    conduct_to: int | None = None
    years_basis: str = "unknown"
    places: tuple[tuple[str, str], ...] = ()
    about: tuple[Body, ...] = ()
    senders: tuple[Body, ...] = ()
    receivers: tuple[Body, ...] = ()
    stages: tuple[str, ...] = ()
    signs: tuple[tuple[str, str], ...] = ()
    supports: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    covered: bool = False

    @property
    def judged(self) -> bool:
        """Whether it judges, and does not describe alone."""
        return self.outcome in FIXED["judging"]


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the codebook's stages, signs or kinds of support."""

    id: str
    name: str
    label: str
    path: str


def findings_held(database: Database, subjects: Sequence[str] = EXPLOITATION) -> tuple[Held, ...]:
    """Every finding on these subjects, by id."""
    given = {name: list(FIXED[name]) for name in ("case_kinds", "bases")}
    rows = database.read(
        statement("_library/findings_held"), {"subjects": list(subjects), **given}, row_limit=MOST_CELLS
    )
    return tuple(_held(row) for row in rows)


def theme_tally(database: Database, theme: int, subjects: Sequence[str] = EXPLOITATION) -> Tally:
    """What was found on the whole theme of that number, place by place: the base of its page."""
    themes = (row["theme"] for row in database.read(statement("_app/themes")))
    ids = {node.id for node in themes if node.properties["number"] == theme}
    return Tally.of(cell for cell in cells(database, "place", "theme", subjects) if cell.topic_id in ids)


def listed(database: Database, label: str, path: str = "") -> tuple[Listed, ...]:
    """The codebook's list of that label, in its order; of stages those of one path, if one is named."""
    rows = database.read(statement("_library/lists"), row_limit=MOST_CELLS)
    found = (Listed(row["id"], row["name"], label, row["path"] or "") for row in rows if label in row["labels"])
    return tuple(each for each in found if path in ("", each.path))


def cell_of(
    unit: tuple[str, str], topic: tuple[str, str], found: Iterable[Held], *, examined: bool, group: str = ""
) -> Cell:
    """A cell of these findings; those that only describe change nothing in it."""
    judged = [each for each in found if each.judged]
    outcomes = counted([each.outcome for each in judged])
    return Cell(*unit, *topic, *outcomes, examined, True, ids_of(judged), group=group)


def ids_of(found: Iterable[Held]) -> tuple[str, ...]:
    """The ids of these findings, once each, in order."""
    return tuple(sorted({each.id for each in found}))


def sources_of(found: Iterable[Held]) -> int:
    """How many sources these findings come from."""
    return len({source for each in found for source in each.sources})


def _held(row: Mapping[str, Any]) -> Held:
    return Held(**{field.name: _frozen(row[field.name]) for field in fields(Held)})


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
