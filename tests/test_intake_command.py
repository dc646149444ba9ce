"""`inquiry-graph intake`, as people give it; and how long a long report takes."""

from __future__ import annotations

import json
import textwrap
import time
from pathlib import Path

import pytest
from commands import run
from reports import PARAGRAPHS, pdf_report, text_report
from test_intake_writing import ABOUT, NUMBER, form

from graph_loader.intake.drafts import drafts
from inquiry_graph.settings import Settings


def test_a_report_is_taken_in_and_listed(here: Settings, tmp_path: Path, small_copy: Path) -> None:
    taken = run(here, "intake", str(text_report(tmp_path)), "--package", str(small_copy), "--json")
    (told,) = json.loads(taken.stdout)
    assert (told["paragraphs"], told["proposed"], told["decided"]) == (9, 3, 0)
    assert told["package"] == str(small_copy)
    listed = run(here, "intake")
    assert told["id"] in listed.stdout
    assert "page Data" in listed.stderr


def test_accepted_findings_are_written_into_the_package(here: Settings, tmp_path: Path, small_copy: Path) -> None:
    run(here, "intake", str(text_report(tmp_path)))
    (taken,) = drafts(here)
    taken.decide_about(ABOUT, "reader", 0)
    taken.decide(NUMBER, "accepted", (form(taken),), "reader", 0)
    missing = run(here, "intake", "--report", taken.report.id, "--write")
    assert (missing.exit_code, "--package FOLDER" in missing.stderr) == (1, True)
    written = run(here, "intake", "--report", taken.report.id, "--package", str(small_copy), "--write")
    assert written.stdout == f"1 finding written into {small_copy}.\n"
    again = run(here, "intake", "--report", taken.report.id, "--write", "--json")
    assert json.loads(again.stdout)["already"] == 1


def test_one_file_that_cannot_be_read_does_not_keep_the_others_out(here: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    text_report(folder)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    result = run(here, "intake", str(folder))
    assert result.exit_code == 0
    assert "broken.pdf cannot be read" in result.stderr
    assert "harrowmere.txt" in result.stdout


def test_nothing_that_can_be_read_ends_with_an_error(here: Settings, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run(here, "intake", str(tmp_path / "empty.txt"))
    assert result.exit_code == 1
    assert "empty.txt is empty" in result.stderr


@pytest.mark.parametrize("arguments", [("--write",), (".", "--write"), (".", "--report", "x")])
def test_options_that_do_not_go_together_are_refused(here: Settings, arguments: tuple[str, ...]) -> None:
    assert run(here, "intake", *arguments).exit_code == 2


def long_report(folder: Path, pages: int) -> Path:
    """Pages of some 500 words in numbered paragraphs, with a running head and foot, as a long report has."""
    return pdf_report(folder, (page_of(number) for number in range(1, pages + 1)))


def page_of(number: int) -> list[str]:
    lines = ["Harrowmere review: final report", ""]
    for place in range(1, 6):
        chosen = (PARAGRAPHS[(number + place + step) % 5] for step in range(5))
        lines += [*textwrap.wrap(f"{number}.{place} {' '.join(chosen)}", 95), ""]
    return [*lines, f"Page {number}"]


def test_three_hundred_pages_are_cut_and_searched_in_under_thirty_seconds_with_progress(
    here: Settings, tmp_path: Path
) -> None:
    file = long_report(tmp_path, 300)
    began = time.process_time()  # a busy machine is slow, not wrong
    result = run(here, "intake", str(file), "--json")
    took = time.process_time() - began
    (told,) = json.loads(result.stdout)
    assert told["paragraphs"] == 300 * 5
    assert told["proposed"] == 300 * 5
    assert result.stderr.count("Reading page") >= 3
    assert took < 30
