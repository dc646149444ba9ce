"""What the graph holds, and an answer to each theme's own question."""

from __future__ import annotations

from inquiry_graph.answers import ask
from inquiry_graph.catalogue import question
from inquiry_graph.cells import Tally, cells, tallies
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


def test_each_theme_is_answered_in_its_order(loaded: Database) -> None:
    answers = overview(loaded).answers
    assert [each.theme.properties["number"] for each in answers] == [1, 2, 3, 4, 5]
    assert [each.slug for each in answers] == ["forces_by_practice", *["practices_by_place"] * 4]


def test_the_answer_to_a_theme_is_that_of_the_question_it_leads_to(loaded: Database) -> None:
    for each in overview(loaded).answers:
        assert ask(loaded, question(each.slug), each.values).sentence == each.sentence


def test_places_are_counted_once_for_all_practices_of_a_theme(loaded: Database) -> None:
    by_theme = tallies(cells(loaded, "place", "theme"))
    for each in overview(loaded).answers[1:]:
        assert each.tally == by_theme[each.theme.id]
        assert each.tally.sentence() in each.sentence


def test_theme_1_compares_forces_within_one_round_of_one_programme(loaded: Database) -> None:
    first = overview(loaded).answers[0]
    assert first.tally == Tally(failing=1, mixed=1, conflicting=1, no_finding_read=1, not_examined=1)
    assert first.sentence == (
        "Example inspections, Initial inspection: forces were judged differently on 1 of the 1 practice on which two "
        f"or more were judged; {first.tally.sentence('pairs of a force and a practice')}."
    )


def test_a_graph_without_data_is_said_to_hold_nothing(empty: Database) -> None:
    seen = overview(empty)
    assert (seen.load, seen.outcomes, seen.extents, seen.answers) == (None, {}, {}, ())
    assert sources(empty) == ()
