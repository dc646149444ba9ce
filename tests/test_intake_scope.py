"""What a report set out to examine, and a place that is new, come into the package with its findings."""

from __future__ import annotations

from pathlib import Path

from test_intake_writing import ABOUT, NEW, NUMBER, contents, form, rows

from graph_loader import check_package, load_package
from graph_loader.intake.drafts import Draft
from graph_loader.intake.rows import scope_complaints
from graph_loader.intake.writing import write_rows
from inquiry_graph.cells import cells
from inquiry_graph.database import Database
from inquiry_graph.settings import Settings

SCOPE = {
    "scope-summary": "How agencies in Harrowmere shared what they knew.",
    "scope-basis": "stated",
    "scope-extends_to": "practice:sharing-information;theme:victim-support",
    "scope-quotation": "the response in Harrowmere",
    "scope-locator": "page 1",
}
PLACE = {
    "new-case-locations": "",
    "new-location-name": "Lower Harrow",
    "new-location-kind": "town",
    "new-location-within": "location:harrowmere",
}


def test_with_its_scope_a_report_s_findings_stand_in_the_counts(
    taken: Draft, here: Settings, small_copy: Path, empty: Database
) -> None:
    taken.decide_about(ABOUT | NEW | PLACE | SCOPE, "reader A", 0)
    taken.decide(NUMBER, "accepted", (form(taken, subject="cse"),), "reader A", 0)
    written = write_rows(taken, here)
    scope = rows(small_copy, "scopes")[-1]
    assert (scope["id"], scope["source"], scope["read_by"]) == (written.scope, NEW["source"], "reader A")
    assert scope["extends_to"] == f"{NEW['case']};practice:sharing-information;theme:victim-support"
    cited = rows(small_copy, "citations")[-1]
    assert (cited["of"], cited["link"], cited["quotation"]) == (written.scope, "STATED_IN", SCOPE["scope-quotation"])
    assert rows(small_copy, "locations")[-1]["within"] == "location:harrowmere"
    assert check_package(small_copy) == ()
    load_package(small_copy, empty)
    states = {
        cell.topic_id: cell.state
        for cell in cells(empty, "place", "practice")
        if cell.unit_id == "location:lower-harrow"
    }
    assert states["practice:sharing-information"] == "failing"
    assert states["practice:offering-support"] == "not_examined"


def test_a_scope_that_is_filled_in_later_comes_alone_and_once(taken: Draft, here: Settings, small_copy: Path) -> None:
    taken.decide_about(ABOUT, "reader A", 0)
    taken.decide(NUMBER, "accepted", (form(taken),), "reader A", 0)
    assert write_rows(taken, here).scope == ""
    taken.decide_about(ABOUT | SCOPE, "reader A", 1)
    later = write_rows(taken, here)
    assert (later.findings, bool(later.scope)) == ((), True)
    before = contents(small_copy)
    assert write_rows(taken, here).scope == ""
    assert contents(small_copy) == before


def test_a_new_source_waits_for_a_finding_whatever_its_scope(taken: Draft, here: Settings, small_copy: Path) -> None:
    before = contents(small_copy)
    taken.decide_about(ABOUT | NEW | SCOPE, "reader A", 0)
    assert write_rows(taken, here).scope == ""
    assert contents(small_copy) == before


def test_a_scope_is_whole_or_not_there() -> None:
    assert list(scope_complaints(ABOUT)) == []
    assert list(scope_complaints(ABOUT | SCOPE)) == []
    (told,) = scope_complaints(ABOUT | SCOPE | {"scope-quotation": "", "scope-extends_to": ""})
    assert "lacks: extends to, quotation" in told
