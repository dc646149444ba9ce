"""What changed between two versions of a package, as `inquiry-graph diff` tells it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph_loader.diff import Cell, Difference, diff
from inquiry_graph.cli import main
from inquiry_graph.errors import PackageError

Edit = Callable[[str, str, str], None]
LOCATOR = "paragraph 4.2"
SCOPE = "2026-11-23,,source:lantern-review-2012,case:operation-lantern;practice:sharing-information"
SCOPE_CORRECTED = "2026-11-23,2026-11-25,source:lantern-review-2012,case:operation-lantern;theme:communication"
SCOPE_CELLS = {
    ("scope:lantern", Cell("corrected_on", "", "2026-11-25")),
    (
        "scope:lantern",
        Cell(
            "extends_to",
            "case:operation-lantern;practice:sharing-information",
            "case:operation-lantern;theme:communication",
        ),
    ),
}
WITHDRAWN = "record,summary,source,locator,quotation,url,withdrawn_on,withdrawn_by,reason\n"


@pytest.fixture
def edit(small_copy: Path) -> Edit:
    """Put one text in the place of another, in one file of the newer version."""

    def change(file: str, old: str, new: str) -> None:
        path = small_copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def drop(folder: Path, file: str, beginning: str) -> None:
    path = folder / file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(beginning)]
    assert len(kept) < len(lines)
    path.write_text("".join(kept), encoding="utf-8")


def changes(difference: Difference) -> set[tuple[str, Cell]]:
    return {(changed.entry.id, cell) for changed in difference.changed for cell in changed.cells}


def test_a_version_beside_itself_differs_in_nothing(small_package: Path) -> None:
    assert diff(small_package, small_package).is_empty


def test_the_order_of_rows_is_no_difference(small_package: Path, small_copy: Path) -> None:
    path = small_copy / "findings.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *reversed(rows), ""]), encoding="utf-8")
    assert diff(small_package, small_copy).is_empty


def test_a_corrected_scope_shows_with_its_day_and_what_it_now_covers(
    small_package: Path, small_copy: Path, edit: Edit
) -> None:
    edit("scopes.csv", SCOPE, SCOPE_CORRECTED)
    assert changes(diff(small_package, small_copy)) == SCOPE_CELLS


def test_a_citation_that_points_elsewhere_has_changed(small_package: Path, small_copy: Path, edit: Edit) -> None:
    edit("citations.csv", LOCATOR, "paragraph 99")
    difference = diff(small_package, small_copy)
    assert {cell for _, cell in changes(difference)} == {Cell("locator", LOCATOR, "paragraph 99")}
    assert (difference.added, difference.gone) == ((), ())


def test_what_only_the_older_version_holds_was_added_to_it_seen_the_other_way(
    small_package: Path, small_copy: Path
) -> None:
    drop(small_copy, "citations.csv", "finding:millbridge-1,")
    drop(small_copy, "findings.csv", "finding:millbridge-1,")
    gone = diff(small_package, small_copy).gone
    assert gone == diff(small_copy, small_package).added
    assert {entry.record for entry in gone} == {"finding:millbridge-1"}


def test_a_withdrawn_record_goes_with_its_citations_and_keeps_its_reason(small_package: Path, small_copy: Path) -> None:
    drop(small_copy, "citations.csv", "finding:millbridge-1,")
    drop(small_copy, "findings.csv", "finding:millbridge-1,")
    row = "finding:millbridge-1,It said so.,,,,,2026-11-25,third reader,the page says less\n"
    (small_copy / "withdrawn.csv").write_text(WITHDRAWN + row, encoding="utf-8")
    difference = diff(small_package, small_copy)
    (withdrawn,) = difference.withdrawn
    assert (withdrawn.entry.id, withdrawn.withdrawn_on) == ("finding:millbridge-1", "2026-11-25")
    assert withdrawn.reason == "the page says less"
    assert difference.gone == ()


def test_rows_that_stand_twice_are_named_instead_of_compared(small_package: Path, small_copy: Path) -> None:
    path = small_copy / "findings.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")
    with pytest.raises(PackageError, match="cannot be compared") as caught:
        diff(small_package, small_copy)
    assert {problem.file for problem in caught.value.problems} == {"findings.csv"}


def test_the_command_tells_sums_and_cells(small_package: Path, small_copy: Path, edit: Edit) -> None:
    edit("scopes.csv", SCOPE, SCOPE_CORRECTED)
    told = CliRunner().invoke(main, ["diff", str(small_package), str(small_copy)])
    assert "Changed: 1 in scopes.csv." in told.stdout
    assert "  corrected_on: (empty) → 2026-11-25" in told.stdout
    as_json = CliRunner().invoke(main, ["diff", str(small_package), str(small_copy), "--json"])
    assert json.loads(as_json.stdout)["changed"][0]["cells"][0]["column"]


def test_a_folder_that_is_no_package_is_told_in_one_line(small_package: Path, tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["diff", str(tmp_path), str(small_package)])
    assert told.exit_code == 1
    assert "datapackage.json" in told.stderr
