"""Change over time, with care: when conduct took place and when it was published are two things, kept apart.

From one period to the next other places are read. What then changes is who was looked at, so that no line is drawn
through the periods: two periods are compared on the places that were read for both, and on no others. A finding on
conduct that reaches from one period into the next is no evidence of what changed between them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from inquiry_graph.catalogue import statement
from inquiry_graph.cells import EXPLOITATION, MOST_CELLS, PERIODS, Cell, Period, Topics, cells, counted, number
from inquiry_graph.database import Database
from inquiry_graph.subgraph import Rows

Dated = Literal["conduct", "publication"]
FEWEST_FOR_CHANGE = 10
KNOWN = tuple(each for each in PERIODS if each.from_year is not None)


@dataclass(frozen=True, slots=True)
class InPeriod:
    """One topic in one period: the places judged, with the state of each."""

    period: Period
    states: Mapping[str, str]
    findings: tuple[str, ...]

    @property
    def failing(self) -> int:
        """Places found failing or mixed."""
        return sum(_fails(state) for state in self.states.values())


@dataclass(frozen=True, slots=True)
class Change:
    """Two periods, one after the other, on the places read for both by findings of their own.

    In `spanning` more places one finding is about both periods, and so says nothing of a change.
    """

    before: Period
    after: Period
    both: int
    still: int
    better: int
    worse: int
    spanning: int = 0

    @property
    def enough(self) -> bool:
        """Whether enough places were read for both to speak of a change."""
        return self.both >= FEWEST_FOR_CHANGE

    def sentence(self) -> str:
        """What the places read for both show, without a full stop."""
        told = f"{self.before.words} and {self.after.words}: "
        if not self.enough:
            return f"{told}{number(self.both, 'places')} read for both, too few to speak of a change"
        return (
            f"{told}of {self.both} places read for both, {self.still} failing or mixed in both, {self.better} only in "
            f"the earlier and {self.worse} only in the later{self._left_out()}"
        )

    def _left_out(self) -> str:
        spanning = number(self.spanning, "more places")
        return f" ({spanning} left out, where one finding is about both)" if self.spanning else ""


@dataclass(frozen=True, slots=True)
class OverTime:
    """A topic through the periods, and what neighbouring periods have in common."""

    topic_id: str
    topic: str
    dated: Dated
    periods: tuple[InPeriod, ...]
    changes: tuple[Change, ...]

    def sentence(self) -> str:
        """Whether anything can be said of a change, without a full stop."""
        enough = [each for each in self.changes if each.enough]
        if not enough:
            most = max((each.both for each in self.changes), default=0)
            return (
                f"No change can be stated: no two neighbouring periods have {FEWEST_FOR_CHANGE} places read for both "
                f"(the most is {most})"
            )
        return "; ".join(each.sentence() for each in enough)


def over_time(
    database: Database, dated: Dated, topics: Topics = "theme", subjects: Sequence[str] = EXPLOITATION
) -> tuple[OverTime, ...]:
    """Each topic through the periods of conduct, or of first publication, by places with a finding in a known scope.

    A place that holds another of the count is left out. A finding stands in every period that its conduct reaches
    into, and in the one in which it was first published.
    """
    found = cells(database, "period" if dated == "conduct" else "place", topics, subjects)
    judged = [cell for cell in found if cell.counted and cell.findings and cell.examined]
    return through(judged if dated == "conduct" else published(database, judged), dated)


def published(database: Database, judged: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells taken apart by the period in which each finding was first published."""
    listed = tuple(judged)
    ids = sorted({finding for cell in listed for finding in cell.findings})
    rows = database.read(statement("_library/publication_of_findings"), {"ids": ids}, row_limit=MOST_CELLS)
    return split(listed, {row["finding"]: (row["outcome"], row["year"]) for row in rows})


def split(judged: Iterable[Cell], known: Mapping[str, tuple[str, int | None]]) -> tuple[Cell, ...]:
    """The cells taken apart by the period of each finding's year, given with its outcome."""
    return tuple(part for cell in judged for part in _parts(cell, known))


def through(judged: Iterable[Cell], dated: Dated) -> tuple[OverTime, ...]:
    """The topics of these cells, each cell's `group` being its period."""
    topics: defaultdict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in judged:
        topics[cell.topic_name, cell.topic_id].append(cell)
    return tuple(_over_time(topic, name, topics[name, topic], dated) for name, topic in sorted(topics))


def as_rows(found: Iterable[OverTime]) -> Rows:
    """A row for each topic and period."""
    columns = ("dated", "topic_id", "topic", "period", "places_with_finding", "failing_or_mixed", "read_in_next_too")
    rows: list[tuple[object, ...]] = []
    for each in found:
        both = {change.before.value: change.both for change in each.changes}
        rows += (
            (each.dated, each.topic_id, each.topic, part.period.words, len(part.states), part.failing,
             both.get(part.period.value))
            for part in each.periods
        )  # fmt: skip
    return Rows(columns, tuple(rows))


def _parts(cell: Cell, known: Mapping[str, tuple[str, int | None]]) -> Iterable[Cell]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for finding in cell.findings:
        groups[_period_of(known[finding][1])].append(finding)
    for period, findings in sorted(groups.items()):
        failing, mixed, adequate = counted([known[finding][0] for finding in findings])
        yield replace(cell, failing=failing, mixed=mixed, adequate=adequate, findings=tuple(findings), group=period)


def _period_of(year: int | None) -> str:
    held = (each.value for each in KNOWN if year is not None and (each.from_year or 0) <= year <= (each.to_year or 0))
    return next(held, PERIODS[-1].value)


def _over_time(topic: str, name: str, judged: Sequence[Cell], dated: Dated) -> OverTime:
    groups = {period: {cell.unit_id: cell for cell in judged if cell.group == period.value} for period in PERIODS}
    changes = tuple(_change(*both, groups[both[0]], groups[both[1]]) for both in pairwise(KNOWN))
    return OverTime(topic, name, dated, tuple(_in_period(*each) for each in groups.items()), changes)


def _in_period(period: Period, judged: Mapping[str, Cell]) -> InPeriod:
    findings = sorted({finding for cell in judged.values() for finding in cell.findings})
    return InPeriod(period, {place: cell.state for place, cell in judged.items()}, tuple(findings))


def _change(before: Period, after: Period, earlier: Mapping[str, Cell], later: Mapping[str, Cell]) -> Change:
    shared = earlier.keys() & later.keys()
    both = {place for place in shared if not set(earlier[place].findings) & set(later[place].findings)}
    seen = Counter((_fails(earlier[place].state), _fails(later[place].state)) for place in both)
    return Change(
        before, after, len(both), seen[True, True], seen[True, False], seen[False, True], len(shared) - len(both)
    )


def _fails(state: str) -> bool:
    return state in ("failing", "mixed")
