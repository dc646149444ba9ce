"""How far two codings agree beyond chance: Cohen's kappa, and an interval from drawing whole clusters anew.

Kappa is (observed - expected) / (1 - expected), where `expected` is the agreement that two coders would reach by
chance if each kept its own base rates: J. Cohen, "A coefficient of agreement for nominal scales", Educational and
Psychological Measurement 20 (1960), 37-46. Findings of one source resemble each other, so that an interval from
single findings would be too narrow: whole sources are drawn with replacement (cluster bootstrap, percentiles).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[str, str]  # what the first coding says of one thing, and what the second says
DRAWS = 2_000
SEED = 1960
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle 95 % of kappa over the draws. `undefined` counts the draws that had no kappa."""

    low: float
    high: float
    undefined: int


def kappa(pairs: Mapping[Pair, int]) -> float | None:
    """Cohen's kappa of the pairs, each with its number; None where it is undefined.

    It is undefined where there is no pair, and where both codings hold one and the same value throughout: chance
    alone would then agree as often as they do. One constant coding beside one that varies has the kappa 0.
    """
    n = sum(pairs.values())
    first, second = margins(pairs)
    by_chance = sum(first[value] * second[value] for value in first)  # n squared times the expected agreement
    if n * n == by_chance:
        return None
    return (n * agreeing(pairs) - by_chance) / (n * n - by_chance)


def agreeing(pairs: Mapping[Pair, int]) -> int:
    """How many pairs hold the same value twice."""
    return sum(number for (first, second), number in pairs.items() if first == second)


def margins(pairs: Mapping[Pair, int]) -> tuple[Counter[str], Counter[str]]:
    """How often each value stands in the first coding, and how often in the second."""
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (one, other), number in pairs.items():
        first[one] += number
        second[other] += number
    return first, second


def interval(clusters: Sequence[Mapping[Pair, int]], *, draws: int = DRAWS, seed: int = SEED) -> Interval | None:
    """The percentile interval of kappa when clusters are drawn with replacement.

    None for fewer than two clusters, which say nothing of how clusters differ, and where no draw has a kappa.
    """
    if len(clusters) < 2:
        return None
    chance = random.Random(seed)  # noqa: S311  nothing secret: the same draws for everybody
    found = [kappa(_sum(chance.choices(clusters, k=len(clusters)))) for _ in range(draws)]
    defined = sorted(value for value in found if value is not None)
    if not defined:
        return None
    tail = (1 - LEVEL) / 2
    return Interval(_quantile(defined, tail), _quantile(defined, 1 - tail), draws - len(defined))


def _sum(clusters: Iterable[Mapping[Pair, int]]) -> Counter[Pair]:
    total: Counter[Pair] = Counter()
    for cluster in clusters:
        for pair, number in cluster.items():
            total[pair] += number
    return total


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which that share of the ordered values lies, between two of them in proportion."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
