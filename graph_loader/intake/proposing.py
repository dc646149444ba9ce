"""Candidate findings of a paragraph, each with the words that led to it. Nothing here judges: a reader does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph_loader.intake import judging, naming
from graph_loader.intake.blocks import Paragraph
from graph_loader.intake.flags import Flag, flags, may_be_proposed
from graph_loader.intake.judging import Guess
from graph_loader.intake.naming import Named, Names
from graph_loader.intake.terms import Match, Vocabulary, vocabulary
from graph_loader.intake.words import sentences, words
from graph_loader.package import Package
from inquiry_graph import model

LEAST = 3.0  # score of a practice below which its words are too few or too common to propose it
MOST_PRACTICES = 3  # likeliest practices that a proposal names
MOST_PROPOSALS = 4  # of one paragraph
_LEAST_OF_SIGN = 3.0  # a word of the sign's own name
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence that may be a finding, and what its words suggest for each field of the form."""

    sentence: str
    quotation: str
    practices: tuple[Match, ...]
    outcome: Guess
    subject: Guess
    hedges: tuple[str, ...]
    base: str
    years: tuple[int, ...]
    signs: tuple[Match, ...]
    supports: tuple[Match, ...]
    agencies: tuple[Named, ...]

    @property
    def score(self) -> float:
        """How much speaks for its likeliest practice."""
        return self.practices[0].score


@dataclass(frozen=True, slots=True)
class Examined:
    """A paragraph with what must not be proposed of it, what may, and the places that it names."""

    paragraph: Paragraph
    flags: tuple[Flag, ...]
    places: tuple[Named, ...]
    proposals: tuple[Proposal, ...]


class Proposer:
    """Proposes by the codebook and the names of one package."""

    def __init__(self, package: Package) -> None:
        self._terms: Vocabulary = vocabulary(package)
        self._agencies: Names = naming.agencies(package)
        self._places: Names = naming.places(package)
        self._names_allowed = package.names_allowed

    def examine(self, paragraph: Paragraph) -> Examined:
        """The paragraph's flags and proposals, the weightiest sentences first chosen and then in the text's order."""
        seen = flags(paragraph.text, self._names_allowed)
        found = list(self._proposals(paragraph, seen))
        kept = sorted(found, key=lambda each: -each.score)[:MOST_PROPOSALS]
        places = self._places.found(f"{paragraph.heading}\n{paragraph.text}")
        return Examined(paragraph, seen, places, tuple(each for each in found if each in kept))

    def _proposals(self, paragraph: Paragraph, seen: tuple[Flag, ...]) -> Iterator[Proposal]:
        said: set[str] = set()
        for _, sentence in sentences(paragraph.text):
            if not may_be_proposed(sentence, seen, self._names_allowed):
                continue
            proposal = self._proposal(sentence, paragraph)
            if proposal and proposal.sentence not in said:
                said.add(proposal.sentence)
                yield proposal

    def _proposal(self, sentence: str, paragraph: Paragraph) -> Proposal | None:
        """What the sentence proposes; None where it judges nothing, asks for something, or names no practice."""
        judged = judging.of_item(sentence, paragraph.lead)
        asks = f"{paragraph.lead} {sentence}" if judged == judging.outcome(sentence) else sentence
        if not judged.value or len(sentence.split()) < _FEWEST_WORDS or _only_asks(asks, judged):
            return None
        found = tuple(words(judging.without_how(sentence)))
        practices = tuple(match for match in self._terms.practices.matches(found) if match.score >= LEAST)
        if not practices:
            return None
        return Proposal(
            sentence=sentence,
            quotation=quotation(sentence, (*practices[0].words, *judged.words)),
            practices=practices[:MOST_PRACTICES],
            outcome=judged,
            subject=judging.subject(paragraph.text),
            hedges=judging.hedges(sentence),
            base=judging.base(sentence),
            years=judging.years(sentence),
            signs=_of_its_name(self._terms.signs.matches(found)),
            supports=_of_its_name(self._terms.supports.matches(found)),
            agencies=self._agencies.found(sentence),
        )


def quotation(sentence: str, matched: Iterable[str]) -> str:
    """At most as many words in a row as a citation may hold, those that hold most of what was matched."""
    parts = sentence.split()
    most = model.LONGEST_QUOTATION
    if len(parts) <= most:
        return sentence.strip(" •–-;,")
    wanted = {word.lower() for match in matched for word in match.split()}
    hits = [any(each in part.lower() for each in wanted) for part in parts]
    best = max(range(len(parts) - most + 1), key=lambda start: (sum(hits[start : start + most]), _begins(parts, start)))
    return " ".join(parts[best : best + most]).strip(" •–-;,")


def _begins(parts: list[str], start: int) -> bool:
    """Whether a clause begins there, as far as its punctuation tells."""
    return start == 0 or parts[start - 1].endswith((",", ";", ":", "–"))


def _only_asks(sentence: str, judged: Guess) -> bool:
    """A sentence that asks or plans, and whose only judging words may belong to what it asks for."""
    return bool(judging.asks(sentence)) and judged.value != "failing"


def _of_its_name(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(match for match in matches if match.score >= _LEAST_OF_SIGN)[:2]
