"""Which findings the map of Explore is about, as its filter says."""

from __future__ import annotations

import pytest

from inquiry_explorer.explore.map import subjects_of
from inquiry_explorer.explore.view import View
from inquiry_graph.cells import EXPLOITATION


@pytest.mark.parametrize(
    ("only", "without", "subjects"),
    [
        ((), (), EXPLOITATION),
        (("child_protection",), (), ("child_protection",)),
        ((), ("cse",), ("group_based_cse",)),
        ((), EXPLOITATION, EXPLOITATION),  # with nothing left the filter empties the view, not the states
        (("no such subject",), (), EXPLOITATION),
    ],
)
def test_places_are_judged_on_exploitation_unless_the_filter_says_otherwise(
    only: tuple[str, ...], without: tuple[str, ...], subjects: tuple[str, ...]
) -> None:
    view = View(only=tuple(("subject", each) for each in only), without=tuple(("subject", each) for each in without))
    assert subjects_of(view) == subjects


def test_a_filter_of_another_facet_changes_no_subject() -> None:
    assert subjects_of(View(only=(("kind", "Finding"),))) == EXPLOITATION
