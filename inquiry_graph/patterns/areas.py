"""The police areas behind a pair of topics: how each stands in both, and the findings that say so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from inquiry_graph import model
from inquiry_graph.patterns.observations import Evidence, Observed, weightiest
from inquiry_graph.subgraph import Rows

Part = Literal["both", "first_only", "second_only", "neither"]
PARTS: tuple[Part, ...] = ("both", "first_only", "second_only", "neither")
_KINDS = {term.value: term.words for term in model.SOURCE_KINDS}


@dataclass(frozen=True, slots=True)
class Area:
    """A police area that was read for both topics. `kind` is the weightiest kind of source that it was read in."""

    id: str
    name: str
    first_failing: bool
    second_failing: bool
    kind: str
    first: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def part(self) -> Part:
        """Where it stands in the table of the pair."""
        if self.first_failing:
            return "both" if self.second_failing else "first_only"
        return "second_only" if self.second_failing else "neither"

    @property
    def findings(self) -> tuple[str, ...]:
        """What was found about both."""
        return tuple(sorted({*self.first, *self.second}))


def read_for_both(held: Observed, first: str, second: str) -> tuple[Area, ...]:
    """The police areas that were read for both topics, by name."""
    by_area: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in held.evidence:
        if row.topic in (first, second):
            by_area[row.area].append(row)
    found = (_area(held.areas[area], rows, first, second) for area, rows in by_area.items())
    return tuple(sorted((each for each in found if each.first and each.second), key=lambda each: (each.name, each.id)))


def as_rows(areas: tuple[Area, ...]) -> Rows:
    """A row for each police area."""
    columns = ("area_id", "area", "part", "kind_of_source", "findings_on_first", "findings_on_second")
    return Rows(columns, tuple((e.id, e.name, e.part, _KINDS[e.kind], list(e.first), list(e.second)) for e in areas))


def _area(name: str, rows: list[Evidence], first: str, second: str) -> Area:
    ones, others = ([row for row in rows if row.topic == topic] for topic in (first, second))
    return Area(
        rows[0].area,
        name,
        any(row.failing for row in ones),
        any(row.failing for row in others),
        weightiest({row.kind for row in rows}),
        tuple(sorted({row.finding for row in ones})),
        tuple(sorted({row.finding for row in others})),
    )
