"""Which cases are alike: compared only on the practices read for both, and only where these are enough.

Two cases are alike on a practice if they stand in the same state. The share of practices on which they are alike says
little by itself, since most of what is published is failing; so it stands beside the share that two cases would reach
by chance, if each practice's states were dealt among the cases read for it, and cases are ordered by what goes beyond
chance: (observed - expected) / (1 - expected), the form of J. Cohen's kappa (*Educational and Psychological
Measurement* 20 (1960), 37-46). Groups are sought (V. D. Blondel and others, *Journal of Statistical Mechanics* (2008),
P10008) only if a tenth of all pairs can be compared, and shown only if they come back when practices are drawn anew
(C. Hennig, *Computational Statistics & Data Analysis* 52 (2007), 258-271).
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import networkx

from inquiry_graph import model
from inquiry_graph.catalogue import FIXED, statement
from inquiry_graph.cells import EXPLOITATION, MOST_CELLS, Cell, counted, number
from inquiry_graph.database import Database
from inquiry_graph.patterns.observations import Footing
from inquiry_graph.subgraph import Rows

FEWEST_SHARED = 8
SHARE_FOR_GROUPS = 0.1
DRAWS = 200
STABLE = 0.75
SMALLEST_GROUP = 3
SEED = 2007


@dataclass(frozen=True, slots=True)
class CaseRead:
    """A case with the state of each practice that was judged in it, and the findings behind each."""

    id: str
    name: str
    states: Mapping[str, str]
    findings: Mapping[str, tuple[str, ...]]
    wider: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two cases: the practices in the same state and in different ones, and the share expected by chance."""

    one: CaseRead
    other: CaseRead
    alike: tuple[str, ...]
    differing: tuple[str, ...]
    expected: float

    @property
    def shared(self) -> int:
        """How many practices were read for both."""
        return len(self.alike) + len(self.differing)

    @property
    def beyond_chance(self) -> float:
        """1 for alike throughout, 0 for no more than chance; 0 too where nothing but alike was possible."""
        if self.expected >= 1:
            return 0.0
        return (len(self.alike) / self.shared - self.expected) / (1 - self.expected)

    @property
    def findings(self) -> tuple[str, ...]:
        """What was found in both about the practices read for both."""
        topics = (*self.alike, *self.differing)
        return tuple(
            sorted({each for case in (self.one, self.other) for topic in topics for each in case.findings[topic]})
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Cases more like each other than like others; `stability` from 0 to 1 says how surely they come back."""

    members: tuple[CaseRead, ...]
    stability: float


@dataclass(frozen=True, slots=True)
class Similarity:
    """Every pair of cases that can be compared, the most alike first, of `possible` pairs.

    `nested` pairs were left out, since one case is part of the other. `groups` is None where too few pairs qualify.
    """

    cases: tuple[CaseRead, ...]
    practices: Mapping[str, str]
    pairs: tuple[Likeness, ...]
    possible: int
    nested: int
    groups: tuple[Group, ...] | None

    def sentence(self) -> str:
        """How many pairs can be compared, without a full stop."""
        told = f"of {number(self.possible, 'pairs of cases')}"
        if not self.pairs:
            return (
                f"Too little in common to compare: {told}, none was read for {FEWEST_SHARED} practices or more in both"
            )
        return (
            f"{len(self.pairs):,} {told} can be compared, read for {FEWEST_SHARED} practices or more in both; the "
            "rest have too little in common"
        )

    def nearest(self, case: str) -> tuple[Likeness, ...]:
        """The pairs that a case is in, the most alike first."""
        return tuple(each for each in self.pairs if case in (each.one.id, each.other.id))

    def most_in_common(self, case: str) -> tuple[int, tuple[str, ...]]:
        """On how many practices a case was read together with another at most, and the names of such cases."""
        read = {each.id: each for each in self.cases}
        mine = read[case]
        apart = [each for each in self.cases if each.id not in mine.wider and case not in each.wider | {each.id}]
        shared = {each.name: len(mine.states.keys() & each.states.keys()) for each in apart}
        most = max(shared.values(), default=0)
        return most, tuple(sorted(name for name, count in shared.items() if count == most)) if most else ()


def similarity(database: Database, footing: Footing = "place") -> Similarity:
    """Cases of places on exploitation, or inspections on child protection read on the inspectorate's own pages."""
    places = footing == "place"
    given = {
        "case_kinds": list(FIXED["case_kinds"]) if places else ["inspection"],
        "subjects": list(EXPLOITATION) if places else ["child_protection"],
        "judging": list(FIXED["judging"]),
        "seen_in": [term.value for term in model.SEEN_IN] if places else list(FIXED["own_pages"]),
    }
    rows = list(database.read(statement("_library/practices_of_cases"), given, row_limit=MOST_CELLS))
    return compared(cases_of(rows), {row["practice_id"]: row["practice"] for row in rows})


def cases_of(rows: Iterable[Mapping[str, object]]) -> tuple[CaseRead, ...]:
    """The cases out of rows, one for each case and practice."""
    groups: defaultdict[str, list[Mapping[str, object]]] = defaultdict(list)
    for row in rows:
        groups[str(row["case_id"])].append(row)
    return tuple(_case(case, group) for case, group in sorted(groups.items()))


def compared(cases: Sequence[CaseRead], practices: Mapping[str, str]) -> Similarity:
    """Every pair of these cases that has enough in common, and groups where enough pairs have."""
    listed = sorted(cases, key=lambda case: case.id)
    both = list(combinations(listed, 2))
    apart = [(one, other) for one, other in both if one.id not in other.wider and other.id not in one.wider]
    chances = _chances(listed)
    found = (_likeness(one, other, chances) for one, other in apart)
    pairs = sorted((each for each in found if each is not None), key=_order)
    return Similarity(
        tuple(listed), practices, tuple(pairs), len(apart), len(both) - len(apart), _groups(listed, pairs, len(apart))
    )


def as_rows(found: Similarity) -> Rows:
    """A row for each pair that can be compared."""
    columns = ("one", "one_name", "other", "other_name", "shared", "alike", "expected", "beyond_chance", "differing_on")
    rows = (
        (each.one.id, each.one.name, each.other.id, each.other.name, each.shared, len(each.alike),
         round(each.expected * each.shared, 2), round(each.beyond_chance, 3), list(each.differing))
        for each in found.pairs
    )  # fmt: skip
    return Rows(columns, tuple(rows))


def groups_as_rows(found: Similarity) -> Rows:
    """A row for each member of each group; none where too few pairs can be compared, or no group comes back."""
    rows = (
        (place, round(group.stability, 3), case.id, case.name)
        for place, group in enumerate(found.groups or (), 1)
        for case in group.members
    )
    return Rows(("group", "stability", "case", "name"), tuple(rows))


def _case(case: str, rows: Sequence[Mapping[str, object]]) -> CaseRead:
    states, findings = {}, {}
    for row in rows:
        practice = str(row["practice_id"])
        states[practice] = _state([str(each) for each in _listed(row["outcomes"])])
        findings[practice] = tuple(str(each) for each in _listed(row["findings"]))
    wider = frozenset(str(each) for each in _listed(rows[0]["wider"]))
    return CaseRead(case, str(rows[0]["case_name"]), states, findings, wider)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _state(outcomes: Sequence[str]) -> str:
    return Cell("", "", "", "", *counted(outcomes), True, True, ()).state


def _chances(cases: Iterable[CaseRead]) -> dict[str, float]:
    """For each practice, how likely two of the cases read for it are in the same state, dealt anew."""
    held: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        for practice, state in case.states.items():
            held[practice][state] += 1
    return {practice: _same(counts) for practice, counts in held.items()}


def _same(counts: Counter[str]) -> float:
    ways = comb(counts.total(), 2)
    return sum(comb(count, 2) for count in counts.values()) / ways if ways else 1.0


def _likeness(one: CaseRead, other: CaseRead, chances: Mapping[str, float]) -> Likeness | None:
    """The two compared; None where they have too little in common."""
    shared = sorted(one.states.keys() & other.states.keys())
    if len(shared) < FEWEST_SHARED:
        return None
    alike = tuple(each for each in shared if one.states[each] == other.states[each])
    differing = tuple(each for each in shared if one.states[each] != other.states[each])
    return Likeness(one, other, alike, differing, sum(chances[each] for each in shared) / len(shared))


def _order(each: Likeness) -> tuple[float, int, str, str]:
    return (-each.beyond_chance, -each.shared, each.one.id, each.other.id)


def _groups(cases: Sequence[CaseRead], pairs: Sequence[Likeness], possible: int) -> tuple[Group, ...] | None:
    """Groups that come back when practices are drawn anew; None where too few pairs can be compared."""
    if not possible or len(pairs) < SHARE_FOR_GROUPS * possible:
        return None
    by_id = {case.id: case for case in cases}
    practices = sorted({practice for case in cases for practice in case.states})
    chance = random.Random(SEED)  # noqa: S311  nothing secret: the same draws for everybody
    drawn = [_communities(pairs, Counter(chance.choices(practices, k=len(practices)))) for _ in range(DRAWS)]
    groups = (
        Group(tuple(by_id[each] for each in sorted(members)), stability(members, drawn))
        for members in _communities(pairs, Counter(practices))
        if len(members) >= SMALLEST_GROUP
    )
    stable = [each for each in groups if each.stability >= STABLE]
    return tuple(sorted(stable, key=lambda each: (-each.stability, each.members[0].id)))


def _communities(pairs: Sequence[Likeness], often: Counter[str]) -> list[frozenset[str]]:
    """Communities of cases, each practice counted as often as it was drawn."""
    beyond = ((each.one.id, each.other.id, _beyond(each, often)) for each in pairs)
    graph = networkx.Graph((one, other, {"weight": weight}) for one, other, weight in beyond if weight > 0)
    found = networkx.community.louvain_communities(graph, seed=SEED) if graph else []
    return [frozenset(each) for each in found]


def _beyond(pair: Likeness, often: Counter[str]) -> float:
    """The share on which the two are alike, beyond what chance would give, with each practice counted so often."""
    alike, differing = (sum(often[topic] for topic in topics) for topics in (pair.alike, pair.differing))
    return alike / (alike + differing) - pair.expected if alike + differing else 0.0


def stability(members: frozenset[str], drawn: Sequence[Sequence[frozenset[str]]]) -> float:
    """How like the group its nearest in each drawing is, on average: shared members by all members of both."""
    nearest = (max((len(members & each) / len(members | each) for each in found), default=0.0) for found in drawn)
    return sum(nearest) / len(drawn)
