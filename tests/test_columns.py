"""Pages of two columns, heads and feet, words broken at line ends, and pages that are pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reports import PICTURE, pdf_of, placed, text_report

from graph_loader.intake.drafts import take_in
from graph_loader.intake.reading import read_report, reading_of
from inquiry_graph.errors import IntakeError
from inquiry_graph.settings import Settings

Pieces = list[tuple[float, float, str]]
LEFT = (
    "The police and the council did not share infor-",
    "mation about children at risk with each other.",
    "Nobody noticed for several years that it was so.",
    "",
    "Crimes were not recorded when they were told",
    "to the force, in 12 of the 40 files that we saw",
    "when we went through them, and no supervisor",
    "asked why, though some of the officers",
)
RIGHT = (
    "had raised it with their managers more than once",
    "and had been given no answer that we could find.",
    "",
    "Support was offered promptly after the multi-",
    "agency meeting, and it was of good quality",
    "throughout the time in which children were in",
    "contact with the service and for a year after.",
    "",
    "The board met nine times in the period.",
)
READ = [
    "The police and the council did not share information about children at risk with each other. Nobody noticed for "
    "several years that it was so.",
    "Crimes were not recorded when they were told to the force, in 12 of the 40 files that we saw when we went through "
    "them, and no supervisor asked why, though some of the officers had raised it with their managers more than once "
    "and had been given no answer that we could find.",
    "Support was offered promptly after the multi-agency meeting, and it was of good quality throughout the time in "
    "which children were in contact with the service and for a year after.",
    "The board met nine times in the period.",
]


def column(left: float, lines: Sequence[str], top: float = 700) -> Pieces:
    return [(left, top - 12 * place, line) for place, line in enumerate(lines) if line]


def row_by_row(pieces: Pieces) -> Pieces:
    return sorted(pieces, key=lambda piece: (-piece[1], piece[0]))


def around(number: int, words: str) -> Pieces:
    """A running head in two parts, a foot with the page's number, and a heading across the page."""
    head: Pieces = [(60, 810, "Harrowmere safeguarding review"), (480, 810, "Final report")]
    return [*head, (60, 30, "June 2016"), (500, 30, str(number)), (60, 740, words)]


def written(folder: Path, streams: Sequence[bytes]) -> Path:
    file = folder / "columns.pdf"
    file.write_bytes(pdf_of(streams))
    return file


@pytest.mark.parametrize("drawn", [list, row_by_row])
def test_two_columns_are_read_one_after_the_other_however_they_were_drawn(tmp_path: Path, drawn: object) -> None:
    body = drawn([*column(60, LEFT), *column(310, RIGHT)])  # type: ignore[operator]
    found = read_report(written(tmp_path, [placed(body)]))
    assert [each.text for each in found] == READ


def test_heads_and_feet_are_left_out_and_headings_across_stand_where_they_are(tmp_path: Path) -> None:
    words = ["What the review found", "What the board did", "What changed later", "What is left to do"]
    last = [f"{each} was said to have mattered most." for each in words]
    pages = [
        placed(row_by_row([*around(number, each), *column(60, LEFT), *column(310, (*RIGHT, "", said))]))
        for number, (each, said) in enumerate(zip(words, last, strict=True), 1)
    ]
    found = read_report(written(tmp_path, pages))
    assert [each.text for each in found if each.page == 2] == [words[1], *READ, last[1]]
    assert {each.heading for each in found if each.text == READ[0]} == set(words)
    assert all("Harrowmere" not in each.text and "June" not in each.text for each in found)


def test_a_line_across_the_page_parts_what_stands_above_it_from_what_stands_below(tmp_path: Path) -> None:
    across = "A sentence that runs from the left edge of the page to its right edge, and so belongs to neither column."
    above = [*column(60, LEFT), *column(310, RIGHT)]
    below = [*column(60, LEFT, 500), *column(310, RIGHT, 500)]
    found = read_report(written(tmp_path, [placed(row_by_row([*above, (60, 560, across), *below]))]))
    assert [each.text for each in found] == [*READ, across, *READ]


def test_a_sentence_that_ends_in_a_short_line_parts_nothing_where_paragraphs_stand_apart(tmp_path: Path) -> None:
    lines = (
        "2.1 A joint team met each day.", "Referrals were looked at within a day, and no partner was left out of it.",
        "", "2.2 Others met each week.", "They looked at referrals when they met, and at nothing else.",
    )  # fmt: skip
    apart = read_report(written(tmp_path, [placed(column(60, lines))]))
    assert [each.locator for each in apart] == ["paragraph 2.1, page 1", "paragraph 2.2, page 1"]
    close = read_report(written(tmp_path, [placed(column(60, [line for line in lines if line]))]))
    assert len(close) == 4


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [f"Indicator {each}" for each in "abcdefgh"]
    cells = [f"{each} of 40 files held a crime that nobody had recorded" for each in range(1, 9)]
    found = read_report(written(tmp_path, [placed(row_by_row([*column(60, rows), *column(310, cells)]))]))
    text = " ".join(each.text for each in found)
    assert text.index("Indicator a") < text.index("1 of 40") < text.index("Indicator b")


def test_pages_that_are_pictures_are_named(tmp_path: Path, small_package: Path) -> None:
    page = placed(column(60, LEFT))
    file = written(tmp_path, [page, PICTURE, PICTURE, b"", page, PICTURE])
    said: list[str] = []
    assert reading_of(file, said.append).pictures == (2, 3, 6)
    assert said[-1] == "Not read: pages 2 to 3, 6 of columns.pdf, pictures of pages that hold no text."
    here = Settings(home=tmp_path / "home")
    assert take_in(file, small_package, here).report.not_read == "pages 2 to 3, 6"
    assert take_in(text_report(tmp_path), small_package, here).report.not_read == ""


def test_a_file_of_pictures_alone_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"2 pages and no text: they are pictures.*\(OCR\)"):
        read_report(written(tmp_path, [PICTURE, PICTURE]))
