"""A report is cut into paragraphs, each with the place by which it is cited; what cannot be read says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from reports import PARAGRAPHS, TITLE, html_report, pdf, pdf_report, text_report

from graph_loader.intake import pdf as pdf_module
from graph_loader.intake import reading
from graph_loader.intake.reading import read_report, reports_in
from inquiry_graph.errors import IntakeError


def texts(file: Path) -> list[str]:
    return [paragraph.text for paragraph in read_report(file)]


def locators(file: Path) -> list[str]:
    return [paragraph.locator for paragraph in read_report(file)]


def written(folder: Path, text: str, name: str = "report.txt") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize("report", [text_report, html_report])
def test_text_and_web_page_give_the_same_paragraphs(tmp_path: Path, report: object) -> None:
    assert callable(report)
    assert texts(report(tmp_path)) == [TITLE, *PARAGRAPHS]


def test_a_place_is_named_by_heading_and_count(tmp_path: Path) -> None:
    assert locators(html_report(tmp_path))[:3] == ["paragraph 1", f"“{TITLE}”, paragraph 1", f"“{TITLE}”, paragraph 2"]


def test_a_paragraph_with_a_number_of_its_own_is_named_by_it(tmp_path: Path) -> None:
    file = written(tmp_path, "4.12 The council did not act on what it was told in time.\n\n2014 was a year of change.")
    assert locators(file) == ["paragraph 4.12", "paragraph 2"]
    assert texts(file)[0].startswith("The council")


def test_items_of_a_list_are_paragraphs_and_broken_lines_are_not(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "First words of the report.\n\nThe force was found to have\ntwo faults:\n"
        "• it did not share what it knew\n• it was slow to act",
    )
    assert texts(file)[1:] == [
        "The force was found to have two faults:",
        "• it did not share what it knew",
        "• it was slow to act",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "list.txt",
            "Inspectors were concerned to find:\n\n• late referrals to the council\n• no records of them\n\n"
            "The end of it.",
        ),
        (
            "list.html",
            "<p>Inspectors were concerned to find:</p><ul><li>late referrals to the council</li>"
            "<li><p>no records of them</p></li></ul><p>The end of it.</p>",
        ),
    ],
)
def test_an_item_of_a_list_knows_the_line_that_leads_in_the_list(tmp_path: Path, name: str, text: str) -> None:
    leads = [paragraph.lead for paragraph in read_report(written(tmp_path, text, name))]
    assert leads == ["", *["Inspectors were concerned to find:"] * 2, ""]


def test_the_pages_of_a_pdf_are_counted_and_a_paragraph_may_run_over_two(tmp_path: Path) -> None:
    pages = (
        [
            "Report of the review",
            "",
            "3.1 The police did not share information with",
            "the council in any of the",
            "",
            "1",
        ],
        [
            "cases that were seen, although they were asked.",
            "",
            "The council met each week and kept",
            "its records well.",
            "",
            "2",
        ],
        ["A third page says something else of it.", "", "3"],
    )
    file = pdf_report(tmp_path, pages)
    assert [(each.locator, each.text) for each in read_report(file)] == [
        ("page 1, paragraph 1", "Report of the review"),
        (
            "paragraph 3.1, page 1",
            "The police did not share information with the council in any of the cases that were seen, although they "
            "were asked.",
        ),
        ("page 2, paragraph 1", "The council met each week and kept its records well."),
        ("page 3, paragraph 1", "A third page says something else of it."),
    ]


def test_running_heads_and_broken_words_of_a_pdf_are_mended(tmp_path: Path) -> None:
    bodies = ("police", "council", "schools", "health trust", "inspectorate")
    pages = [
        [f"Harrowmere review | page {number}", "", f"The {body} did not investi-", f"gate what the {body} was told."]
        for number, body in enumerate(bodies, 1)
    ]
    assert texts(pdf_report(tmp_path, pages)) == [f"The {b} did not investigate what the {b} was told." for b in bodies]


def test_what_nobody_sees_is_not_text(tmp_path: Path) -> None:
    page = "<p>Refer\u00adrals were\u202e not\x07 passed on</p><p style='x'><!-- a comment of four words --></p>"
    assert texts(written(tmp_path, page, "page.html")) == ["Referrals were not passed on"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "is empty"),
        ("short.txt", b"One word.", "holds no paragraph"),
        ("picture.txt", b"\x89PNG\0\0\0\x01", "neither PDF nor HTML nor text"),
        ("no.pdf", b"hello there, this is text", "is no PDF file"),
        ("broken.pdf", pdf([["A line of text"]])[:200], "no whole PDF file"),
        ("scan.pdf", pdf([[], []]), "pictures of pages"),
        ("deep.html", b"<html>" + b"<div>" * 5_000 + b"four words of text", "deep"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(IntakeError, match=told) as refusal:
        read_report(tmp_path / name)
    assert name in str(refusal.value)


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    locked = pdf([["A line of text"]]).replace(
        b"trailer\n<< ",
        b"trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"x" * 32 + b") /U (" + b"y" * 32 + b") >> "
        b"/ID [(0123456789abcdef) (0123456789abcdef)] ",
    )
    (tmp_path / "locked.pdf").write_bytes(locked)
    with pytest.raises(IntakeError, match="password"):
        read_report(tmp_path / "locked.pdf")


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(reading.MOST_BYTES, "text", 100)
    with pytest.raises(IntakeError, match="at most"):
        read_report(written(tmp_path, "many words " * 50))
    monkeypatch.setattr(pdf_module, "MOST_PAGES", 2)
    with pytest.raises(IntakeError, match="3 pages"):
        read_report(pdf_report(tmp_path, [["Four words of text"]] * 3))
    monkeypatch.setattr(reading, "MOST_PARAGRAPHS", 1)
    with pytest.raises(IntakeError, match="paragraphs"):
        read_report(html_report(tmp_path))


def test_a_page_that_asks_for_others_is_read_without_them(tmp_path: Path) -> None:
    page = (
        "<html><head><link rel=stylesheet href='http://127.0.0.1:1/x.css'></head><body>"
        "<img src='http://127.0.0.1:1/x.png'><iframe src='file:///etc/hosts'></iframe>"
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hosts'>]><p>The council &e; did not act.</p></body></html>"
    )
    (text,) = texts(written(tmp_path, page, "page.html"))
    assert "localhost" not in text


def test_a_folder_gives_its_reports_and_nothing_else(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    files = {text_report(tmp_path), html_report(inner)}
    (tmp_path / "picture.png").write_bytes(b"x")
    assert set(reports_in(tmp_path)) == files
    with pytest.raises(IntakeError, match="holds no report"):
        reports_in(tmp_path_with_nothing(tmp_path))


def tmp_path_with_nothing(folder: Path) -> Path:
    nothing = folder / "nothing"
    nothing.mkdir()
    return nothing
