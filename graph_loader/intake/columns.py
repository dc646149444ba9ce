"""A page of two columns, read as people do: down the left one, then down the right, between lines that span both.

A PDF gives its text in the order in which it was drawn, which may run across both columns. Where each piece stands
tells them apart: two columns are two blocks of lines, each about as wide as the other, with nothing between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import pypdfium2

MOST_PIECES = 3_000  # of one page: more is a drawing or a page made to exhaust its reader
FEWEST_LINES = 6  # of a column
_MIDDLE = (0.35, 0.65)  # of the page's width: where a gap between two columns lies
_MOST_ACROSS = 0.3  # share of the lines that may span both columns
_LEAST_WIDTH = 0.24  # of the page's width that the middle line of a column fills: less is a table
_EDGE = 0.075  # of the page's height: heads and feet, which belong to no column
_ONE_LINE = 3.0  # points by which pieces of one line may differ in height


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with its place on the page, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def two_columns(text_page: pypdfium2.PdfTextPage, width: float, height: float) -> list[tuple[str, float, int]]:
    """The lines of the page in reading order with their height and column; empty if it has not two columns.

    Column 0 is what spans both, 1 the left one, 2 the right one.
    """
    count = text_page.count_rects()
    if not 2 * FEWEST_LINES <= count <= MOST_PIECES:
        return []
    boxes = [text_page.get_rect(each) for each in range(count)]
    gap = _gap(boxes, width, height)
    if gap is None:
        return []
    pieces = [Piece(_text(text_page, box), *box) for box in boxes]
    return list(_in_order([piece for piece in pieces if piece.text], gap, height))


def _text(text_page: pypdfium2.PdfTextPage, box: tuple[float, float, float, float]) -> str:
    return str(text_page.get_text_bounded(*box)).strip()


def _gap(boxes: Sequence[tuple[float, float, float, float]], width: float, height: float) -> float | None:
    """Where the right column begins; None if the page has not two columns."""
    inside = [Piece("", *box) for box in boxes if _EDGE * height < box[1] < (1 - _EDGE) * height]
    begins = sorted({round(each.left) for each in inside if _MIDDLE[0] * width < each.left < _MIDDLE[1] * width})
    found = [gap for gap in begins if _parts(inside, gap, width)]
    return min(found, key=lambda gap: sum(_column(each, gap) == 0 for each in inside), default=None)


def _parts(pieces: Sequence[Piece], gap: float, width: float) -> bool:
    """Whether two columns of text stand on both sides of the gap, and little spans both."""
    lines = [_lines(each for each in pieces if _column(each, gap) == column) for column in (0, 1, 2)]
    across, left, right = (len(each) for each in lines)
    if min(left, right) < FEWEST_LINES or across > _MOST_ACROSS * (across + left + right):
        return False
    return all(median(_width(line) for line in each) >= _LEAST_WIDTH * width for each in lines[1:])


def _column(piece: Piece, gap: float) -> int:
    if piece.left >= gap - 1:
        return 2
    return 1 if piece.right <= gap + 1 else 0


def _lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces line by line from the top, each line from left to right."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (-each.bottom, each.left)):
        if found and abs(found[-1][0].bottom - piece.bottom) <= _ONE_LINE:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [sorted(line, key=lambda each: each.left) for line in found]


def _width(line: Sequence[Piece]) -> float:
    return max(each.right for each in line) - min(each.left for each in line)


def _in_order(pieces: Sequence[Piece], gap: float, height: float) -> Iterator[tuple[str, float, int]]:
    """Both columns down to the next line that spans them, then that line, and so on."""
    edge = [each for each in pieces if not _EDGE * height < each.bottom < (1 - _EDGE) * height]
    body = [each for each in pieces if each not in edge]
    across = _lines([*edge, *(each for each in body if _column(each, gap) == 0)])
    columns = [_lines(each for each in body if _column(each, gap) == column) for column in (1, 2)]
    for line in [*across, None]:
        floor = line[0].bottom if line else float("-inf")
        for number, column in enumerate(columns, 1):
            while column and column[0][0].bottom > floor:
                yield _told(column.pop(0), number)
        if line:
            yield _told(line, 0)


def _told(line: Sequence[Piece], column: int) -> tuple[str, float, int]:
    return " ".join(each.text for each in line), line[0].top, column
