"""The matrix: topics across; down it places, forces, kinds of agency or periods; totals with base and bounds.

A line of places or forces holds one cell for each topic. A line of a kind of agency or a period holds, for each topic,
the cells of all places within it, and is told by how many places are in each state: lumped together, they would
all be mixed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Literal

from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering

from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION, JUDGED, PERIODS, Cell, Tally, Topics, Units, cells
from inquiry_graph.database import Database
from inquiry_graph.subgraph import Rows

Order = Literal["name", "read", "likeness"]

UNIT_NOUNS: Mapping[Units, str] = {"place": "places", "force": "forces", "agency_kind": "places", "period": "places"}
# How far two findings lie apart: from failing to adequate it is one step, to mixed half of one.
_PLACES = dict(zip(JUDGED, (1.0, 0.5, 0.0), strict=True))
LONG_COLUMNS = (
    "line_id", "line", "unit_id", "unit", "topic_id", "topic", "state", "conflicting", "failing", "mixed", "adequate",
    "examined", "counted", "weight", "findings",
)  # fmt: skip
TOTAL_COLUMNS = (
    "line_id", "line", "topic_id", "topic", "failing", "mixed", "conflicting", "adequate", "with_finding",
    "no_finding_read", "examined", "low", "high", "not_examined", "everywhere", "highest", "scope_not_known",
    "read_elsewhere", "wider_places", "weight_failing", "weight_with_finding", "sentence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line or a column of the matrix is about."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix in the order in which it is shown. `held` has the cells of each line and topic by their ids.

    `grouped` says whether a line holds the cells of many units for each topic; `noun` is what a tally counts, in the
    plural.
    """

    units: str
    lines: tuple[Heading, ...]
    topics: tuple[Heading, ...]
    held: Mapping[tuple[str, str], tuple[Cell, ...]]
    noun: str
    grouped: bool

    def at(self, line: str, topic: str) -> tuple[Cell, ...]:
        """The cells of a line under a topic: one, or one for each place."""
        return self.held.get((line, topic), ())

    def counts(self) -> Iterator[tuple[Heading | None, Heading, tuple[Cell, ...]]]:
        """The cells that are counted together: under a topic those of all lines, shown or not.

        In a grouped matrix those of each line, since a unit stands in several and would be counted more than once.
        """
        for topic in self.topics:
            if self.grouped:
                yield from ((line, topic, self.at(line.id, topic.id)) for line in self.lines)
            else:
                yield None, topic, tuple(cell for at, of in self.held.items() if at[1] == topic.id for cell in of)

    def judged(self, line: str) -> int:
        """Topics under which the line holds a finding that judges it."""
        return sum(any(cell.findings for cell in self.at(line, topic.id)) for topic in self.topics)


def matrix(
    database: Database,
    units: Units = "place",
    topics: Topics = "practice",
    subjects: Sequence[str] = EXPLOITATION,
    *,
    programme: str = "",
    round: str = "initial",  # noqa: A002 - the model's name for it
    source_kinds: Sequence[str] = (),
    seen_in: Sequence[str] = (),
    order: Order = "name",
    only_judged: bool = False,
) -> Matrix:
    """The matrix of these cells, as `cells` takes the choices.

    Lines and topics stand in the order of their names, of how much was found on them, or of likeness. `only_judged`
    leaves out the lines and topics on which nothing was found.
    """
    found = cells(
        database, units, topics, subjects,
        programme=programme, round=round, source_kinds=source_kinds, seen_in=seen_in,
    )  # fmt: skip
    return arranged(units, found, order, only_judged=only_judged)


def arranged(units: Units, found: Iterable[Cell], order: Order = "name", *, only_judged: bool = False) -> Matrix:
    """The cells as a matrix, in that order."""
    held: dict[tuple[str, str], list[Cell]] = {}
    lines: dict[str, Heading] = {}
    topics: dict[str, Heading] = {}
    for cell in found:
        line = _line(units, cell)
        lines[line.id] = line
        topics[cell.topic_id] = Heading(cell.topic_id, cell.topic_name)
        held.setdefault((line.id, cell.topic_id), []).append(cell)
    whole = Matrix(
        units, tuple(lines.values()), tuple(topics.values()), {at: tuple(of) for at, of in held.items()},
        UNIT_NOUNS[units], units in ("agency_kind", "period"),
    )  # fmt: skip
    kept = _judged_only(whole) if only_judged else whole
    return _ordered(kept, order)


def laid_out(
    lines: Iterable[Heading], topics: Iterable[Heading], found: Iterable[tuple[str, str, Cell]], noun: str
) -> Matrix:
    """A grouped matrix of cells given with the ids of their line and topic, in the order of the headings."""
    held: dict[tuple[str, str], list[Cell]] = {}
    for line, topic, cell in found:
        held.setdefault((line, topic), []).append(cell)
    return Matrix(
        "grouped", tuple(lines), tuple(topics), {at: tuple(of) for at, of in held.items()}, noun, grouped=True
    )


def wide(matrix: Matrix) -> Rows:
    """The matrix as it is shown, for a spreadsheet: a row for each line, a column for each topic with the state."""
    columns = ("line_id", "line", *(topic.name for topic in matrix.topics))
    rows = [
        (line.id, line.name, *(_told(matrix, matrix.at(line.id, topic.id)) for topic in matrix.topics))
        for line in matrix.lines
    ]
    return Rows(columns, tuple(rows))


def long(matrix: Matrix) -> Rows:
    """A row for each cell, with how many findings judge it and how, for a program."""
    rows = (
        _long_row(line, cell)
        for line in matrix.lines
        for topic in matrix.topics
        for cell in matrix.at(line.id, topic.id)
    )
    return Rows(LONG_COLUMNS, tuple(rows))


