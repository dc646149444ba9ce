"""The blocks of a PDF, page by page. Nothing in the file is run, and nothing is fetched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from graph_loader.intake.blocks import Block
from graph_loader.intake.columns import two_columns
from inquiry_graph.errors import IntakeError
from inquiry_graph.progress import Progress

MOST_PAGES = 3_000
MOST_CHARACTERS = 200_000  # on one page: more is a page made to exhaust its reader
PAGES_BETWEEN_WORDS = 50  # of progress
_REPEATED = 0.3  # share of the pages on which a line at the edge is no text but a running head or foot
_EDGE = 2  # lines at the top and at the foot of a page that may be one
_FEW = 3  # distances of lines on a page, of which the middle one says nothing
_WIDER = 1.3  # times the usual distance of lines: a new paragraph
_SPACED = 0.125  # share of the lines that stand wider apart: paragraphs are told by the room between them
_SHORT = 0.75  # of the longest line: the last line of a paragraph
_BEGINS = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)]|[•●▪–\-*]|\([a-z]{1,3}\))\s+\S")
_DIGITS = re.compile(r"\d+")
_FIRST_HALVES = frozenset(
    ("multi", "inter", "single", "long", "short", "non", "co", "self", "post", "pre", "high", "low")
)
_SOFT = "\u00ad"
_HYPHENS = "-\ufffe\u0002"  # the typed one, and what the reader of the file makes of it at the end of a line
_BROKEN_WORD = re.compile(r"(\w)[\u00ad\ufffe\u0002-]$")


class _Line:
    """A line of a page, its height on it (None where the file does not tell), and its column where there are two."""

    __slots__ = ("column", "text", "top")

    def __init__(self, text: str, top: float | None, column: int = 0) -> None:
        self.text, self.top, self.column = text, top, column


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file: its paragraphs, and the numbers of the pages that are pictures without text."""

    blocks: tuple[Block, ...]
    pictures: tuple[int, ...]


def read(path: Path, progress: Progress) -> Read:
    """The paragraphs of the file, one that runs over a page's end joined. Raises IntakeError if it cannot be read."""
    pages, pictures = _pages(path, progress)
    return Read(tuple(_blocks(pages)), tuple(pictures))


def _blocks(pages: Sequence[Sequence[_Line]]) -> Iterator[Block]:
    repeated = _repeated(pages)
    held: Block | None = None
    for number, lines in enumerate(pages, 1):
        for text in _joined([line for place, line in enumerate(lines) if not _runs(lines, place, repeated)]):
            if held and held.page == number - 1 and _goes_on(held.text, text):
                held = Block(f"{held.text} {text}", held.page)
                continue
            if held:
                yield held
            held = Block(text, number)
    if held:
        yield held


def _pages(path: Path, progress: Progress) -> tuple[list[list[_Line]], list[int]]:
    """The lines of each page, and the numbers of those that hold pictures and no text."""
    try:
        with pypdfium2.PdfDocument(path) as document:
            _refuse_too_long(path, len(document))
            found = [_lines_of(document, number, progress) for number in range(len(document))]
            empty = [number for number, lines in enumerate(found) if not any(line.text for line in lines)]
            pictures = [number + 1 for number in empty if _holds_a_picture(document, number)]
    except pypdfium2.PdfiumError as error:
        raise IntakeError(f"{path.name} cannot be read: {_why(str(error))}") from error
    if not any(line.text for lines in found for line in lines):
        raise IntakeError(
            f"{path.name} holds {len(found):,} pages and no text: they are pictures of pages. "
            "Make their text readable first (OCR), and take that file in."
        )
    if pictures:
        progress(f"Not read: {pages_told(pictures)} of {path.name}, pictures of pages that hold no text.")
    return found, pictures


