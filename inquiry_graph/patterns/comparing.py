"""Two to six places, forces or other agencies side by side: what was found of each, when, what was asked and replied.

Differences are differences in what was read. Nobody is ranked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from inquiry_graph import model
from inquiry_graph.catalogue import FIXED, statement
from inquiry_graph.cells import EXPLOITATION, LEVELS, MOST_CELLS, Cell, Topics, cell_of_row, cells
from inquiry_graph.database import Database
from inquiry_graph.errors import ParameterError
from inquiry_graph.subgraph import Rows

FEWEST, MOST = 2, 6
ALL_CASES = tuple(term.value for term in model.CASE_KINDS)

Verdict = Literal["shared", "differing", "alone"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A place or an agency that can be compared. `kind` is its kind in the model."""

    id: str
    name: str
    kind: str

    @property
    def is_place(self) -> bool:
        """Whether it is a place, and not an agency."""
        return self.id.startswith(f"{model.node_kind('Location').prefix}:")


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that happened: a public step, a source as published, the first year of a case."""

    date: str
    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation with the practices that it would mend and the last status that was stated, if any."""

    id: str
    text: str
    practices: tuple[str, ...]
    sources: tuple[str, ...]
    status: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What bodies answered to a finding."""

    id: str
    text: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One unit: its cells, its chronology, what was recommended, and what was replied.

    `sources` make its findings; in `sought` of them anybody looked for a reply.
    """

    unit: Unit
    cells: tuple[Cell, ...]
    chronology: tuple[Dated, ...]
    recommendations: tuple[Asked, ...]
    replies: tuple[Reply, ...]
    sources: int
    sought: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A topic on which at least one unit was judged, with the cell of each unit in order.

    It is shared where all that were judged were judged alike, differing where not, and alone where only one was.
    """

    topic_id: str
    topic: str
    cells: tuple[Cell, ...]
    verdict: Verdict


def comparable(database: Database) -> tuple[Unit, ...]:
    """All that can be compared, by name."""
    rows = database.read(statement("_library/comparable"), _fixed(), row_limit=MOST_CELLS)
    return tuple(Unit(row["id"], row["name"], row["kind"]) for row in rows)


def compare(
    database: Database, ids: Sequence[str], topics: Topics = "practice", subjects: Sequence[str] = EXPLOITATION
) -> tuple[Profile, ...]:
    """The profiles of two to six units, in the order given. Raises ParameterError for others."""
    known = {unit.id: unit for unit in comparable(database)}
    unknown = [each for each in ids if each not in known]
    if unknown:
        raise ParameterError(f"{unknown[0]!r} cannot be compared: choose places or agencies with a finding.")
    if not FEWEST <= len(dict.fromkeys(ids)) <= MOST:
        raise ParameterError(f"{len(ids)} were chosen: choose {FEWEST} to {MOST} different places or agencies.")
    units = [known[each] for each in ids]
    held = _cells(database, units, topics, subjects)
    return tuple(_profile(database, unit, [cell for cell in held if cell.unit_id == unit.id]) for unit in units)


def profile(
    database: Database, unit: Unit, topics: Topics = "practice", subjects: Sequence[str] = EXPLOITATION
) -> Profile:
    """One unit."""
    return _profile(database, unit, _cells(database, [unit], topics, subjects))


def _profile(database: Database, unit: Unit, held: Sequence[Cell]) -> Profile:
    given = {"id": unit.id, **_fixed()}
    dated = database.read(statement("_library/chronology"), given, row_limit=MOST_CELLS)
    asked = database.read(statement("_library/recommendations_of"), given, row_limit=MOST_CELLS)
    (replied,) = database.read(statement("_library/replies_of"), given, row_limit=MOST_CELLS)
    return Profile(
        unit=unit,
        cells=tuple(held),
        chronology=tuple(Dated(**row) for row in dated),
        recommendations=tuple(
            Asked(row["id"], row["text"], tuple(row["practices"]), tuple(row["sources"]), row["status"])
            for row in asked
        ),
        replies=tuple(Reply(row["id"], row["text"], tuple(row["bodies"])) for row in replied["replies"]),
        sources=replied["sources"],
        sought=replied["sought"],
    )


def cells_of_agencies(
    database: Database,
    ids: Sequence[str],
    topics: Topics = "practice",
    subjects: Sequence[str] = EXPLOITATION,
    case_kinds: Sequence[str] = ALL_CASES,
) -> tuple[Cell, ...]:
    """The cells of single agencies, over findings in cases of these kinds."""
    parameters = {
        "units": list(ids),
        "level": LEVELS[topics],
        "subjects": list(subjects),
        "case_kinds": list(case_kinds),
        **{name: list(FIXED[name]) for name in ("judging", "bases")},
    }
    rows = database.read(statement("_library/cells_of_agencies"), parameters, row_limit=MOST_CELLS)
    return tuple(cell_of_row(row) for row in rows)


def side_by_side(profiles: Sequence[Profile]) -> tuple[Compared, ...]:
    """The topics on which at least one of the units was judged, those shared first, then those that differ."""
    held: dict[str, list[Cell]] = {}
    for each in profiles:
        for cell in each.cells:
            held.setdefault(cell.topic_id, []).append(cell)
    judged = (group for group in held.values() if any(cell.findings for cell in group))
    found = (Compared(group[0].topic_id, group[0].topic_name, tuple(group), _verdict(group)) for group in judged)
    order: tuple[Verdict, ...] = ("shared", "differing", "alone")
    return tuple(sorted(found, key=lambda each: (order.index(each.verdict), each.topic)))


def as_rows(profiles: Sequence[Profile]) -> Rows:
    """A row for each topic, with its verdict and the state of each unit in a column of its name."""
    columns = ("topic_id", "topic", "verdict", *(each.unit.name for each in profiles))
    order = [each.unit.id for each in profiles]
    rows = (
        (each.topic_id, each.topic, each.verdict,
         *(cell.state for cell in sorted(each.cells, key=lambda cell: order.index(cell.unit_id))))
        for each in side_by_side(profiles)
    )  # fmt: skip
    return Rows(columns, tuple(rows))


def _verdict(group: Sequence[Cell]) -> Verdict:
    judged = [cell.verdict for cell in group if cell.findings]
    if len(judged) == 1:
        return "alone"
    return "shared" if len(set(judged)) == 1 else "differing"


def _cells(database: Database, units: Sequence[Unit], topics: Topics, subjects: Sequence[str]) -> tuple[Cell, ...]:
    ids = {unit.id for unit in units}
    places: tuple[Cell, ...] = ()
    if any(unit.is_place for unit in units):
        places = tuple(cell for cell in cells(database, "place", topics, subjects) if cell.unit_id in ids)
    agencies = [unit.id for unit in units if not unit.is_place]
    return (*places, *cells_of_agencies(database, agencies, topics, subjects))


def _fixed() -> Mapping[str, Any]:
    return {"case_kinds": list(FIXED["case_kinds"])}
