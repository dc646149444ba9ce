"""Rereadings and withdrawals: each leads to a record, and a withdrawn id never comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_loader import check_package

READ_AGAIN = "record,read_on,read_by,verdict,url,note"
WITHDRAWN = "record,summary,source,locator,quotation,url,withdrawn_on,withdrawn_by,reason"
GONE = "finding:gone-1,It said so.,source:millbridge-review,2.1,it said so,,2026-11-25,third reader,the page says less"


def found(
    folder: Path, rereadings: list[str] | None = None, withdrawn: list[str] | None = None
) -> set[tuple[str, str]]:
    for name, header, rows in (("rereadings", READ_AGAIN, rereadings), ("withdrawn", WITHDRAWN, withdrawn)):
        if rows is not None:
            (folder / f"{name}.csv").write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return {(problem.file, problem.column) for problem in check_package(folder)}


def test_a_history_that_fits_is_no_problem(small_copy: Path) -> None:
    rereadings = [
        "finding:millbridge-1,2026-11-25,third reader,confirmed,https://example.org/review,",
        "finding:millbridge-2,2026-11-25,third reader,page_not_seen,,no copy found",
        "finding:gone-1,2026-11-25,third reader,withdrawn,https://example.org/review,",
    ]
    assert found(small_copy, rereadings, [GONE]) == set()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("finding:nowhere-1,2026-11-25,third reader,confirmed,,", "record"),
        ("finding:millbridge-1,2026-11-25,third reader,withdrawn,,", "record"),
        ("finding:millbridge-1,2026-11-25,third reader,doubted,,", "verdict"),
        ("finding:millbridge-1,yesterday,third reader,confirmed,,", "read_on"),
        ("finding:millbridge-1,2026-11-25,,confirmed,,", "read_by"),
        ("finding:millbridge-1,2026-11-25,third reader,page_not_seen,https://example.org,", "url"),
    ],
)
def test_a_rereading_that_does_not_fit_is_named(small_copy: Path, row: str, column: str) -> None:
    assert found(small_copy, rereadings=[row]) == {("rereadings.csv", column)}


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        ([GONE, GONE], "record"),
        ([GONE.replace("finding:gone-1", "finding:millbridge-1")], "record"),
        ([GONE.replace("the page says less", "")], "reason"),
        ([GONE.replace("it said so", " ".join(["word"] * 16))], "quotation"),
    ],
)
def test_a_withdrawal_that_does_not_fit_is_named(small_copy: Path, rows: list[str], column: str) -> None:
    assert found(small_copy, withdrawn=rows) == {("withdrawn.csv", column)}
