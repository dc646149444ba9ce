"""Return visits and repeats, worked out by hand on made rows and on the small package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph_loader import load_package
from inquiry_graph.database import Database
from inquiry_graph.patterns.returns import (
    failed_after,
    made_again,
    return_visits,
    revisited,
    sentence,
    still_failing,
)

PROGRAMME = "programme:example-inspections"


def row(
    visit: int, outcome: str, *, force: str = "A", practice: str = "P", inspectors: tuple[str, ...] = ("I",)
) -> Any:
    return {
        "force_id": f"agency:{force}", "force": force, "practice_id": f"practice:{practice}", "practice": practice,
        "round": "review" if visit else "initial", "case_id": f"case:{force}-{visit}", "year": 2015 + visit,
        "finding": f"finding:{force}-{practice}-{visit}-{outcome}", "outcome": outcome, "inspectors": list(inspectors),
    }  # fmt: skip


def test_a_practice_is_followed_from_visit_to_visit() -> None:
    (found,) = revisited([row(2, "adequate"), row(0, "failing"), row(1, "mixed"), row(1, "adequate")])
    assert [(visit.year, visit.state) for visit in found.visits] == [
        (2015, "failing"),
        (2016, "mixed"),
        (2017, "adequate"),
    ]
    assert found.failed_in_a_row == 2


@pytest.mark.parametrize(
    "rows",
    [
        [row(0, "failing")],
        [row(1, "failing"), row(2, "failing")],
        [row(0, "failing"), row(1, "failing", inspectors=("Another",))],
        [row(0, "failing"), row(1, "failing", practice="Q")],
    ],
    ids=["never visited again", "no first visit", "another inspector", "another practice"],
)
def test_what_is_no_return_visit(rows: list[Any]) -> None:
    assert revisited(rows) == ()


def test_still_failing_after_the_nth_visit_counts_forces_judged_so_often() -> None:
    found = revisited(
        [row(n, "failing") for n in (0, 1, 2)] + [row(0, "failing", force="B"), row(1, "adequate", force="B")]
    )
    assert [(each.visit, each.judged, each.failing) for each in still_failing(found)] == [(2, 2, 1), (3, 1, 1)]
    assert sentence(found, ()).startswith(
        "Failing or mixed at first and again on the next visit that judged it: 1 of the 2 pairs of a force and a "
        "practice that failed at first and were judged again, in 2 forces"
    )


def test_a_return_visit_on_the_graph(loaded: Database) -> None:
    (found,) = return_visits(loaded, PROGRAMME, ("child_protection",))
    assert (found.force, [visit.state for visit in found.visits]) == ("Northshire Police", ["failing", "adequate"])


def test_a_request_that_another_review_made_again(loaded: Database) -> None:
    (found,) = made_again(loaded)
    assert [each[0] for each in found.wordings] == ["recommendation:millbridge-1", "recommendation:harrowmere-3"]
    assert found.reviews == 2


def test_a_failure_counts_as_dated_only_where_its_conduct_begins_after_the_recommendation(
    empty: Database, small_copy: Path
) -> None:
    findings = small_copy / "findings.csv"
    text = findings.read_text(encoding="utf-8")
    assert "own,,2012,2014,stated" in text
    recommendations = small_copy / "recommendations.csv"
    given = recommendations.read_text(encoding="utf-8")
    to_both = given.replace(
        "agency:northshire-police;agency:northshire-council", "agency:northshire-council;agency:harrowmere-council"
    )
    recommendations.write_text(to_both, encoding="utf-8")
    load_package(small_copy, empty)
    after = {each.failure: each.dated for each in failed_after(empty)}
    assert after == {"finding:harrowmere-1": True}  # from 2012, recommended in 2011
    findings.write_text(text.replace("own,,2012,2014,stated", "own,,2011,2014,stated"), encoding="utf-8")
    load_package(small_copy, empty)
    assert failed_after(empty) == ()  # the same year may lie before it
    findings.write_text(text.replace("own,,2012,2014,stated", "own,,,,unknown"), encoding="utf-8")
    load_package(small_copy, empty)
    assert {each.failure: each.dated for each in failed_after(empty)} == {"finding:harrowmere-1": False}
