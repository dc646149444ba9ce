from __future__ import annotations

from inquiry_explorer.explore.grouping import group_of, grouped
from inquiry_explorer.scenes import scene_of
from inquiry_graph.subgraph import Link, Node, Subgraph

HERE, THERE = Node("location:a", "Location", "Anytown"), Node("location:b", "Location", "Elsewhere")
CASES = tuple(Node(f"case:{at}", "Case", f"Case {at}") for at in range(3))
BOTH = Node("case:both", "Case", "Both towns")
NATIONAL = Node("theme:1", "Theme", "Inconsistencies")
LINKS = (
    Link("1", "LOCATED_IN", "case:0", "location:a"),
    Link("2", "LOCATED_IN", "case:1", "location:a"),
    Link("3", "LOCATED_IN", "case:2", "location:b"),
    Link("4", "LOCATED_IN", "case:both", "location:a"),
    Link("5", "LOCATED_IN", "case:both", "location:b"),
    Link("6", "PART_OF", "case:0", "case:2"),
    Link("7", "PART_OF", "case:1", "case:2"),
)
PICTURE = Subgraph.of((HERE, THERE, *CASES, BOTH, NATIONAL), LINKS)


def test_a_place_and_what_is_nearest_to_it_alone_are_one() -> None:
    found = grouped(PICTURE, "place")
    assert found.members == {"group:location:a": 3, "group:location:b": 2}
    assert {node.id for node in found.picture.nodes} == {*found.members, "case:both", "theme:1"}


def test_links_between_the_same_two_are_one_and_say_how_many() -> None:
    words = {(link.source, link.target): link.words for link in scene_of(grouped(PICTURE, "place").picture).links}
    assert words["group:location:a", "group:location:b"] == "2 links"
    assert words["case:both", "group:location:a"] == "is in"


def test_an_opened_group_shows_its_nodes_and_their_links() -> None:
    found = grouped(PICTURE, "place", opened=["location:a"])
    assert found.members == {"group:location:b": 2}
    assert {"location:a", "case:0", "case:1"} <= {node.id for node in found.picture.nodes}
    assert {"1", "2", "4"} <= {link.id for link in found.picture.links}


def test_what_is_not_drawn_tells_where_a_node_belongs_and_is_not_counted() -> None:
    drawn = Subgraph((*CASES[:2],))
    found = grouped(drawn, "place", beside=PICTURE)
    assert found.members == {"group:location:a": 2}
    assert [node.name for node in found.picture.nodes] == ["Anytown"]


def test_a_sentence_says_what_was_grouped_and_what_was_not() -> None:
    said = grouped(PICTURE, "place").sentence
    assert said.startswith("5 nodes are drawn as 2 groups, each of one of the locations and what is nearest")
    assert "2 nodes that belong to several or to none" in said


def test_a_picture_without_such_a_kind_stays_as_it_is() -> None:
    found = grouped(PICTURE, "agency")
    assert (found.picture, found.members, found.sentence) == (PICTURE, {}, "")


def test_a_group_is_drawn_with_the_number_of_its_nodes_and_its_id_names_its_place() -> None:
    found = grouped(PICTURE, "place")
    drawn = {node.id: node.members for node in scene_of(found.picture, members=found.members).nodes}
    assert drawn["group:location:a"] == 3
    assert drawn["case:both"] is None
    assert (group_of("group:location:a"), group_of("case:both")) == ("location:a", None)
