"""The exact test against figures worked by hand and against scipy's own, and what must hold of any strata at all."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from inquiry_graph.patterns.exact import Table, exact_test, risk_difference

FEW = st.integers(0, 6)
TABLES = st.builds(Table, FEW, FEW, FEW, FEW)
STRATA = st.lists(TABLES, min_size=1, max_size=3)


def test_the_lady_tasting_tea() -> None:
    # Fisher, The Design of Experiments (1935): 8 cups, 4 with milk first, 4 said to be; 3 of them rightly.
    # Of the 70 ways to choose 4 of 8, 16 give three right, 16 give one, 1 gives four and 1 none: p = 34/70.
    found = exact_test([Table(3, 1, 1, 3)])
    assert found.p == pytest.approx(34 / 70)
    assert found.least_p == pytest.approx(2 / 70)
    assert found.effect == pytest.approx(3 / 4 - 1 / 4)


def test_two_strata_by_hand() -> None:
    # Each stratum of 4 has 2 failing in each topic: both fail in 0, 1 or 2 with chances 1/6, 4/6, 1/6. Over two
    # strata 4 in all has the chance 1/36, and so has 0: p = 2/36. Not so if the eight are taken together: p = 2/70.
    assert exact_test([Table(2, 0, 0, 2), Table(2, 0, 0, 2)]).p == pytest.approx(2 / 36)
    assert exact_test([Table(4, 0, 0, 4)]).p == pytest.approx(2 / 70)


def test_what_differs_between_strata_alone_is_no_pattern() -> None:
    # All fail in one stratum and none in the other: together they would go hand in hand, within each nothing varies.
    strata = [Table(both=6), Table(neither=6)]
    assert (exact_test(strata).p, exact_test(strata).effect) == (1, None)
    assert exact_test([Table(both=6, neither=6)]).p < 0.01


def test_the_risk_difference_of_two_strata_by_hand() -> None:
    # 3/4 - 1/4 with weight 4 x 4 / 8 = 2, and 1/2 - 1/2 with weight 2 x 2 / 4 = 1: (2 x 0.5 + 1 x 0) / 3.
    assert risk_difference([Table(3, 1, 1, 3), Table(1, 1, 1, 1)]) == pytest.approx(1 / 3)


@given(TABLES)
def test_one_stratum_is_fishers_test(table: Table) -> None:
    held = [[table.both, table.first_only], [table.second_only, table.neither]]
    assert exact_test([table]).p == pytest.approx(fisher_exact(held).pvalue)


@given(STRATA)
def test_p_is_never_below_the_smallest_attainable_and_never_above_one(strata: list[Table]) -> None:
    found = exact_test(strata)
    assert 0 < found.least_p <= found.p * (1 + 1e-6) <= 1 + 1e-5


@given(STRATA, st.randoms())
def test_the_order_of_strata_and_of_topics_does_not_matter(strata: list[Table], chance: random.Random) -> None:
    shuffled = chance.sample(strata, len(strata))
    turned = [Table(each.both, each.second_only, each.first_only, each.neither) for each in strata]
    assert exact_test(shuffled).p == exact_test(strata).p
    assert exact_test(turned).p == pytest.approx(exact_test(strata).p)


def test_p_is_the_share_of_all_dealings_that_are_no_likelier() -> None:
    # Every way to deal the second topic's failing anew within each stratum, one by one.
    first, second = ((1, 1, 0, 0, 0), (1, 0, 1, 0)), ((1, 1, 1, 0, 0), (1, 0, 1, 0))
    seen = sum(a * b for one, other in zip(first, second, strict=True) for a, b in zip(one, other, strict=True))
    sums = [
        sum(a * b for one, other in zip(first, (left, right), strict=True) for a, b in zip(one, other, strict=True))
        for left in permutations(second[0])
        for right in permutations(second[1])
    ]
    as_likely = {value for value in set(sums) if sums.count(value) <= sums.count(seen)}
    expected = sum(value in as_likely for value in sums) / len(sums)
    strata = [Table(2, 0, 1, 2), Table(2, 0, 0, 2)]
    assert exact_test(strata).p == pytest.approx(expected)


@pytest.mark.parametrize("level", [0.01, 0.05, 0.1, 0.3])
def test_under_the_null_p_is_below_a_level_no_more_often_than_the_level(level: float) -> None:
    # Two strata with rates of their own, the topics independent within each. Three standard errors of 4,000 rounds.
    chance = random.Random(1935)
    rounds = 4_000
    low = sum(
        exact_test([_drawn(chance, 14, 0.8, 0.7), _drawn(chance, 10, 0.4, 0.3)]).p <= level for _ in range(rounds)
    )
    assert low / rounds <= level + 3 * (level * (1 - level) / rounds) ** 0.5


def _drawn(chance: random.Random, units: int, first: float, second: float) -> Table:
    counts = [0, 0, 0, 0]
    for _ in range(units):
        counts[3 - 2 * (chance.random() < first) - (chance.random() < second)] += 1
    return Table(*counts)
