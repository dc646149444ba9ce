"""What the page of pairs says of made evidence: a sentence for what stands, counts for what cannot be tried."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # AppTest leaves its folder to the end of the run


def page(areas: int, seen_in: tuple[str, ...]) -> None:
    """The page on evidence of so many areas: in half of them both fail, in the others neither."""
    from evidence import evidence, observed_of

    from inquiry_explorer.patterns.cooccurrence import show_pairs
    from inquiry_graph.patterns.cooccurrence import cooccurrence

    rows = [
        evidence(f"area {n}", topic, failing=2 * n < areas, seen_in=seen, number=number)
        for n in range(areas)
        for topic in ("telling", "asking")
        for number, seen in enumerate(seen_in)
    ]
    show_pairs(cooccurrence(observed_of(rows)), "place", "theme")


def drawn(areas: int, *seen_in: str) -> str:
    """All that the page draws, one piece a line."""
    app = AppTest.from_function(page, default_timeout=60, args=(areas, seen_in)).run()
    assert not app.exception
    return "\n".join([*(each.value for each in app.subheader), *(each.proto.body for each in app.get("html"))])


def test_what_stands_without_any_part_is_put_into_a_sentence_that_leads_to_its_areas() -> None:
    told = drawn(16, "primary_page", "copy")
    assert "What stands" in told
    assert "“Asking” was found failing or mixed, “Telling” was too in 8 of 8 police areas" in told
    assert "cell=both" in told
    assert "nothing: it stands" in told


def test_what_vanishes_without_one_part_is_put_into_no_sentence() -> None:
    told = drawn(16, "primary_page")
    assert "1 passed the correction, of which none would still stand" in told
    assert "What stands" not in told
    assert "was too in" not in told
    assert '<td class="">Primary page' in told


def test_where_nothing_can_be_tried_counts_stand_instead() -> None:
    told = drawn(6, "primary_page")
    assert "Too few to test: of 1 pair of themes, none passed the gate" in told
    assert "6 police areas read for both, fewer than 10" in told
    assert "p corrected" not in told