def pages_told(numbers: Sequence[int]) -> str:
    """The pages in words, those in a row put together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
    return f"{'page' if len(numbers) == 1 else 'pages'} {told}"


def _holds_a_picture(document: pypdfium2.PdfDocument, number: int) -> bool:
    page = document[number]
    try:
        return next(iter(page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE,))), None) is not None
    finally:
        page.close()


def _refuse_too_long(path: Path, pages: int) -> None:
    if pages > MOST_PAGES:
        raise IntakeError(f"{path.name} has {pages:,} pages; at most {MOST_PAGES:,} are taken in. Split it into parts.")


def _why(error: str) -> str:
    if "password" in error.lower():
        return "it is locked with a password. Save it without one, and take that file in."
    return "it is no whole PDF file. Get it once more from where it was published."


def _lines_of(document: pypdfium2.PdfDocument, number: int, progress: Progress) -> list[_Line]:
    if number % PAGES_BETWEEN_WORDS == 0:
        progress(f"Reading page {number + 1:,} of {len(document):,}.")
    page = document[number]
    text_page = page.get_textpage()
    try:
        characters = text_page.count_chars()
        if characters > MOST_CHARACTERS:
            raise IntakeError(
                f"Page {number + 1:,} holds {characters:,} characters; at most {MOST_CHARACTERS:,} are read of a page. "
                "Take that page out of the file."
            )
        in_columns = two_columns(text_page, *page.get_size())
        if in_columns:
            return [_Line(*line) for line in in_columns]
        text = text_page.get_text_range() if characters else ""
        return list(_lines(text_page, text, heights=len(text) == characters))
    finally:
        text_page.close()
        page.close()


def _lines(text_page: pypdfium2.PdfTextPage, text: str, *, heights: bool) -> Iterator[_Line]:
    place = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            first = place + len(raw) - len(raw.lstrip())
            yield _Line(line, text_page.get_charbox(first, loose=True)[3] if heights else None)
        else:
            yield _Line("", None)
        place += len(raw) + 1


def _repeated(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """Lines at the edge of many pages, whatever number stands in them."""
    found: Counter[str] = Counter()
    for lines in pages:
        filled = [line.text for line in lines if line.text]
        found.update({_DIGITS.sub("#", text) for text in (*filled[:_EDGE], *filled[-_EDGE:])})
    least = max(3, _REPEATED * len(pages))
    return frozenset(text for text, count in found.items() if count >= least)


def _runs(lines: Sequence[_Line], place: int, repeated: frozenset[str]) -> bool:
    """Whether that line is a running head or foot, or a page's number alone."""
    text = lines[place].text
    if not text:
        return False
    before = sum(1 for line in lines[:place] if line.text)
    after = sum(1 for line in lines[place + 1 :] if line.text)
    return min(before, after) < _EDGE and (_DIGITS.sub("#", text) in repeated or text.isdecimal())


def _joined(lines: Sequence[_Line]) -> Iterator[str]:
    """The lines of a page put together to paragraphs."""
    pitch = _usual_distance(lines)
    short = _short_by_column(lines, pitch)
    held: list[str] = []
    before: _Line | None = None
    for line in lines:
        if held and (before is None or not line.text or _begins_anew(before, line, pitch, short[before.column])):
            yield _text(held)
            held = []
        if line.text:
            held.append(line.text)
        before = line if line.text else None
    if held:
        yield _text(held)


def _usual_distance(lines: Sequence[_Line]) -> float | None:
    tops = [line.top for line in lines if line.top is not None]
    distances = [above - below for above, below in pairwise(tops) if above > below]
    if len(distances) <= _FEW:
        return min(distances, default=None)
    return median(distances)


def _short_by_column(lines: Sequence[_Line], pitch: float | None) -> dict[int, float]:
    """Below how many characters a line may be the last of its paragraph; 0 where the room between lines tells that."""
    longest: dict[int, int] = {}
    for line in lines:
        longest[line.column] = max(longest.get(line.column, 0), len(line.text))
    tops = [line.top for line in lines if line.top is not None]
    wider = sum(above - below > _WIDER * pitch for above, below in pairwise(tops)) if pitch else 0
    share = 0 if wider >= _SPACED * len(lines) else _SHORT
    return {column: share * length for column, length in longest.items()}


def _begins_anew(before: _Line, line: _Line, pitch: float | None, short: float) -> bool:
    if _BEGINS.match(line.text):
        return True
    if pitch and before.top is not None and line.top is not None:
        distance = before.top - line.top
        if distance < -pitch:  # the top of another column
            return not _goes_on(before.text, line.text)
        if distance > _WIDER * pitch:
            return True
    ended = before.text.endswith((".", "?", "!", ":", ".”", '."'))
    return ended and len(before.text) < short and not line.text[:1].islower()


def _text(lines: Sequence[str]) -> str:
    """The lines as one text; a word that was broken at the end of a line is whole again."""
    text = lines[0]
    for line in lines[1:]:
        broken = _BROKEN_WORD.search(text)
        if broken and line[:1].islower():
            hyphen = "" if text.endswith(_SOFT) or not _keeps_its_hyphen(text, line) else "-"
            text = _BROKEN_WORD.sub(r"\1", text) + hyphen + line
        else:
            text = f"{text} {line}"
    return text


def _keeps_its_hyphen(text: str, line: str) -> bool:
    """A hyphen that is typed at the end of a line may belong to the word: multi-agency, not multiagency."""
    return text.rsplit(" ", 1)[-1].rstrip(_HYPHENS).lower() in _FIRST_HALVES or "-" in line.split(" ", 1)[0]


def _goes_on(above: str, below: str) -> bool:
    return not above.endswith((".", "?", "!", ":", ";", "”")) and below[:1].islower()
