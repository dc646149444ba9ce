"""The books of the readings balance, or the package is refused with what is out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph_loader import check_package
from graph_loader.package import DESCRIPTOR

READ = {"iicsa": 2, "local": 2}
TAKEN = ["iicsa:R001,finding:millbridge-1", "iicsa:R001,finding:millbridge-2", "local:F001,finding:northshire-1"]
LEFT = ["iicsa:R002,a statement of law", "local:R001,no page was seen again"]


def package(folder: Path, taken: list[str] = TAKEN, left: list[str] = LEFT, read: object = READ) -> Path:
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor | {"readings": read}), encoding="utf-8")
    (folder / "reading_rows.csv").write_text("\n".join(["reading_row,record", *taken, ""]), encoding="utf-8")
    (folder / "left_out.csv").write_text("\n".join(["reading_row,reason", *left, ""]), encoding="utf-8")
    return folder


def found(folder: Path) -> set[tuple[str, int, str, str]]:
    return {(problem.file, problem.line, problem.column, problem.value) for problem in check_package(folder)}


def test_books_that_balance_are_no_problem(small_copy: Path) -> None:
    assert check_package(package(small_copy)) == ()


def test_a_row_that_stands_in_neither_file_is_missed_in_its_series(small_copy: Path) -> None:
    (problem,) = check_package(package(small_copy, left=LEFT[1:]))
    assert (problem.file, problem.column, problem.value) == (DESCRIPTOR, "readings", "iicsa")
    assert "2 rows read" in problem.wrong
    assert "account for 1" in problem.wrong


def test_a_row_in_both_files_is_named_with_its_other_place(small_copy: Path) -> None:
    (problem,) = check_package(package(small_copy, left=[*LEFT, "local:F001,a duplicate"]))
    assert (problem.file, problem.line, problem.value) == ("left_out.csv", 4, "local:F001")
    assert "reading_rows.csv, line 4" in problem.wrong


def test_a_row_that_is_left_out_twice_is_named(small_copy: Path) -> None:
    assert ("left_out.csv", 4, "reading_row", "local:R001") in found(package(small_copy, left=[*LEFT, LEFT[1]]))


def test_a_row_that_leads_to_one_record_twice_is_named(small_copy: Path) -> None:
    assert ("reading_rows.csv", 5, "reading_row", "local:F001") in found(package(small_copy, [*TAKEN, TAKEN[2]]))


def test_a_record_that_does_not_exist_is_named(small_copy: Path) -> None:
    folder = package(small_copy, [*TAKEN[:2], "local:F001,finding:nowhere-1"])
    assert found(folder) == {("reading_rows.csv", 4, "record", "finding:nowhere-1")}


def test_a_reason_that_is_empty_and_an_id_that_is_none_are_named(small_copy: Path) -> None:
    folder = package(small_copy, left=[LEFT[0], "local:R001,", "F9,a duplicate"])
    assert found(folder) >= {("left_out.csv", 3, "reason", ""), ("left_out.csv", 4, "reading_row", "F9")}


def test_a_series_that_the_descriptor_does_not_state_is_named(small_copy: Path) -> None:
    folder = package(small_copy, left=[*LEFT, "national:A1,a duplicate"])
    assert found(folder) == {(DESCRIPTOR, 0, "readings", "national")}


@pytest.mark.parametrize("read", [7, {"iicsa": "two", "local": 2}, ["iicsa"]])
def test_totals_that_are_none_are_named(small_copy: Path, read: object) -> None:
    assert {place[:3] for place in found(package(small_copy, read=read))} == {(DESCRIPTOR, 0, "readings")}


def test_totals_without_the_files_are_named(small_copy: Path) -> None:
    folder = package(small_copy)
    (folder / "left_out.csv").unlink()
    (problem,) = check_package(folder)
    assert "left_out.csv is not there" in problem.wrong


def test_without_totals_the_files_are_not_added_up(small_copy: Path) -> None:
    folder = package(small_copy, left=[])
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    del descriptor["readings"]
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor), encoding="utf-8")
    assert check_package(folder) == ()


def test_a_file_without_its_columns_and_a_private_person_in_a_reason_are_named(small_copy: Path) -> None:
    folder = package(small_copy, left=[LEFT[0], "local:R001,speaks of Child A alone"])
    assert ("left_out.csv", 3, "reason", "Child A") in found(folder)
    (folder / "left_out.csv").write_text("row,reason\n", encoding="utf-8")
    assert ("left_out.csv", 1, "reading_row", "") in found(folder)
