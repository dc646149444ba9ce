"""Accepted findings become rows of a package, after its check, all or none, and never twice."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from reports import SHARED, text_report

from graph_loader import check_package, rewriting
from graph_loader.intake.drafts import Draft, take_in
from graph_loader.intake.forms import complaints, filled_in
from graph_loader.intake.known import known_in
from graph_loader.intake.writing import write_rows
from inquiry_graph import resources
from inquiry_graph.errors import IntakeError, PackageError
from inquiry_graph.settings import Settings

NUMBER = 3
ABOUT = {
    "source": "source:harrowmere-inquiry-2015",
    "case": "case:harrowmere-2004-2014",
    "url": "https://reports.example.org/harrowmere-inquiry-2015",
    "seen_in": "primary_page",
    "accessed": "2026-11-25",
}
NEW = {
    "source": "source:harrowmere-audit-2016",
    "new-source-name": "Harrowmere audit",
    "new-source-kind": "audit",
    "new-source-extent_read": "whole",
    "case": "case:harrowmere-2016",
    "new-case-name": "Harrowmere 2016",
    "new-case-kind": "local",
    "new-case-summary": "How agencies in Harrowmere responded at the time.",
    "new-case-locations": "location:harrowmere",
}


def form(taken: Draft, **changed: str) -> dict[str, str]:
    examined = taken.paragraphs()[NUMBER - 1]
    summary = "Neither of the two told the other what it knew."
    return filled_in(examined, examined.proposals[0]) | {"summary": summary} | changed


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_an_accepted_finding_becomes_a_row_with_its_citation_reader_and_day(
    taken: Draft, here: Settings, small_copy: Path
) -> None:
    before = contents(small_copy)
    taken.decide_about(ABOUT, "reader", 0)
    decision = taken.decide(NUMBER, "accepted", (form(taken),), "second reader", 0)
    written = write_rows(taken, here)
    finding, citation = rows(small_copy, "findings")[-1], rows(small_copy, "citations")[-1]
    assert written.findings == (finding["id"],) == (citation["of"],)
    assert (finding["read_by"], finding["read_on"]) == ("second reader", decision.day)
    assert (finding["practice"], finding["case"]) == ("practice:sharing-information", "case:harrowmere-2004-2014")
    assert citation["quotation"] in SHARED
    assert (citation["source"], citation["url"]) == (ABOUT["source"], ABOUT["url"])
    assert check_package(small_copy) == ()
    for name, content in contents(small_copy).items():
        assert content.startswith(before[name])
    assert contents(small_copy).keys() == before.keys()


def test_a_paragraph_that_was_written_from_before_says_so(taken: Draft, here: Settings, small_copy: Path) -> None:
    taken.decide_about(ABOUT, "reader", 0)
    taken.decide(NUMBER, "accepted", (form(taken),), "reader", 0)
    assert known_in(SHARED, small_copy) == ()
    (identifier,) = write_rows(taken, here).findings
    (known,) = known_in(f"In short: {SHARED}", small_copy)
    assert (known.id, known.summary) == (identifier, form(taken)["summary"])


def test_what_is_not_accepted_never_enters(taken: Draft, here: Settings, small_copy: Path) -> None:
    before = contents(small_copy)
    taken.decide_about(ABOUT, "reader", 0)
    taken.decide(NUMBER, "rejected", (), "reader", 0)
    taken.decide(NUMBER + 1, "set_aside", (form(taken),), "reader", 0)
    assert write_rows(taken, here).findings == ()
    assert contents(small_copy) == before


def test_written_twice_it_stands_once(taken: Draft, here: Settings, small_copy: Path) -> None:
    taken.decide_about(ABOUT, "reader", 0)
    taken.decide(NUMBER, "accepted", (form(taken), form(taken, practice="practice:deciding-jointly")), "reader", 0)
    first = write_rows(taken, here)
    before = contents(small_copy)
    again = write_rows(taken, here)
    assert len(first.findings) == len(set(first.findings)) == 2
    assert (again.findings, again.already) == ((), 2)
    assert contents(small_copy) == before


def test_a_source_and_a_case_that_are_new_come_with_it(taken: Draft, here: Settings, small_copy: Path) -> None:
    taken.decide_about(ABOUT | NEW, "reader", 0)
    taken.decide(NUMBER, "accepted", (form(taken),), "reader", 0)
    write_rows(taken, here)
    source, case = rows(small_copy, "sources")[-1], rows(small_copy, "cases")[-1]
    assert (source["id"], source["title"], source["examines"]) == (NEW["source"], "Harrowmere audit", NEW["case"])
    assert (case["id"], case["locations"]) == (NEW["case"], "location:harrowmere")
    assert check_package(small_copy) == ()


def test_with_one_problem_nothing_is_written_and_all_are_named(taken: Draft, here: Settings, small_copy: Path) -> None:
    before = contents(small_copy)
    taken.decide_about(ABOUT | {"seen_in": "dreamt"}, "reader", 0)
    taken.decide(NUMBER, "accepted", (form(taken, outcome="dreadful", summary="Told to Susan Example."),), "reader", 0)
    with pytest.raises(PackageError) as refusal:
        write_rows(taken, here)
    assert {(each.file, each.column) for each in refusal.value.problems} == {
        ("findings.csv", "outcome"),
        ("findings.csv", "summary"),
        ("citations.csv", "seen_in"),
    }
    assert contents(small_copy) == before


def test_a_paragraph_with_two_versions_waits(taken: Draft, here: Settings) -> None:
    taken.decide_about(ABOUT, "reader", 0)
    taken.decide(NUMBER, "accepted", (form(taken),), "reader", 0)
    with pytest.raises(IntakeError):
        taken.decide(NUMBER, "rejected", (), "other", 0)
    written = write_rows(taken, here)
    assert (written.findings, written.waiting) == ((), (NUMBER,))


@pytest.mark.parametrize("crash_after", [0, 1])
def test_a_crash_while_writing_leaves_all_or_nothing(
    taken: Draft, here: Settings, small_copy: Path, monkeypatch: pytest.MonkeyPatch, crash_after: int
) -> None:
    before = contents(small_copy)
    taken.decide_about(ABOUT, "reader", 0)
    taken.decide(NUMBER, "accepted", (form(taken),), "reader", 0)
    with monkeypatch.context() as broken:
        broken.setattr(rewriting, "finish", Crashing(crash_after))
        with pytest.raises(KeyboardInterrupt):
            write_rows(taken, here)
    written = write_rows(taken, here)
    assert (len(written.findings), written.already) == ((1, 0) if crash_after == 0 else (0, 1))
    assert check_package(small_copy) == ()
    assert contents(small_copy).keys() == before.keys()


class Crashing:
    """`finish` until the writer dies in it."""

    def __init__(self, after: int) -> None:
        self.after = after

    def __call__(self, _: Path) -> bool:
        if self.after == 0:
            raise KeyboardInterrupt
        self.after -= 1
        return False


def test_without_a_package_or_a_source_it_says_what_to_do(
    taken: Draft, here: Settings, tmp_path: Path, small_package: Path
) -> None:
    with pytest.raises(IntakeError, match="About this report"):
        write_rows(taken, here)
    aimless = take_in(text_report(tmp_path, (SHARED,)), small_package, here)
    with pytest.raises(IntakeError, match="--package FOLDER"):
        write_rows(aimless, here)


def test_the_data_inside_an_installed_library_are_never_written_to(
    taken: Draft, here: Settings, small_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "__file__", str(small_copy.parent / "resources.py"))
    with pytest.raises(IntakeError, match="Copy the folder"):
        write_rows(taken, here)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"summary": ""}, "in your own words"),
        ({"summary": SHARED}, "Use your own"),
        ({"summary": "Child A was not helped."}, "institutions alone"),
        ({"quotation": "words that are not there"}, "word for word"),
        ({"quotation": SHARED}, "at most 15"),
        ({"practice": ""}, "Choose the practice"),
    ],
)
def test_what_is_wrong_with_a_form_is_said_before_it_is_accepted(
    taken: Draft, changed: dict[str, str], told: str
) -> None:
    said = " ".join(complaints(form(taken, **changed), SHARED))
    assert told in said


def test_a_form_that_is_right_has_no_complaint(taken: Draft) -> None:
    assert list(complaints(form(taken), SHARED)) == []
