"""Found and found again, asked and asked again: each with its records in their order."""

from __future__ import annotations

from pathlib import Path

import pytest
from rewriting import rewrite

from graph_loader import load_package
from inquiry_graph.database import Database
from inquiry_graph.explore.repeats import repeats_of

AT_FIRST, ON_RETURN = "finding:northshire-police-2015-1", "finding:northshire-police-2017-1"
EARLIER, LATER = "recommendation:millbridge-1", "recommendation:harrowmere-3"


@pytest.mark.parametrize("asked", [AT_FIRST, ON_RETURN])
def test_a_return_visit_is_told_from_either_of_its_findings(loaded: Database, asked: str) -> None:
    (found,) = repeats_of(loaded, asked)
    assert found.steps == (AT_FIRST, ON_RETURN)
    assert {*found.nodes} == {AT_FIRST, ON_RETURN, "practice:recording-crime", "agency:northshire-police"}
    assert "initial inspection 2015: failing; post-inspection review 2017: adequate" in found.words


@pytest.mark.parametrize("asked", [EARLIER, LATER])
def test_a_request_that_was_made_again_is_told_from_either_wording(loaded: Database, asked: str) -> None:
    (found,) = repeats_of(loaded, asked)
    assert found.steps == (EARLIER, LATER)
    assert found.words == "Asked 2 times by 2 reviews, in other words: 2011, 2015."


def test_a_failure_that_a_source_dates_after_the_request_is_a_path_through_the_practice(
    empty: Database, small_copy: Path
) -> None:
    rewrite(small_copy / "recommendations.csv", EARLIER, addressed_to="agency:harrowmere-council")
    load_package(small_copy, empty)
    found = [each for each in repeats_of(empty, "finding:harrowmere-1") if EARLIER in each.steps]
    assert [each.steps for each in found] == [(EARLIER, "finding:harrowmere-1")]
    assert found[0].nodes == (EARLIER, "practice:sharing-information", "finding:harrowmere-1")
    assert "Recommended in 2011, and failed after it in conduct that a source dates from 2012" in found[0].words


@pytest.mark.parametrize("asked", ["finding:easthaven-1", "agency:northshire-police", "finding:not-there"])
def test_what_was_not_repeated_has_none(loaded: Database, asked: str) -> None:
    assert repeats_of(loaded, asked) == ()
