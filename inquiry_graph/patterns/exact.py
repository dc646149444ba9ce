"""Whether two failings go together more than chance would have it: an exact test within strata.

Whole units (police areas) are permuted within their stratum: which of a stratum's units fail in the first topic is
kept, which fail in the second is dealt anew in every possible way, each as likely as the next. How many then fail in
both has a hypergeometric distribution in each stratum, and over all strata the convolution of these, so that nothing
need be drawn at random. With one stratum this is Fisher's exact test. Sources: R. A. Fisher, *The Design of
Experiments* (1935), chapter II; A. Agresti, "A survey of exact inference for contingency tables", *Statistical
Science* 7 (1992), 131-153. The effect is the risk difference of Mantel and Haenszel: S. Greenland and J. M. Robins,
*Biometrics* 41 (1985), 55-68.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce

import numpy as np
from numpy.typing import NDArray
from scipy.stats import hypergeom

EQUAL = 1 + 1e-7  # two ways of dealing are as likely as each other if they differ by no more: as scipy has it
KEPT = 10_000  # margins whose chances are kept: a server runs for weeks


@dataclass(frozen=True, slots=True, order=True)
class Table:
    """The units of one stratum: how many fail in both topics, in one of them alone, and in neither."""

    both: int = 0
    first_only: int = 0
    second_only: int = 0
    neither: int = 0

    def __add__(self, other: Table) -> Table:
        """The units of both strata together."""
        return Table(
            self.both + other.both,
            self.first_only + other.first_only,
            self.second_only + other.second_only,
            self.neither + other.neither,
        )

    @property
    def units(self) -> int:
        """All units."""
        return self.both + self.first_only + self.second_only + self.neither

    @property
    def first(self) -> int:
        """Units that fail in the first topic."""
        return self.both + self.first_only

    @property
    def second(self) -> int:
        """Units that fail in the second topic."""
        return self.both + self.second_only

    @property
    def least_margin(self) -> int:
        """The smallest of the four margins: failing and not failing in each of the two topics."""
        return min(self.first, self.second, self.units - self.first, self.units - self.second)


@dataclass(frozen=True, slots=True)
class Tested:
    """A two-sided test. `least_p` is the smallest p that any dealing with these margins could give."""

    p: float
    least_p: float
    effect: float | None


def exact_test(strata: Iterable[Table]) -> Tested:
    """The exact test of these strata; p is 1 where the margins leave only one way of dealing."""
    listed = tuple(sorted(each for each in strata if each.units))
    chances, least = _dealings(tuple(sorted((each.units, each.first, each.second) for each in listed)))
    seen = sum(each.both for each in listed) - least
    return Tested(
        p=min(1.0, float(chances[chances <= chances[seen] * EQUAL].sum())),
        least_p=_least_p(chances),
        effect=risk_difference(listed),
    )


def risk_difference(strata: Sequence[Table]) -> float | None:
    """How much larger the share failing in the second topic is where the first fails, than where it does not.

    Strata are weighted as Mantel and Haenszel do; None where no stratum holds both kinds of unit.
    """
    held = [each for each in strata if each.units]
    weights = [each.first * (each.units - each.first) / each.units for each in held]
    if not sum(weights):
        return None
    differences = (
        weight * (each.both / each.first - each.second_only / (each.units - each.first))
        for each, weight in zip(held, weights, strict=True)
        if weight
    )
    return sum(differences) / sum(weights)


@lru_cache(KEPT)
def _dealings(margins: tuple[tuple[int, int, int], ...]) -> tuple[NDArray[np.float64], int]:
    """The chance of each number of units that fail in both, and the least such number."""
    parts = [_stratum(*each) for each in margins]
    together = reduce(np.convolve, (chances for chances, _ in parts), np.ones(1))
    return together, sum(least for _, least in parts)


@lru_cache(KEPT)
def _stratum(units: int, first: int, second: int) -> tuple[NDArray[np.float64], int]:
    least, most = max(0, first + second - units), min(first, second)
    return hypergeom(units, first, second).pmf(np.arange(least, most + 1)), least


def _least_p(chances: NDArray[np.float64]) -> float:
    return min(1.0, float(chances[chances <= chances.min() * EQUAL].sum()))
