"""What no proposal is made of: names and ciphers of persons, and the story of one child."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from graph_loader.persons import signs_of_a_person

_STORY_BEGINS = re.compile(r"^(?:case (?:study|example|illustration|file)|vignette|pen portrait)\b", re.IGNORECASE)
_ONE_PERSON = re.compile(
    r"\b(?:a|an|the|one|this|another|first|second)\s+(?:[a-z-]+\s+){0,3}?"
    r"(?:girl|boy|victim|survivor|young person|teenager|schoolgirl|schoolboy|daughter|son|mother|father|"
    r"complainant)\b(?!['’]?s\b)",
    re.IGNORECASE,
)
_OF_ONE_PERSON = re.compile(r"\b(?:she|her|hers|herself|he|him|his|himself)\b", re.IGNORECASE)
_OF_MYSELF = re.compile(r"\b(?:I|me|my|myself)\b")
_FEWEST = 2  # such words in a paragraph that tells a story
_WHOLE_PARAGRAPH = (
    "a cipher for a person",
    "an age",
    "a date of birth",
    "initials of a person",
    "the story of one person",
)


@dataclass(frozen=True, slots=True)
class Flag:
    """What was seen, in which words; `whole` says that the paragraph as a whole proposes nothing."""

    what: str
    words: str
    whole: bool


def flags(text: str, names_allowed: Collection[str] = ()) -> tuple[Flag, ...]:
    """Everything in a paragraph that may speak of a private person, once each."""
    signs = dict.fromkeys((*signs_of_a_person(text, names_allowed), *_stories(text)))
    return tuple(Flag(what, words, what in _WHOLE_PARAGRAPH) for what, words in signs)


def may_be_proposed(sentence: str, paragraph: Collection[Flag], names_allowed: Collection[str] = ()) -> bool:
    """Whether the sentence speaks of no private person, in a paragraph that tells no person's story."""
    if any(flag.whole for flag in paragraph):
        return False
    return not signs_of_a_person(sentence, names_allowed)


def _stories(text: str) -> Iterator[tuple[str, str]]:
    begins = _STORY_BEGINS.match(text)
    if begins:
        yield "the story of one person", begins.group()
        return
    person = _ONE_PERSON.search(text)
    if person and len(_OF_ONE_PERSON.findall(text)) >= _FEWEST:
        yield "the story of one person", person.group()
    elif len(_OF_MYSELF.findall(text)) >= _FEWEST:
        yield "the story of one person", "told by the person"
