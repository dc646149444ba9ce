"""What a timeline draws: lanes in their order, marks in theirs, and what has no time."""

from __future__ import annotations

from dataclasses import replace

from inquiry_graph.database import Database
from inquiry_graph.explore import timeline
from inquiry_graph.explore.bearings import Bearing, bearings, told
from inquiry_graph.explore.timeline import timeline_of
from inquiry_graph.subgraph import Node

SECOND = Node("theme:b", "Theme", "Another", {"number": 2})
FIRST = Node("theme:a", "Theme", "Zeal", {"number": 1})
TOWN = Node("location:town", "Location", "Town")


def finding(letter: str, first: int | None = 2001, last: int | None = 2003, outcome: str = "failing") -> Node:
    years = {"conduct_from": first, "conduct_to": last, "years_basis": "stated" if first else "unknown"}
    return Node(f"finding:{letter}", "Finding", letter, {"outcome": outcome, **years})


def lanes(found: timeline.Timeline) -> list[tuple[str, list[tuple[str, ...]]]]:
    return [(lane.name, [mark.ids for mark in lane.marks]) for lane in found.lanes]


def test_lanes_follow_the_themes_and_end_with_what_has_none() -> None:
    where = {"finding:a": Bearing((SECOND,)), "finding:b": Bearing((FIRST,))}
    found = timeline_of([finding("a"), finding("b"), finding("c")], where, "theme")
    assert lanes(found) == [
        ("Zeal", [("finding:b",)]),
        ("Another", [("finding:a",)]),
        ("No theme of its own", [("finding:c",)]),
    ]


def test_what_belongs_to_two_places_stands_in_both_lanes_and_is_counted_once() -> None:
    other = Node("location:other", "Location", "Other")
    found = timeline_of([finding("a")], {"finding:a": Bearing(places=(other, TOWN))}, "place")
    assert lanes(found) == [("Other", [("finding:a",)]), ("Town", [("finding:a",)])]
    assert found.sentence() == "On the axis: 1 of 1 finding."


def test_a_node_without_a_time_is_counted_and_listed() -> None:
    unknown = finding("b", None, None)
    found = timeline_of([finding("a"), unknown, TOWN], {}, "theme")
    assert (found.first, found.last, found.undated) == (2001, 2004, (unknown,))
    assert found.sentence() == (
        "On the axis: 1 of 2 findings. Without a known time, listed below the picture: 1. "
        "Of kinds that have no time: 1."
    )


def test_where_there_are_many_those_alike_share_a_mark() -> None:
    many = [finding(str(number)) for number in range(timeline.ONE_BY_ONE)]
    odd = finding("odd", outcome="adequate")
    assert len(timeline_of(many, {}, "theme").lanes[0].marks) == timeline.ONE_BY_ONE
    marks = timeline_of([*many, odd], {}, "theme").lanes[0].marks
    assert [(len(mark.ids), mark.name, mark.outcome) for mark in marks] == [
        (1, "odd", "adequate"),
        (150, "150 findings", "failing"),
    ]


def test_a_timeline_of_nothing_says_what_it_would_show() -> None:
    assert "have a time" not in timeline_of([TOWN], {}, "place").sentence()
    assert timeline_of([], {}, "theme").sentence().startswith("Nothing here has a time")


def test_bearings_are_reached_by_practice_case_source_and_recommendation(loaded: Database) -> None:
    finding, progress, source = "finding:millbridge-1", "progress:national-5-2023-06", "source:harrowmere-inquiry-2015"
    found = bearings(loaded, [finding, progress, source, "location:nowhere"])
    assert {key: (names(each.themes), names(each.places), each.forces) for key, each in found.items()} == {
        finding: (["theme:communication"], ["location:millbridge"], ("agency:northshire-police",)),
        progress: (["theme:victim-support"], ["location:example-country"], ()),
        source: ([], ["location:harrowmere"], ()),
    }


def test_a_recommendation_is_dated_by_its_source(loaded: Database) -> None:
    assert bearings(loaded, ["recommendation:harrowmere-3"])["recommendation:harrowmere-3"].made == "2015-02-04"


def names(nodes: tuple[Node, ...]) -> list[str]:
    return [node.id for node in nodes]


def test_everything_that_has_a_time_of_its_own_is_told(loaded: Database) -> None:
    kinds = {node.kind for node in told(loaded)}
    assert kinds == {"Finding", "Source", "Recommendation", "Progress", "Event"}


def test_a_mark_keeps_what_its_node_says() -> None:
    mark = timeline_of([finding("a")], {}, "theme").lanes[0].marks[0]
    assert replace(mark, ids=()) == timeline.Mark((), "Finding", "a", "failing", mark.span)
