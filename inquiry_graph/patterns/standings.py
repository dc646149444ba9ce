"""How police areas stand in a pair of topics: whole, and without one part of what was read.

An area fails in a topic if any finding there says failing or mixed. Its stratum is the weightiest kind of source that
it was read in for either topic.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from inquiry_graph.patterns.exact import Table
from inquiry_graph.patterns.observations import Evidence, weightiest

Part = Literal["family", "area", "seen_in"]
Standing = tuple[bool, bool, str]  # failing in the first topic, in the second, and the stratum
_Stand = tuple[bool, str]  # failing in the topic, and the weightiest kind of source


@dataclass(frozen=True, slots=True)
class Read:
    """What was read on one topic: the evidence in each police area, and how the area stands."""

    rows: Mapping[str, Sequence[Evidence]] = field(default_factory=dict)
    stands: Mapping[str, _Stand] = field(default_factory=dict)


def read_by_topic(evidence: Iterable[Evidence]) -> dict[str, Read]:
    """What was read on each topic."""
    found: defaultdict[str, defaultdict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for row in evidence:
        found[row.topic][row.area].append(row)
    return {topic: Read(areas, {area: _stand(rows) for area, rows in areas.items()}) for topic, areas in found.items()}


def read_for_both(first: Read, second: Read) -> dict[str, Standing]:
    """How each police area stands that was read for both topics."""
    both = first.stands.keys() & second.stands.keys()
    return {area: _standing(first.stands[area], second.stands[area]) for area in both}


def tables(standings: Mapping[Standing, int]) -> tuple[Table, ...]:
    """A table for each stratum, out of how many areas stand in each way."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for (first, second, stratum), count in standings.items():
        counts[stratum][3 - 2 * first - second] += count
    return tuple(Table(*counts[stratum]) for stratum in sorted(counts))


def leaving_out(first: Read, second: Read, part: Part) -> Iterator[tuple[str, Mapping[Standing, int]]]:
    """For each value of the part, how many areas stand in each way without it.

    Only the areas that the part touches are worked out anew.
    """
    whole = read_for_both(first, second)
    counted = Counter(whole.values())
    touched: defaultdict[str, set[str]] = defaultdict(set)
    for area in whole:
        for row in (*first.rows[area], *second.rows[area]):
            touched[getattr(row, part)].add(area)
    for value, areas in sorted(touched.items()):
        rest = counted.copy()
        rest.subtract(whole[area] for area in areas)
        left = (_left(first.rows[area], second.rows[area], part, value) for area in areas)
        rest.update(each for each in left if each is not None)
        yield value, rest


def _left(first: Sequence[Evidence], second: Sequence[Evidence], part: Part, value: str) -> Standing | None:
    """How an area stands without that value of the part; None where it is no longer read for both."""
    ones, others = ([row for row in rows if getattr(row, part) != value] for rows in (first, second))
    return _standing(_stand(ones), _stand(others)) if ones and others else None


def _stand(rows: Sequence[Evidence]) -> _Stand:
    return any(row.failing for row in rows), weightiest({row.kind for row in rows})


def _standing(first: _Stand, second: _Stand) -> Standing:
    return first[0], second[0], _weightier(first[1], second[1])


@cache
def _weightier(one: str, other: str) -> str:
    return weightiest((one, other))
