"""Kappa against figures worked by hand, and what must hold of any two codings at all."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.kappa import Interval, Pair, interval, kappa, margins

VALUES = "abc"
PAIRS = st.lists(st.tuples(st.sampled_from(VALUES), st.sampled_from(VALUES)), min_size=1, max_size=12)
CLUSTERS = st.lists(PAIRS, min_size=2, max_size=4)


def counted(*pairs: Pair) -> Counter[Pair]:
    return Counter(pairs)


def test_two_residents_as_a_textbook_has_them() -> None:
    # A. J. Viera and J. M. Garrett, "Understanding interobserver agreement: the kappa statistic", Family Medicine
    # 37 (2005), 360-363: two residents say of 100 lectures whether they helped.
    #               second: yes   no
    #   first: yes          15     5     20
    #          no           10    70     80
    #                       25    75    100
    # observed 85/100; expected 0.20 x 0.25 + 0.80 x 0.75 = 0.65; kappa (0.85 - 0.65) / (1 - 0.65) = 4/7, "0.57".
    lectures = Counter({("yes", "yes"): 15, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 70})
    assert kappa(lectures) == pytest.approx(4 / 7)


def test_three_values_by_hand() -> None:
    # 10 findings; first a 5, b 3, c 2; second a 4, b 4, c 2; alike in 4 + 2 + 1 = 7.
    # expected (5 x 4 + 3 x 4 + 2 x 2) / 100 = 0.36; kappa (0.7 - 0.36) / (1 - 0.36) = 17/32.
    three = Counter(
        {("a", "a"): 4, ("a", "b"): 1, ("b", "b"): 2, ("b", "c"): 1, ("c", "c"): 1, ("c", "b"): 1},
    )
    assert kappa(three) == pytest.approx(17 / 32)


def test_perfect_agreement_is_one_and_agreement_by_chance_is_nought() -> None:
    assert kappa(Counter({("a", "a"): 3, ("b", "b"): 5})) == 1
    assert kappa(Counter({("a", "a"): 4, ("a", "b"): 4, ("b", "a"): 4, ("b", "b"): 4})) == 0


def test_less_than_chance_is_below_nought() -> None:
    assert kappa(counted(("a", "b"), ("b", "a"))) == -1


@pytest.mark.parametrize("pairs", [Counter[Pair](), Counter({("a", "a"): 7})])
def test_two_constant_codings_and_none_at_all_have_no_kappa(pairs: Counter[Pair]) -> None:
    assert kappa(pairs) is None


def test_one_constant_coding_agrees_no_more_than_chance() -> None:
    assert kappa(Counter({("a", "a"): 6, ("a", "b"): 2})) == 0


def test_one_source_alone_gives_no_interval() -> None:
    assert interval([Counter({("a", "a"): 3, ("a", "b"): 2, ("b", "b"): 4})]) is None


def test_sources_that_are_alike_give_an_interval_without_width() -> None:
    alike = Counter({("a", "a"): 2, ("a", "b"): 1, ("b", "b"): 1})
    found = interval([alike] * 5)
    assert found is not None
    assert found.low == found.high == kappa(alike)


def test_whole_sources_are_drawn_and_not_single_findings() -> None:
    # Two sources of 50: one in full agreement, one in full disagreement. A draw holds both, or one of them twice:
    # kappa is 1, 0 or -1, a quarter, a half and a quarter of the time. Single findings would stay close to 0.
    agrees = Counter({("a", "a"): 25, ("b", "b"): 25})
    differs = Counter({("a", "b"): 25, ("b", "a"): 25})
    assert interval([agrees, differs]) == Interval(-1, 1, 0)


def test_draws_without_a_kappa_are_counted_and_left_out() -> None:
    constant, varied = Counter({("a", "a"): 4}), Counter({("a", "a"): 2, ("b", "b"): 2})
    found = interval([constant, varied])
    assert found is not None
    assert (found.low, found.high) == (1, 1)
    assert 400 < found.undefined < 600  # the constant source twice: a quarter of 2,000 draws
    assert interval([constant, constant]) is None


def test_the_interval_is_the_same_each_time() -> None:
    clusters = [counted(("a", "a"), ("a", "b")), counted(("b", "b")), counted(("b", "a"), ("a", "a"))]
    assert interval(clusters) == interval(clusters)
    assert interval(clusters, seed=1, draws=20) != interval(clusters, seed=2, draws=20)


@given(PAIRS)
def test_kappa_is_symmetric_and_at_most_one(pairs: list[Pair]) -> None:
    value = kappa(Counter(pairs))
    assert value == kappa(Counter((second, first) for first, second in pairs))
    assert value is None or -1 <= value <= 1
    assert (value == 1) == (value is not None and all(first == second for first, second in pairs))


@given(PAIRS, st.permutations(VALUES))
def test_kappa_does_not_depend_on_the_names_of_the_values(pairs: list[Pair], names: list[str]) -> None:
    renamed = dict(zip(VALUES, names, strict=True))
    assert kappa(Counter(pairs)) == kappa(Counter((renamed[first], renamed[second]) for first, second in pairs))


@given(PAIRS)
def test_the_base_rates_count_each_pair_once_in_each_coding(pairs: list[Pair]) -> None:
    first, second = margins(Counter(pairs))
    assert first == Counter(pair[0] for pair in pairs)
    assert second == Counter(pair[1] for pair in pairs)


@given(CLUSTERS)
def test_the_interval_lies_within_what_kappa_can_be(clusters: list[list[Pair]]) -> None:
    found = interval([Counter(cluster) for cluster in clusters], draws=50)
    assert found is None or -1 <= found.low <= found.high <= 1
