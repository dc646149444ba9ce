"""Words as they are matched: lower case, without their ending, so that *sharing*, *shared* and *shares* are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_SENTENCE_END = re.compile(
    r"(?<=[.!?])[”\"’)\]\d[]*\s+(?=[A-Z“\"'‘(\[•–])|\s+(?=[•▪●]\s)|\s+(?=–\s[A-Z])|(?<=;)\s+(?:and\s+)?(?=[•▪●–])"
)
_NO_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|para|paras|p|pp|e\.g|i\.e|vol|ch|cf|etc)\.$")
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ors", "or", "als", "al", "ed", "ers", "er", "es",
    "s",
)  # fmt: skip
_LEAST = 4  # letters that stay
_SILENT = ("e", "at")  # what an ending leaves behind: share and shar(ing), investigate and investigat(ing)
_STOP_TEXT = """
a about above after again against all also although among an and any are as at be because been before being below
between both but by can cannot could did do does doing down during each either else every few for from further had has
have having he her here hers him his how however i if in into is it its itself just like made make many may me might
more most much must my no nor not now of off often on once one only or other others our out over own per rather s same
she should since so some such than that the their them then there these they this those through to too two under until
up upon us very was we well were what when where whether which while who whole whom whose why will with within without
would yet you your always whatever whichever whoever still even gives give given gave goes go going went coded named
names name says say said sentence sentences source review report reports finds found finding findings something someone
nothing anything everything thing things first last later early need needs needed needing
"""
STOP = frozenset(_STOP_TEXT.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as it stands, by its stem, and where it begins and ends."""

    text: str
    stem: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of the text that say something, in order."""
    for found in _WORD.finditer(text):
        low = found.group().lower().replace("’", "'").removesuffix("'s").removesuffix("n't")
        if low not in STOP and len(low) > 2:
            yield Word(found.group(), stem(low), found.start(), found.end())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its ending, and without a consonant that the ending doubled."""
    if word.endswith("ies") and len(word) > _LEAST:
        return word[:-3] + "y"
    if word.endswith("ss"):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST - (ending in ("ed", "ing")):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "fls":
                word = word[:-1]
            break
    for letter in _SILENT:
        if len(word) > _LEAST - 1:
            word = word.removesuffix(letter)
    return word


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, each with where it begins."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        piece = text[start : found.end()].strip()
        if _NO_END.search(piece):
            continue
        yield start, text[start : found.end()].rstrip()
        start = found.end()
    if text[start:].strip():
        yield start, text[start:].rstrip()
