"""The codebook's own terms: which words speak of which practice, sign or support, and how much each says.

A term is a word's stem, or two stems side by side. It comes from the wording of the codebook and of the published
sentences that the codebook cites, and weighs the more the fewer practices share it. No model, no list learnt from rows:
whoever changes the codebook changes what is proposed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph_loader.intake.words import Word, words
from graph_loader.package import Package
from inquiry_graph import model

Stems = tuple[str, ...]
# How much a column of practices.csv says; `exclude` speaks of other practices and is left out.
_COLUMNS = {
    "name": 5.0,
    "failure_name": 5.0,
    "include": 3.0,
    "definition": 1.5,
    "clear_example": 0.7,
    "borderline_example": 0.3,
}
_AS_PUBLISHED = 2.0
_PAIR = 1.5  # times what the words of a pair weigh in the middle: side by side they say more
_WORDED = "WORDED_IN"


@dataclass(frozen=True, slots=True)
class Match:
    """A practice, sign or support that a text speaks of, the words that say so (weightiest first), and how much."""

    id: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one kind of record: for each term, what it weighs for which record."""

    weights: Mapping[Stems, Mapping[str, float]]

    @classmethod
    def of(cls, texts: Mapping[str, Sequence[tuple[float, str]]]) -> Terms:
        """Terms out of weighted texts by id: a term that all share weighs nothing."""
        found: dict[Stems, dict[str, float]] = defaultdict(dict)
        for identifier, weighted in texts.items():
            for weight, text in weighted:
                for term, _ in _terms(tuple(words(text))):
                    found[term][identifier] = max(weight, found[term].get(identifier, 0.0))
        rarity = {term: _rarity(len(held), len(texts)) for term, held in found.items()}
        return cls({term: _weighed(term, held, rarity) for term, held in found.items()})

    def matches(self, found: Sequence[Word]) -> tuple[Match, ...]:
        """What the words speak of, the likeliest first. Each term counts once."""
        scores: dict[str, dict[Stems, tuple[float, str]]] = defaultdict(dict)
        for term, shown in _terms(found):
            for identifier, weight in self.weights.get(term, {}).items():
                scores[identifier].setdefault(term, (weight, shown))
        told = (Match(each, *_added_up(by_term)) for each, by_term in scores.items())
        return tuple(sorted(told, key=lambda match: (-match.score, match.id)))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of a package, by what they speak of."""

    practices: Terms
    signs: Terms
    supports: Terms


def vocabulary(package: Package) -> Vocabulary:
    """The terms of the package's codebook."""
    practices: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for row in package.rows(model.node_kind("Practice").table):
        practices[row.values["id"]] += [(weight, row.values.get(name, "")) for name, weight in _COLUMNS.items()]
    for row in package.rows(model.CITATIONS_TABLE):
        if row.values.get("link") == _WORDED:
            practices[row.values["of"]].append((_AS_PUBLISHED, row.values["quotation"]))
    return Vocabulary(Terms.of(practices), _named(package, "Sign"), _named(package, "Support"))


def _named(package: Package, label: str) -> Terms:
    rows = [row.values for row in package.rows(model.node_kind(label).table)]
    return Terms.of({row["id"]: [(3.0, row.get("name", "")), (1.5, row.get("definition", ""))] for row in rows})


def _terms(found: Sequence[Word]) -> Iterator[tuple[Stems, str]]:
    """Each word, and each pair with little between them, with the words as they stand."""
    for place, word in enumerate(found):
        yield (word.stem,), word.text
        if place + 1 < len(found):
            after = found[place + 1]
            if after.start - word.end <= 12 and after.stem != word.stem:
                yield tuple(sorted((word.stem, after.stem))), f"{word.text} {after.text}"


def _rarity(held_by: int, total: int) -> float:
    """1 for a term of one record alone, 0 for a term of all."""
    return math.log(total / held_by) / math.log(total) if total > 1 else 1.0


def _weighed(term: Stems, held: Mapping[str, float], rarity: Mapping[Stems, float]) -> dict[str, float]:
    """What the term weighs; a pair of common words is not rare because it stands in one place alone."""
    share = rarity[term]
    if len(term) > 1:
        share *= _PAIR * sum(rarity[stem,] for stem in term) / len(term)
    return {identifier: round(weight * share, 4) for identifier, weight in held.items()}


def _added_up(by_term: Mapping[Stems, tuple[float, str]]) -> tuple[float, tuple[str, ...]]:
    listed = sorted(by_term.values(), reverse=True)
    return round(sum(weight for weight, _ in listed), 3), tuple(_distinct(shown for weight, shown in listed if weight))


def _distinct(shown: Iterable[str]) -> Iterator[str]:
    """The words, one that stands in a pair already left out."""
    told: list[str] = []
    for each in shown:
        if not any(each.lower() in other.lower() for other in told):
            told.append(each)
            yield each
