"""What was not looked at, what rests on one source, and what the rest of a report could change, by hand."""

from __future__ import annotations

import random
from collections.abc import Mapping

from inquiry_graph.cells import Cell, Tally
from inquiry_graph.database import Database
from inquiry_graph.patterns.gaps import found_in, gaps, topics_as_rows, unread_as_rows


def cell(place: str, topic: str = "t", *findings: str, examined: bool = True) -> Cell:
    return Cell(place, place, topic, topic.upper(), len(findings), 0, 0, examined, True, findings)


def covers(source: str, *pairs: tuple[str, str]) -> list[Mapping[str, str]]:
    usual = {"source": source, "name": source.upper(), "extent_read": "part"}
    return [{**usual, "unit_id": place, "topic_id": topic} for place, topic in pairs]


CELLS = [cell("a", "t", "1"), cell("b", "t", "2", "3"), cell("c"), cell("d", "t", examined=False), cell("a", "u")]
BEHIND = {"1": {"x"}, "2": {"x"}, "3": {"x", "y"}}
UNREAD = [*covers("s", ("a", "t"), ("c", "t"), ("a", "u"), ("elsewhere", "t")), *covers("r", ("c", "t"))]


def test_places_on_one_source_are_told_from_those_on_several() -> None:
    found = found_in(CELLS, BEHIND, [])
    topic = found.topics[0]
    assert topic.tally == Tally(failing=2, no_finding_read=1, not_examined=1)
    assert (topic.on_one_source, topic.families, topic.single_source) == (1, 2, False)
    assert (topic.findings_alone, topic.findings) == (("1",), ("1", "2", "3"))
    assert found_in(CELLS, {**BEHIND, "3": {"x"}}, []).topics[0].single_source


def test_one_place_alone_is_no_pattern() -> None:
    assert not found_in([cell("a", "t", "1")], BEHIND, []).topics[0].single_source


def test_the_rest_of_a_report_could_fill_the_cells_in_its_scope_without_a_finding() -> None:
    found = found_in(CELLS, BEHIND, UNREAD)
    assert [(each.source, each.covers, each.open_cells, each.places) for each in found.unread] == [
        ("s", 3, 2, 2),
        ("r", 1, 1, 1),
    ]
    assert found.next_reading() == (
        "The rest of one report could change most in “S”: it set out to examine 3 pairs, and we read no finding on "
        "2 of them"
    )


def test_one_more_report_would_change_most_where_fewest_looked() -> None:
    assert found_in(CELLS, BEHIND, []).next_report() == (
        "One more report would change most on “T”: not examined in 1 of 4 places"
    )
    assert found_in(CELLS[:3], BEHIND, []).next_report() == "Every topic was examined in every place"


def test_the_sentence_says_every_state() -> None:
    assert found_in([*CELLS, cell("e", "t", "9", examined=False)], BEHIND, []).sentence("theme") == (
        "Of 6 pairs of a place and a theme, no source that we know examined 1; we read no finding on 2 of those "
        "examined, a finding on 2, and on 1 one whose scope is not known"
    )


def test_the_order_of_rows_does_not_matter() -> None:
    chance = random.Random(2)
    shuffled = found_in(chance.sample(CELLS, len(CELLS)), BEHIND, chance.sample(UNREAD, len(UNREAD)))
    assert shuffled == found_in(CELLS, BEHIND, UNREAD)


def test_the_small_package(loaded: Database) -> None:
    found = gaps(loaded, "theme")
    assert {each.topic_id: each.tally for each in found.topics}["theme:communication"] == Tally(
        failing=1, mixed=1, conflicting=1, adequate=1, no_finding_read=1, not_examined=1
    )
    assert len(topics_as_rows(found)) == len(found.topics)
    assert {row["name"] for row in unread_as_rows(found)}