def totals(matrix: Matrix) -> Rows:
    """For each topic, how many units are in each state, of how many, and between which bounds the failing lie.

    In a grouped matrix for each line apart.
    """
    return Rows(TOTAL_COLUMNS, tuple(_total_row(matrix, *counted) for counted in matrix.counts()))


def by_weight(found: Iterable[Cell]) -> tuple[float, float]:
    """Failing or mixed and all cells with a finding, each cell as heavy as its weightiest citation."""
    judged = [cell for cell in found if cell.counted and cell.state in JUDGED]
    bad = sum(cell.weight for cell in judged if cell.state != "adequate")
    return round(bad, 2), round(sum(cell.weight for cell in judged), 2)


def distance(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """How unlike two lines are, from 0 to 1, by the state of each topic on which they were judged.

    The mean over the topics judged in either: how far the states lie apart, and 1 where only one was judged.
    """
    topics = one.keys() | other.keys()
    if not topics:
        return 1.0
    return sum(_apart(one.get(topic), other.get(topic)) for topic in topics) / len(topics)


def by_likeness(profiles: Sequence[Mapping[str, str]]) -> list[int]:
    """The places of the profiles in an order in which neighbours are as like as can be (optimal leaf ordering)."""
    if len(profiles) < 3:
        return list(range(len(profiles)))
    apart = [distance(one, other) for one, other in combinations(profiles, 2)]
    return [int(place) for place in leaves_list(optimal_leaf_ordering(linkage(apart, "average"), apart))]


def _line(units: Units, cell: Cell) -> Heading:
    if units == "agency_kind":
        return Heading(cell.group, next(term.words for term in model.AGENCY_KINDS if term.value == cell.group))
    if units == "period":
        return Heading(cell.group, next(period.words for period in PERIODS if period.value == cell.group))
    return Heading(cell.unit_id, cell.unit_name)


def _judged_only(whole: Matrix) -> Matrix:
    judged = {at for at, found in whole.held.items() if any(cell.findings for cell in found)}
    lines, topics = {line for line, _ in judged}, {topic for _, topic in judged}
    return replace(
        whole,
        lines=tuple(line for line in whole.lines if line.id in lines),
        topics=tuple(topic for topic in whole.topics if topic.id in topics),
    )


def _ordered(whole: Matrix, order: Order) -> Matrix:
    named = replace(whole, lines=_by_name(whole))
    if order == "read":
        return _by_reading(named)
    return _alike(named) if order == "likeness" else named


def _by_name(whole: Matrix) -> tuple[Heading, ...]:
    if whole.units == "period":
        periods = [period.value for period in PERIODS]
        return tuple(sorted(whole.lines, key=lambda line: periods.index(line.id)))
    return tuple(sorted(whole.lines, key=lambda line: (line.name, line.id)))


def _by_reading(whole: Matrix) -> Matrix:
    """Topics and lines on which most was found first: that says how much was read, not how bad it was."""
    found = Counter(topic for (_, topic), of in whole.held.items() if any(cell.findings for cell in of))
    topics = tuple(sorted(whole.topics, key=lambda topic: -found[topic.id]))
    lines = whole.lines if whole.units == "period" else sorted(whole.lines, key=lambda line: -whole.judged(line.id))
    return replace(whole, lines=tuple(lines), topics=topics)


def _alike(whole: Matrix) -> Matrix:
    down = [
        _profile((cell.unit_id, cell) for line in whole.lines for cell in whole.at(line.id, topic.id))
        for topic in whole.topics
    ]
    topics = tuple(whole.topics[place] for place in by_likeness(down))
    if whole.grouped:
        return replace(whole, topics=topics)
    across = [
        _profile((cell.topic_id, cell) for topic in whole.topics for cell in whole.at(line.id, topic.id))
        for line in whole.lines
    ]
    return replace(whole, topics=topics, lines=tuple(whole.lines[place] for place in by_likeness(across)))


def _profile(found: Iterable[tuple[str, Cell]]) -> dict[str, str]:
    """The state of each judged cell, by what tells it from the others of its line or topic."""
    return {f"{key} {cell.group}": cell.state for key, cell in found if cell.state in JUDGED}


def _apart(one: str | None, other: str | None) -> float:
    return 1.0 if one is None or other is None else abs(_PLACES[one] - _PLACES[other])


def _told(matrix: Matrix, found: Sequence[Cell]) -> str:
    if matrix.grouped:
        return Tally.of(found).sentence(matrix.noun)
    return "; ".join(f"{cell.state}{', conflicting' if cell.conflicting else ''}" for cell in found)


def _long_row(line: Heading, cell: Cell) -> tuple[Any, ...]:
    return (
        line.id, line.name, cell.unit_id, cell.unit_name, cell.topic_id, cell.topic_name, cell.state, cell.conflicting,
        cell.failing, cell.mixed, cell.adequate, cell.examined, cell.counted, cell.weight, list(cell.findings),
    )  # fmt: skip


def _total_row(matrix: Matrix, line: Heading | None, topic: Heading, found: Sequence[Cell]) -> tuple[Any, ...]:
    tally = Tally.of(found)
    return (
        line.id if line else "", line.name if line else "", topic.id, topic.name,
        tally.failing, tally.mixed, tally.conflicting, tally.adequate, tally.with_finding, tally.no_finding_read,
        tally.examined, tally.low, tally.high, tally.not_examined, tally.everywhere, tally.highest,
        tally.scope_not_known, tally.read_elsewhere, tally.wider_places, *by_weight(found), tally.sentence(matrix.noun),
    )  # fmt: skip
