"""A row compared with its page again: which are due, and what each verdict writes into the package."""

from __future__ import annotations

import csv
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from graph_loader import check_package
from graph_loader.diff import diff
from graph_loader.package import read_package
from graph_loader.rereading.corrections import Said, correction, keep, open_corrections
from graph_loader.rereading.due import due
from graph_loader.rereading.standing import Standing, standing
from graph_loader.rereading.verdicts import Verdict, write_verdict
from inquiry_graph import model
from inquiry_graph.errors import EditConflict, IntakeError, PackageError
from inquiry_graph.settings import Settings

RECORD = "finding:millbridge-1"
URL = "https://reports.example.org/millbridge-review-2011"
TODAY = datetime.now(UTC).date().isoformat()


def held(folder: Path, record: str = RECORD) -> Standing:
    return standing(record, read_package(folder))


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, here: Settings, verdict: str, seen: str = "", record: str = RECORD, **given: object) -> None:
    made = Verdict(record, verdict, "reader A", **given)  # type: ignore[arg-type]
    write_verdict(made, seen or held(folder, record).checksum, folder, here)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_confirmed_row_is_noted_and_its_page_has_the_day(small_copy: Path, here: Settings) -> None:
    before = contents(small_copy)
    write(small_copy, here, "confirmed", url=URL, note="same words")
    (reading,) = rows(small_copy, "rereadings")
    assert reading == {
        "record": RECORD, "read_on": TODAY, "read_by": "reader A", "verdict": "confirmed", "url": URL,
        "note": "same words",
    }  # fmt: skip
    assert held(small_copy).citations[0].values["accessed"] == TODAY
    changed = {name for name, content in contents(small_copy).items() if before.get(name) != content}
    assert changed == {"citations.csv", "rereadings.csv"}
    assert check_package(small_copy) == ()


def test_a_row_that_was_confirmed_elsewhere_keeps_the_day_of_its_own_page(small_copy: Path, here: Settings) -> None:
    before = held(small_copy).citations[0].values["accessed"]
    write(small_copy, here, "confirmed", url="https://elsewhere.example.org/copy")
    assert held(small_copy).citations[0].values["accessed"] == before


def test_a_correction_changes_its_cells_and_no_other(small_copy: Path, small_package: Path, here: Settings) -> None:
    new = {"summary": "The two told each other nothing,\n or little.", "locator": "paragraph 4.3", "outcome": "failing"}
    write(small_copy, here, "corrected", url=URL, values=new)
    found = diff(small_package, small_copy)
    cells = {(each.entry.table, cell.column, cell.new) for each in found.changed for cell in each.cells}
    assert cells == {
        ("findings", "summary", "The two told each other nothing, or little."),
        ("findings", "corrected_on", TODAY),
        ("citations", "locator", "paragraph 4.3"),
        ("citations", "accessed", TODAY),
    }
    assert (found.added, found.gone, found.withdrawn) == ((), (), ())
    assert check_package(small_copy) == ()


def test_a_withdrawn_row_goes_with_its_citations_and_stays_readable(small_copy: Path, here: Settings) -> None:
    write(small_copy, here, "withdrawn", url=URL, reason="the page says less", record="finding:millbridge-2")
    (gone,) = rows(small_copy, "withdrawn")
    assert (gone["record"], gone["reason"], gone["withdrawn_by"]) == (
        "finding:millbridge-2", "the page says less", "reader A",
    )  # fmt: skip
    assert (gone["locator"], gone["withdrawn_on"]) == ("paragraph 10.1", TODAY)
    assert gone["summary"].startswith("From 2008 a weekly meeting")
    assert "finding:millbridge-2" not in {row["of"] for row in rows(small_copy, "citations")}
    assert check_package(small_copy) == ()
    with pytest.raises(IntakeError, match="may have been withdrawn"):
        held(small_copy, "finding:millbridge-2")


def test_the_words_of_a_withdrawn_row_can_be_withheld(small_copy: Path, here: Settings) -> None:
    write(small_copy, here, "withdrawn", reason="one child's file", withheld=True, record="finding:millbridge-2")
    (gone,) = rows(small_copy, "withdrawn")
    assert (gone["quotation"], gone["locator"], "weekly" in gone["summary"]) == ("", "", False)


def test_the_readings_of_a_withdrawn_row_are_left_out_unless_another_holds_them(
    small_copy: Path, here: Settings
) -> None:
    (small_copy / "reading_rows.csv").write_text(
        "reading_row,record\nlocal:1,finding:millbridge-2\nlocal:2,finding:millbridge-2\nlocal:2,finding:millbridge-1\n"
    )
    (small_copy / "left_out.csv").write_text("reading_row,reason\nlocal:3,a duplicate\n")
    write(small_copy, here, "withdrawn", reason="the page says less", record="finding:millbridge-2")
    assert [tuple(row.values()) for row in rows(small_copy, "reading_rows")] == [("local:2", "finding:millbridge-1")]
    assert [tuple(row.values()) for row in rows(small_copy, "left_out")] == [
        ("local:3", "a duplicate"), ("local:1", "the page says less"),
    ]  # fmt: skip


def test_a_row_that_another_speaks_of_is_not_withdrawn_from_under_it(small_copy: Path, here: Settings) -> None:
    before = contents(small_copy)
    with pytest.raises(PackageError) as refusal:
        write(small_copy, here, "withdrawn", reason="gone", record="finding:harrowmere-1")
    assert {(each.file, each.column) for each in refusal.value.problems} == {("claims.csv", "answers")}
    assert contents(small_copy) == before


