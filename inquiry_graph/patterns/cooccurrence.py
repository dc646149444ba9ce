"""Which failings were found together more often than chance would have it, and which of these stand on no one part.

A pair of topics is tried only if it passes a gate that was fixed before any result was seen and that looks at the
margins alone, never at how the two lie together: `FEWEST_AREAS` police areas read for both, `FEWEST_IN_MARGIN` in
each margin, and a smallest attainable p that could survive the correction (R. E. Tarone, *Biometrics* 46 (1990),
515-522; for the false discovery rate P. B. Gilbert, *Applied Statistics* 54 (2005), 143-158). The pairs that pass are
tested exactly within strata (`exact`), corrected by Benjamini and Hochberg (*Journal of the Royal Statistical Society*
B 57 (1995), 289-300), and those that remain are tested again without each family of sources, each police area and
each way in which pages were seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from scipy.stats import false_discovery_control

from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.patterns.exact import Table, exact_test
from inquiry_graph.patterns.observations import Observed
from inquiry_graph.patterns.standings import Part, Read, leaving_out, read_by_topic, read_for_both, tables
from inquiry_graph.progress import Progress, unheard
from inquiry_graph.subgraph import Rows

FEWEST_AREAS = 10
FEWEST_IN_MARGIN = 3
LEVEL = 0.05
NOTHING = Read()
_SEEN_IN = {term.value: term.words for term in model.SEEN_IN}

PARTS: Mapping[Part, str] = {
    "family": "one family of sources",
    "area": "one police area",
    "seen_in": "one way in which pages were seen",
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The test without one part: `areas` are left, and `stands` says whether the pattern does.

    It stands where what is left goes the same way and its own p is `LEVEL` or less.
    """

    part: Part
    value: str
    name: str
    areas: int
    p: float
    effect: float | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two topics and the police areas read for both. `table` sums the strata; `why_not` is empty if it was tried.

    `p`, `adjusted` and `effect` are None for a pair that was not tried. `left_out` is filled for a pair that passed
    the correction: each part whose leaving out changes anything.
    """

    first: str
    second: str
    first_name: str
    second_name: str
    table: Table
    strata: int
    least_p: float
    why_not: str = ""
    p: float | None = None
    adjusted: float | None = None
    effect: float | None = None
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether it was tried and is within the false discovery rate."""
        return self.adjusted is not None and self.adjusted <= LEVEL

    @property
    def survives(self) -> bool:
        """Whether it passed and stands without any one part."""
        return self.passed and all(each.stands for each in self.left_out)

    @property
    def vanishes_without(self) -> tuple[LeftOut, ...]:
        """The parts without which a pair that passed does not stand."""
        return tuple(each for each in self.left_out if not each.stands)

    def sentence(self) -> str:
        """What was found, in words, without its full stop."""
        table = self.table
        others = table.units - table.first
        return (
            f"Where “{self.first_name}” was found failing or mixed, “{self.second_name}” was too in {table.both} of "
            f"{number(table.first, 'police areas')}; where it was found adequate, in {table.second_only} of {others}"
        )


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """All pairs of a footing's topics: those tried, with the rest and why each was not tried."""

    observed: Observed
    pairs: tuple[Pair, ...]

    @property
    def tried(self) -> tuple[Pair, ...]:
        """Pairs that passed the gate, the least likely by chance first."""
        found = [each for each in self.pairs if not each.why_not]
        return tuple(sorted(found, key=lambda each: (each.p or 0.0, each.first, each.second)))

    @property
    def surviving(self) -> tuple[Pair, ...]:
        """Pairs that passed the correction and stand without any one part."""
        return tuple(each for each in self.tried if each.survives)

    def sentence(self, noun: str) -> str:
        """How many pairs there are, were tried, passed and stand, without a full stop; `noun` names the topics."""
        told = number(len(self.pairs), f"pairs of {noun}")
        if not self.tried:
            return f"Too few to test: of {told}, none passed the gate that was fixed beforehand"
        passed = sum(each.passed for each in self.tried)
        if not passed:
            return f"Of {told}, {len(self.tried)} passed the gate and could be tried; none passed the correction"
        return (
            f"Of {told}, {len(self.tried)} passed the gate and could be tried; {passed} passed the correction, of "
            f"which {len(self.surviving) or 'none'} would still stand without any one family of sources, police area "
            "or way of seeing pages"
        )


def cooccurrence(held: Observed, progress: Progress = unheard) -> CoOccurrence:
    """Try every pair of topics that passes the gate, and leave parts out of those that pass the correction."""
    read = read_by_topic(held.evidence)
    topics = sorted(held.topics)
    tried = corrected(_gated(held, *pair, read) for pair in combinations(topics, 2))
    progress(f"{number(len(tried), 'pairs')}, {sum(not each.why_not for each in tried)} of them tried.")
    return CoOccurrence(held, tuple(_finished(tried, read, held, progress)))


