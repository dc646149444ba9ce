"""A second coding in a package: measured, kept, loaded, and refused once it is not what was measured."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph_loader import check_package, holds_package, load_package
from graph_loader.agreement import main, measure_folder
from graph_loader.package import AGREEMENT, read_package
from inquiry_graph.database import Database
from inquiry_graph.errors import PackageError

SECOND = ("finding", "practice", "outcome", "subject", "coder", "coded_on")
CODER = ("another model", "2026-11-25")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: Sequence[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def second_coding(folder: Path, **changes: dict[str, str]) -> Path:
    """Code every finding as it was coded first, but for the changes (by the end of the finding's id)."""
    rows = []
    for row in rows_of(folder / "findings.csv"):
        coding = dict(zip(SECOND, (row["id"], row["practice"], row["outcome"], row["subject"], *CODER), strict=True))
        rows.append(coding | changes.get(row["id"].partition(":")[2].replace("-", "_"), {}))
    write(folder / "second_coding.csv", rows)
    return folder


def problems(folder: Path) -> set[tuple[str, str, str]]:
    return {(problem.file, problem.column, problem.value) for problem in check_package(folder)}


@pytest.fixture
def measured(small_copy: Path) -> dict[str, Any]:
    """Two of the 17 findings coded otherwise: one outcome, one practice (and with it the theme)."""
    second_coding(
        small_copy,
        millbridge_1={"outcome": "mixed"},
        harrowmere_3={"practice": "practice:sharing-information"},
    )
    return measure_folder(small_copy)


def test_figures_rest_on_what_was_coded_twice(measured: dict[str, Any]) -> None:
    assert measured["findings"] == 17
    assert measured["coders"] == ["another model"]
    assert measured["measures"]["outcome"]["observed"] == round(16 / 17, 3)
    # By hand: first failing 11, mixed 1, good practice 2, adequate 2, described 1; second failing 10, mixed 2.
    # n squared 289; by chance 110 + 2 + 4 + 4 + 1 = 121; kappa (17 x 16 - 121) / (289 - 121) = 151/168.
    assert measured["measures"]["outcome"]["kappa"] == round(151 / 168, 3)
    assert measured["measures"]["outcome"]["first"]["failing"] == round(11 / 17, 3)
    assert measured["measures"]["outcome"]["second"]["failing"] == round(10 / 17, 3)
    assert measured["measures"]["subject"]["kappa"] == 1
    assert measured["measures"]["theme"]["observed"] == round(16 / 17, 3)
    low, high = measured["measures"]["outcome"]["low"], measured["measures"]["outcome"]["high"]
    assert low <= measured["measures"]["outcome"]["kappa"] <= high


def test_a_practice_has_a_figure_of_its_own_from_ten_findings_on(small_copy: Path) -> None:
    findings = small_copy / "findings.csv"
    assert measure_folder(second_coding(small_copy))["practices"] == {}
    (small_copy / "second_coding.csv").unlink()
    rows = rows_of(findings)
    for row in rows[:10]:
        row["practice"] = "practice:recording-crime"
    write(findings, rows)
    practices = measure_folder(second_coding(small_copy, millbridge_1={"practice": "practice:early-advice"}))
    assert practices["practices"].keys() >= {"practice:recording-crime"}
    assert set(practices["practices"]["practice:recording-crime"]["first"]) == {"practice:recording-crime", "other"}


def test_a_constant_coding_has_no_kappa_and_is_said_as_null(small_copy: Path) -> None:
    findings = small_copy / "findings.csv"
    write(findings, [row | {"subject": "cse"} for row in rows_of(findings)])
    measure_folder(second_coding(small_copy))
    found = json.loads((small_copy / AGREEMENT).read_text(encoding="utf-8"))["measures"]["subject"]
    assert (found["kappa"], found["low"], found["high"], found["observed"]) == (None, None, None, 1)


def test_measuring_again_changes_nothing(small_copy: Path, measured: dict[str, Any]) -> None:
    before = {path.name: path.read_bytes() for path in small_copy.iterdir()}
    assert measure_folder(small_copy) == measured
    assert {path.name: path.read_bytes() for path in small_copy.iterdir()} == before


@pytest.mark.usefixtures("measured")
def test_a_row_that_is_corrected_afterwards_does_not_raise_the_agreement(small_copy: Path) -> None:
    before = json.loads((small_copy / AGREEMENT).read_text(encoding="utf-8"))
    findings = small_copy / "findings.csv"
    write(
        findings,
        [row | {"outcome": "mixed"} if row["id"].endswith(":millbridge-1") else row for row in rows_of(findings)],
    )
    assert check_package(small_copy) == ()
    assert measure_folder(small_copy) == before


@pytest.mark.usefixtures("measured")
def test_a_package_that_was_measured_has_no_problem_and_says_so_in_its_descriptor(small_copy: Path) -> None:
    assert check_package(small_copy) == ()
    named = {resource["name"] for resource in read_package(small_copy).descriptor["resources"]}
    assert named >= {"second_coding", "agreement"}


def test_a_second_coding_that_was_not_measured_is_refused(small_copy: Path) -> None:
    (problem,) = check_package(second_coding(small_copy))
    assert problem.file == AGREEMENT
    assert "measure" in problem.right


@pytest.mark.usefixtures("measured")
def test_a_second_coding_that_changed_must_be_measured_again(small_copy: Path) -> None:
    path = small_copy / "second_coding.csv"
    write(path, [row | {"subject": "cse"} for row in rows_of(path)])
    (problem,) = check_package(small_copy)
    assert (problem.file, problem.column) == (AGREEMENT, "checksum")
    measure_folder(small_copy)
    assert check_package(small_copy) == ()


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"finding": "finding:nowhere-1"}, "finding"),
        ({"practice": "practice:none"}, "practice"),
        ({"outcome": "dreadful"}, "outcome"),
        ({"subject": "weather"}, "subject"),
        ({"coder": ""}, "coder"),
        ({"finding": "finding:millbridge-2"}, "finding"),
    ],
)
def test_a_row_that_cannot_be_measured_is_named(small_copy: Path, change: dict[str, str], column: str) -> None:
    folder = second_coding(small_copy, millbridge_1=change)
    assert ("second_coding.csv", column, change[column]) in problems(folder)
    with pytest.raises(PackageError) as refusal:
        measure_folder(folder)
    assert {problem.column for problem in refusal.value.problems} == {column}