def test_a_page_that_was_not_seen_changes_nothing_else(small_copy: Path, here: Settings) -> None:
    before = held(small_copy).checksum
    write(small_copy, here, "page_not_seen", note="searched by title")
    assert held(small_copy).checksum == before
    assert rows(small_copy, "rereadings")[0]["verdict"] == "page_not_seen"


@pytest.mark.parametrize(
    ("verdict", "given", "told"),
    [
        ("confirmed", {"values": {"summary": "x"}}, "corrected"),
        ("corrected", {}, "no value differs"),
        ("corrected", {"values": {"id": "finding:other"}}, "id is no column"),
        ("corrected", {"values": {"accessed": "2026-01-01"}}, "accessed is no column"),
        ("withdrawn", {}, "why the record cannot stand"),
        ("page_not_seen", {"url": URL}, "no address"),
        ("doubted", {}, "Choose a verdict"),
    ],
)
def test_what_is_wrong_with_a_verdict_is_said_and_nothing_written(
    small_copy: Path, here: Settings, verdict: str, given: dict[str, object], told: str
) -> None:
    before = contents(small_copy)
    with pytest.raises(IntakeError, match=told):
        write(small_copy, here, verdict, **given)  # type: ignore[arg-type]
    assert contents(small_copy) == before


def test_a_value_that_the_check_refuses_is_not_written(small_copy: Path, here: Settings) -> None:
    before = contents(small_copy)
    with pytest.raises(PackageError, match="With this change"):
        write(small_copy, here, "corrected", values={"summary": "Susan Example did not share it."})
    assert contents(small_copy) == before


def test_a_package_that_has_a_problem_already_is_left_alone(small_copy: Path, here: Settings) -> None:
    path = small_copy / "findings.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("good_practice", "splendid"), encoding="utf-8")
    with pytest.raises(PackageError, match="mend them first"):
        write(small_copy, here, "confirmed")


def test_two_readers_who_both_confirm_both_stand(small_copy: Path, here: Settings) -> None:
    seen = held(small_copy).checksum
    write(small_copy, here, "confirmed", seen, url=URL)
    write(small_copy, here, "confirmed", seen, url=URL)
    assert len(rows(small_copy, "rereadings")) == 2


def test_who_corrects_a_row_that_changed_meanwhile_overwrites_nothing_and_loses_nothing(
    small_copy: Path, here: Settings
) -> None:
    seen = held(small_copy).checksum
    write(small_copy, here, "corrected", seen, values={"summary": "The first reader's words."})
    with pytest.raises(EditConflict, match="draft correction"):
        write(small_copy, here, "corrected", seen, values={"summary": "The second reader's words."})
    assert held(small_copy).caption == "The first reader's words."
    (kept,) = open_corrections(here)
    assert (kept.record, kept.proposed) == (RECORD, {"summary": "The second reader's words."})


def test_many_readers_at_once_lose_nothing(small_copy: Path, here: Settings) -> None:
    records = [row["id"] for row in rows(small_copy, "findings")][:6]
    threads = [
        threading.Thread(target=write, args=(small_copy, here, "page_not_seen"), kwargs={"record": record})
        for record in records
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert {row["record"] for row in rows(small_copy, "rereadings")} == set(records)
    assert check_package(small_copy) == ()


def reasons(folder: Path, **given: object) -> dict[str, tuple[str, ...]]:
    usual: dict[str, object] = {"doubted": (), "headline": (), "today": date(2026, 11, 25)}
    found = due(read_package(folder), **{**usual, **given})  # type: ignore[arg-type]
    return {each.standing.id: each.reasons for each in found}


def test_the_rule_says_why_each_row_is_due(small_copy: Path) -> None:
    (small_copy / "rereadings.csv").write_text(
        "record,read_on,read_by,verdict,url,note\n"
        "finding:millbridge-1,2026-11-20,a,page_not_seen,,\n"
        f"finding:millbridge-2,2026-11-20,a,confirmed,{URL}-moved,\n"
        f"finding:northshire-1,2026-11-20,a,confirmed,{URL},\n"
    )
    found = reasons(small_copy, doubted={"finding:national-1"}, headline={"finding:southmere-1", RECORD})
    assert list(found)[:5] == [
        "finding:national-1", "finding:millbridge-1", "finding:southmere-1", "finding:millbridge-2",
        "finding:eastshire-police-2016-2",
    ]  # fmt: skip
    assert found["finding:national-1"] == ("doubted", "never")
    assert found["finding:millbridge-1"] == ("page_not_seen",)
    assert found["finding:southmere-1"] == ("headline", "never")
    assert found["finding:millbridge-2"] == ("page_moved",)
    assert found["finding:eastshire-police-2016-2"] == ("read_elsewhere", "never")
    assert "finding:northshire-1" not in found
    assert {each[0] for each in found.values()} <= {term.value for term in model.DUE}


def test_what_was_read_a_year_ago_is_due_again(small_copy: Path, here: Settings) -> None:
    write(small_copy, here, "confirmed", url=URL)
    assert RECORD not in reasons(small_copy)
    assert reasons(small_copy, today=date(date.today().year + 2, 1, 1))[RECORD] == ("long_ago",)


def test_a_reading_answers_the_drafts_that_its_reader_saw(small_copy: Path, here: Settings) -> None:
    found = held(small_copy)
    said = Said("statement", "It says less.", "", "", "reader B")
    first = keep(correction(said, found, read_package(small_copy)), here)
    write(small_copy, here, "page_not_seen")
    assert open_corrections(here) == (first,)
    later = keep(correction(replace(said, page_says="It says more."), found, read_package(small_copy)), here)
    write(small_copy, here, "confirmed", answers=(first.id,))
    assert open_corrections(here) == (later,)