def pairs_as_rows(found: CoOccurrence) -> Rows:
    """A row for each pair: those tried first, the least likely by chance before others, then by areas read for both."""
    untried = sorted((e for e in found.pairs if e.why_not), key=lambda e: (-e.table.units, e.first, e.second))
    columns = (
        "first_id", "first", "second_id", "second", "areas", "both", "first_only", "second_only", "neither", "strata",
        "least_p", "why_not", "p", "adjusted_p", "effect", "passed", "survives", "vanishes_without", "findings",
    )  # fmt: skip
    rows = (
        (e.first, e.first_name, e.second, e.second_name, t.units, t.both, t.first_only, t.second_only, t.neither,
         e.strata, e.least_p, e.why_not, e.p, e.adjusted, e.effect, e.passed, e.survives,
         [each.name for each in e.vanishes_without], list(e.findings))
        for e in (*found.tried, *untried)
        for t in (e.table,)
    )  # fmt: skip
    return Rows(columns, tuple(rows))


def left_out_as_rows(found: CoOccurrence) -> Rows:
    """A row for each part that was left out of a pair that passed the correction."""
    columns = ("first_id", "first", "second_id", "second", "part", "value", "name", "areas", "p", "effect", "stands")
    rows = (
        (e.first, e.first_name, e.second, e.second_name,
         each.part, each.value, each.name, each.areas, each.p, each.effect, each.stands)
        for e in found.tried
        for each in e.left_out
    )  # fmt: skip
    return Rows(columns, tuple(rows))


def _gated(held: Observed, first: str, second: str, read: Mapping[str, Read]) -> Pair:
    both = read_for_both(read.get(first, NOTHING), read.get(second, NOTHING))
    strata = tables(Counter(both.values()))
    whole = sum(strata, Table())
    result = exact_test(strata)
    return Pair(
        first,
        second,
        held.topics[first],
        held.topics[second],
        whole,
        len(strata),
        result.least_p,
        why_not=_too_few(whole),
        p=result.p,
        effect=result.effect,
    )


def _too_few(table: Table) -> str:
    if table.units < FEWEST_AREAS:
        return f"{number(table.units, 'police areas')} read for both, fewer than {FEWEST_AREAS}"
    if table.least_margin < FEWEST_IN_MARGIN:
        return f"{table.least_margin} in one margin, fewer than {FEWEST_IN_MARGIN}"
    return ""


def highest_least_p(least: Sequence[float]) -> float:
    """Tarone's rule: LEVEL / k for the smallest k for which at most k of the smallest attainable p are so small."""
    k = next((k for k in range(1, len(least) + 1) if sum(p <= LEVEL / k for p in least) <= k), 1)
    return LEVEL / k


def corrected(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs with their adjusted p; those that the rest of the gate stops have no p at all."""
    listed = list(pairs)
    highest = highest_least_p([each.least_p for each in listed if not each.why_not])
    pairs = [_stopped(each, highest) for each in listed]
    tried = [each for each in pairs if each.p is not None]
    if not tried:
        return pairs
    adjusted = false_discovery_control([each.p for each in tried], method="bh")
    by_pair = {(each.first, each.second): float(value) for each, value in zip(tried, adjusted, strict=True)}
    return [replace(each, adjusted=by_pair.get((each.first, each.second))) for each in pairs]


def _stopped(pair: Pair, highest: float) -> Pair:
    too_high = f"its smallest attainable p is above {highest:.2g}, so it could not survive the correction"
    why_not = pair.why_not or (too_high if pair.least_p > highest else "")
    return replace(pair, why_not=why_not, p=None, effect=None) if why_not else pair


def _finished(pairs: Sequence[Pair], read: Mapping[str, Read], held: Observed, progress: Progress) -> Iterator[Pair]:
    passed = sum(each.passed for each in pairs)
    done = 0
    for pair in pairs:
        if not pair.passed:
            yield pair
            continue
        done += 1
        progress(f"Leaving parts out: pair {done:,} of {passed:,}.")
        both = read[pair.first], read[pair.second]
        yield replace(pair, left_out=tuple(_left_out(*both, pair, held)), findings=_findings(*both))


def _findings(first: Read, second: Read) -> tuple[str, ...]:
    """The findings in the police areas read for both."""
    areas = read_for_both(first, second)
    return tuple(sorted({row.finding for read in (first, second) for area in areas for row in read.rows[area]}))


def _left_out(first: Read, second: Read, pair: Pair, held: Observed) -> Iterator[LeftOut]:
    """The test without each part in turn."""
    names = {"family": held.families, "area": held.areas, "seen_in": _SEEN_IN}
    for part in PARTS:
        for value, standings in leaving_out(first, second, part):
            strata = tables(standings)
            result = exact_test(strata)
            same_way = result.effect is not None and pair.effect is not None and result.effect * pair.effect > 0
            stands = same_way and result.p <= LEVEL
            areas = sum(each.units for each in strata)
            yield LeftOut(part, value, names[part].get(value, value), areas, result.p, result.effect, stands)