@pytest.mark.usefixtures("measured")
def test_figures_without_their_codings_and_a_broken_file_are_named(small_copy: Path) -> None:
    (small_copy / AGREEMENT).write_text("{", encoding="utf-8")
    assert {problem.file for problem in check_package(small_copy)} == {AGREEMENT}
    (small_copy / "second_coding.csv").unlink()
    assert {problem.file for problem in check_package(small_copy)} == {AGREEMENT}


def test_what_is_measured_is_part_of_the_package(small_copy: Path) -> None:
    before = read_package(small_copy).load_id
    folder = second_coding(small_copy)
    with_second = read_package(folder).load_id
    measure_folder(folder)
    assert len({before, with_second, read_package(folder).load_id}) == 3


def test_the_load_records_the_agreement_and_forgets_it_with_the_file(empty: Database, small_copy: Path) -> None:
    statement = "MATCH (load:Load) RETURN load.agreement ORDER BY load.finished DESC LIMIT 1"
    load_package(small_copy, empty)
    assert empty.read(statement).rows == ((None,),)
    measured = measure_folder(second_coding(small_copy))
    assert not holds_package(small_copy, empty)
    load_package(small_copy, empty)
    ((text,),) = empty.read(statement).rows
    assert json.loads(text) == measured


def test_the_commands_draw_a_sheet_and_refuse_in_words(small_copy: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    main(["draw", str(small_copy), "--size", "12", "--seed", "1", "--to", str(sheet)])
    assert len(rows_of(sheet)) == 12
    with pytest.raises(SystemExit, match="have it coded once more"):
        main(["measure", str(small_copy)])
    main(["measure", str(second_coding(small_copy))])
    assert (small_copy / AGREEMENT).is_file()
