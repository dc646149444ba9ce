"""A report as numbered paragraphs: what sort of file it is, whether it can be taken in, and its text.

Files are untrusted. They are read as text, nothing in them is run, nothing they name is fetched, and one that is too
large, broken or made to exhaust its reader is refused with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from graph_loader.intake import pdf, web
from graph_loader.intake.blocks import Block, Paragraph, paragraphs
from inquiry_graph.errors import IntakeError
from inquiry_graph.progress import Progress, unheard

MEGABYTE = 1_000_000
MOST_BYTES = {"pdf": 200 * MEGABYTE, "html": 10 * MEGABYTE, "text": 20 * MEGABYTE}
MOST_PARAGRAPHS = 50_000
SUFFIXES = {".pdf": "pdf", ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text", ".text": "text"}
_LONG_LINE = 160  # characters: lines that nobody broke, so that each is a paragraph
_ITEM = re.compile(r"(?:[•▪●*\-–]|\d{1,2}\.|\([a-z]\))\s+\S")
_HEAD = 2_048  # bytes in which a file says what it is


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a report: its paragraphs, and the numbers of the pages that are pictures without text."""

    paragraphs: tuple[Paragraph, ...]
    pictures: tuple[int, ...] = ()


def read_report(path: Path, progress: Progress = unheard) -> tuple[Paragraph, ...]:
    """The paragraphs of a report. Raises IntakeError with one sentence if it cannot be read."""
    return reading_of(path, progress).paragraphs


def reading_of(path: Path, progress: Progress = unheard) -> Reading:
    """The paragraphs of a report and what could not be read. Raises IntakeError if nothing can."""
    kind = kind_of(path)
    if kind == "pdf":
        found = pdf.read(path, progress)
        return Reading(_numbered(path, found.blocks), found.pictures)
    return Reading(_numbered(path, web.blocks(path) if kind == "html" else _text_blocks(path)))


def _numbered(path: Path, blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for each in paragraphs(blocks):
        found.append(each)
        if len(found) > MOST_PARAGRAPHS:
            raise IntakeError(f"{path.name} has more than {MOST_PARAGRAPHS:,} paragraphs. Split it into parts.")
    if not found:
        raise IntakeError(f"{path.name} holds no paragraph of text. See whether it is the right file.")
    return tuple(found)


def kind_of(path: Path) -> str:
    """pdf, html or text, by what the file holds rather than by its name. Raises IntakeError for anything else."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise IntakeError(f"{path} cannot be opened: {error.strerror or error}.") from error
    kind = _kind(path, head)
    if not size:
        raise IntakeError(f"{path.name} is empty. Get it once more from where it was published.")
    if size > MOST_BYTES[kind]:
        most = MOST_BYTES[kind] // MEGABYTE
        raise IntakeError(
            f"{path.name} has {size / MEGABYTE:,.0f} MB; at most {most} MB are taken in as {kind}. Split it into parts."
        )
    return kind


def reports_in(path: Path) -> tuple[Path, ...]:
    """The file, or the files of the folder (and of those in it) that may be reports, by name."""
    if path.is_file():
        return (path,)
    found = tuple(sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES and each.is_file()))
    if not found:
        raise IntakeError(f"{path} holds no report: a file that ends in {', '.join(SUFFIXES)}.")
    return found


def _kind(path: Path, head: bytes) -> str:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    declared = SUFFIXES.get(path.suffix.lower())
    if declared == "pdf":
        raise IntakeError(f"{path.name} is no PDF file, whatever its name says. Get it once more.")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise IntakeError(f"{path.name} is neither PDF nor HTML nor text. Save it as one of them first.")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    looks = start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start
    return "html" if looks or declared == "html" else "text"


def _text_blocks(path: Path) -> Iterator[Block]:
    """Parted by empty lines and items of a list; where nobody broke the lines, each is a paragraph."""
    text = _decoded(path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n").strip()
    lines = [line.strip() for line in text.split("\n")]
    each_line_alone = "" not in lines or median(map(len, filter(None, lines))) > _LONG_LINE
    held: list[str] = []
    for line in [*lines, ""]:
        if held and (not line or each_line_alone or _ITEM.match(line)):
            yield Block(" ".join(held))
            held = []
        if line:
            held.append(line)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
