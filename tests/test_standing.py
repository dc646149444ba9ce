"""What something rests on: how many sources, and how many of these stand apart."""

from __future__ import annotations

import pytest

from inquiry_graph.database import Database
from inquiry_graph.explore.standing import Standing, standing


@pytest.mark.parametrize(
    ("identifier", "records", "sources", "families", "places", "own_pages"),
    [
        ("finding:harrowmere-2", 1, 1, 1, 1, 1),
        ("finding:harrowmere-1", 1, 2, 1, 2, 1),  # a newspaper that relies on the inquiry adds no second voice
        ("agency:northshire-police", 3, 3, 2, 3, 3),  # the inspections are of one programme, the review is not
        ("practice:sharing-information", 8, 5, 3, 9, 8),
        ("location:millbridge", 0, 0, 0, 0, 0),
    ],
)
def test_sources_of_one_family_are_counted_once(
    loaded: Database, identifier: str, records: int, sources: int, families: int, places: int, own_pages: int
) -> None:
    found = standing(loaded, [identifier])
    assert (found.records, found.sources, found.families) == (records, sources, families)
    assert (found.places, found.own_pages) == (places, own_pages)
    assert len(found.kinds) == sources


def test_the_sentence_says_how_independent_they_are() -> None:
    one = Standing(1, 1, 1, ("news report",), 1, 0).sentence()
    assert one == "One source alone (news report). Read on the publisher’s own pages in 0 of 1 place."
    two = Standing(3, 2, 2, ("audit", "audit"), 4, 4).sentence("findings")
    assert two.startswith("3 findings of 2 sources (audit 2). They stand apart:")
    assert "They are one family" in Standing(1, 2, 1, ("audit", "inspection"), 2, 2).sentence()
    assert "2 families that stand apart" in Standing(1, 3, 2, ("audit",) * 3, 3, 3).sentence()
    assert Standing().sentence() == ""
