"""What a report is cut into, whatever its format: blocks of text, then numbered paragraphs with their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FEWEST_WORDS = 4  # a shorter block is a heading, a page number or a crumb, and proposes nothing
MOST_WORDS_OF_HEADING = 14
_OWN_NUMBER = re.compile(r"(?:para(?:graph)?\.?\s*)?(\d{1,3}(?:\.\d{1,3}){0,3})[.):]?\s+(?=[A-Z“‘\"'(\[])")
_ITEM = re.compile(r"(?:[•▪●*–-]|\([a-z]{1,3}\))\s+\S")
_SPACE = re.compile(r"\s+")
_ENDS = (".", "!", "?", ":", ";", "”", '"', "’", ")")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text: its page, whether it is a heading (None: the file does not say), or an item of a list."""

    text: str
    page: int | None = None
    heading: bool | None = None
    item: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report. `number` counts from 1 through the file, `locator` is how a citation names the place.

    `lead` is the line that leads in the list of which it is an item: it may say how all of them are judged.
    """

    number: int
    locator: str
    text: str
    page: int | None = None
    heading: str = ""
    lead: str = ""


def cleaned(text: str) -> str:
    """The text on one line, without what nobody sees: control and format characters, soft hyphens."""
    seen = (" " if char in "\n\r\t\f\v" else char for char in text if char in "\n\r\t\f\v" or _shows(char))
    return _SPACE.sub(" ", "".join(seen)).strip()


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The blocks as numbered paragraphs, each with its place: its own number, or page or heading and a count."""
    heading, place, count, number = "", None, 0, 0
    lead = before = ""
    for block in blocks:
        text = cleaned(block.text)
        item = block.item or bool(_ITEM.match(text))
        lead = (lead or (before if before.endswith(":") else "")) if item else ""
        before = text
        is_heading = _looks_like_a_heading(text) if block.heading is None else block.heading
        if len(text.split()) >= FEWEST_WORDS:
            now = block.page if block.page is not None else heading
            count = 1 if now != place else count + 1
            place, number = now, number + 1
            own, rest = _own_number(text)
            locator = _locator(own, block.page, heading, count)
            yield Paragraph(number, locator, rest, block.page, heading, lead)
        if is_heading and text:
            heading = text


def _locator(own: str, page: int | None, heading: str, count: int) -> str:
    """As citations of the record are written: the paragraph's own number where it has one, then the page."""
    if own:
        return f"paragraph {own}" + (f", page {page}" if page is not None else "")
    if page is not None:
        return f"page {page}, paragraph {count}"
    return f"“{_short(heading)}”, paragraph {count}" if heading else f"paragraph {count}"


def _own_number(text: str) -> tuple[str, str]:
    found = _OWN_NUMBER.match(text)
    if found is None or len(text) - found.end() < 30:
        return "", text
    return found[1], text[found.end() :]


def _looks_like_a_heading(text: str) -> bool:
    return 0 < len(text.split()) <= MOST_WORDS_OF_HEADING and not text.endswith(_ENDS) and text[:1].isupper()


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + " …"


def _shows(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs", "Cn") or char == "\u200d"
