"""What would change a picture: the pairs of its places and practices that nobody examined."""

from __future__ import annotations

import pytest

from inquiry_graph.database import Database
from inquiry_graph.explore.uncovered import Uncovered, would_change

SHARING, DECIDING = "Sharing information between agencies", "Deciding jointly what to do"


def named(found: Uncovered, state: str) -> dict[str, list[str]]:
    return {name: [cell.unit_name for cell in of] for name, of in found.in_state(state).items()}


def test_a_picture_with_places_and_practices_asks_of_those_alone(loaded: Database) -> None:
    found = would_change(loaded, ["location:easthaven", "practice:sharing-information"])
    assert (found.all_places, found.all_practices) == (False, False)
    assert named(found, "not_examined") == {SHARING: ["Easthaven"]}
    assert "Of 1 pair of a place and a practice, no source that we know examined 1;" in found.sentence()


def test_a_theme_stands_for_its_practices_in_all_places(loaded: Database) -> None:
    found = would_change(loaded, ["theme:communication"])
    assert (found.all_places, found.all_practices) == (True, False)
    assert named(found, "not_examined") == {
        DECIDING: ["Harrowmere", "Millbridge", "Southmere", "Westport"],
        SHARING: ["Easthaven", "Southmere"],
    }
    assert named(found, "no_finding_read") == {SHARING: ["Westport"]}
    assert "“Operation Lantern review”" in found.sentence()


@pytest.mark.parametrize("identifier", ["case:easthaven-1998-2008", "agency:easthaven-council", "location:easthaven"])
def test_a_case_and_a_body_stand_for_their_places(loaded: Database, identifier: str) -> None:
    found = would_change(loaded, [identifier])
    assert {cell.unit_id for cell in found.cells} == {"location:easthaven"}
    assert found.all_practices


def test_a_picture_without_either_asks_of_all(loaded: Database) -> None:
    whole = would_change(loaded, ["sign:missing-from-home"])
    assert (whole.all_places, whole.all_practices) == (True, True)
    assert len(whole.cells) == 35
    assert sum(len(of) for state in ("not_examined", "no_finding_read") for of in named(whole, state).values()) == 29


def test_a_finding_narrows_nothing_since_what_was_found_is_no_gap(loaded: Database) -> None:
    place = would_change(loaded, ["location:easthaven"])
    with_findings = would_change(loaded, ["location:easthaven", "finding:easthaven-1", "finding:harrowmere-1"])
    assert with_findings.cells == place.cells
