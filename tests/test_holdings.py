"""What the graph holds, and what was found on each theme."""

from __future__ import annotations

from inquiry_graph.cells import cells, tallies
from inquiry_graph.database import Database
from inquiry_graph.holdings import SourceHeld, overview, sources


def test_sources_come_by_name_with_what_they_are_cited_for(loaded: Database) -> None:
    held = sources(loaded)
    assert [each.name for each in held] == sorted(each.name for each in held)
    assert (
        SourceHeld(
            id="source:harrowmere-inquiry-2015",
            name="Harrowmere inquiry",
            kind="statutory_inquiry",
            published="2015-02-04",
            extent_read="whole",
            findings=3,
            citations=9,
        )
        in held
    )


def test_the_overview_counts_what_is_there(loaded: Database) -> None:
    seen = overview(loaded)
    assert seen.load is not None
    assert (seen.load.package, seen.load.result) == ("small-package", "complete")
    assert seen.outcomes == {"failing": 11, "mixed": 1, "good_practice": 2, "adequate": 2, "described": 1}
    assert sum(seen.outcomes.values()) == seen.counts.nodes["Finding"]
    assert seen.extents == {"whole": 1, "part": 10, "beginning": 1, "through_others": 1}


def test_the_themes_come_in_their_order_each_with_its_places_counted_once(loaded: Database) -> None:
    held = overview(loaded).themes
    assert [each.theme.properties["number"] for each in held] == [1, 2, 3, 4, 5]
    by_theme = tallies(cells(loaded, "place", "theme"))
    assert all(each.tally == by_theme[each.theme.id] for each in held[1:])


def test_the_first_theme_counts_forces_within_the_first_round_of_one_programme(loaded: Database) -> None:
    first = overview(loaded).themes[0]
    assert (first.tally.failing, first.tally.mixed, first.tally.conflicting, first.tally.adequate) == (1, 1, 1, 0)
    assert first.noun == "pairs of a force and a practice"


def test_a_graph_without_data_is_said_to_hold_nothing(empty: Database) -> None:
    seen = overview(empty)
    assert (seen.load, seen.outcomes, seen.extents, seen.themes) == (None, {}, {}, ())
    assert sources(empty) == ()
