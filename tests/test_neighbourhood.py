"""Finding a place to start, and walking from it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inquiry_graph import model
from inquiry_graph.database import Database
from inquiry_graph.neighbourhood import (
    Hits,
    among,
    around_finding,
    expand,
    find,
    hidden_counts,
    hidden_kinds,
    link,
    nodes,
    recommendations_after,
    section,
    sections,
)

COUNCIL = "agency:harrowmere-council"
FINDING = "finding:harrowmere-1"
AWKWARD = [
    "", " ", "!!!", "-", "*", "?", "AND OR NOT", 'a"b\\ c:d (x', "foo:bar", "[a TO b]", "{", "~", "^8",
    "+-&&||!(){}[]^\"~*?:\\/",
    "x" * 5000, "x " * 500, "children's", "\u0000", "a/b", "1.2 4,5", "<script>", "é" * 50, "\ud800", "名前", "a_b",
    ":", "::a",
]  # fmt: skip


def first(found: tuple[Hits, ...]) -> tuple[str, str]:
    return found[0].kind, found[0].nodes[0].name


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("harrowmere", "Location", "Harrowmere"),  # the whole name comes first
        ("HARROWMERE COUNCIL", "Agency", "Harrowmere Council"),
        ("harrowm", "Location", "Harrowmere"),
        ("rrowmer", "Location", "Harrowmere"),
        ("harowmere", "Location", "Harrowmere"),  # one letter missing
        ("north poli area", "Location", "Northshire police force area"),
        ("kept what it knew", "Finding", "The council in Harrowmere did not share information with the health trust."),
        ("agency:harrowmere-council", "Agency", "Harrowmere Council"),  # a pasted id
    ],
)
def test_the_most_fitting_node_comes_first(loaded: Database, text: str, kind: str, name: str) -> None:
    found = find(loaded, text)
    assert (kind, name) in {(hits.kind, node.name) for hits in found for node in hits.nodes[:1]}
    if text != "harowmere":
        assert first(found) == (kind, name)


@pytest.mark.parametrize("prefix", ["agency", "Agencies", "AGENCY ", "ag"])
def test_a_kind_before_a_colon_narrows(loaded: Database, prefix: str) -> None:
    (found,) = find(loaded, f"{prefix}: north")
    assert (found.kind, found.count) == ("Agency", 3)


def test_a_kind_alone_lists_it(loaded: Database) -> None:
    (found,) = find(loaded, "sign of vulnerability:", limit=1)
    assert (found.kind, found.count, len(found.nodes)) == ("Sign", 2, 1)


def test_all_words_must_be_met(loaded: Database) -> None:
    assert find(loaded, "harrowmere zebra") == ()


@pytest.mark.parametrize("text", AWKWARD, ids=ascii)
def test_no_input_is_an_error(loaded: Database, text: str) -> None:
    assert all(hits.count >= len(hits.nodes) > 0 for hits in find(loaded, text))


@given(text=st.text(max_size=30))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nor_is_any_other(loaded: Database, text: str) -> None:
    assert isinstance(find(loaded, text), tuple)


def test_nodes_come_in_the_order_of_their_ids(loaded: Database) -> None:
    asked = ["location:westport", "no such id", COUNCIL]
    assert [node.id for node in nodes(loaded, asked)] == ["location:westport", COUNCIL]


def test_every_link_among_nodes_is_found(loaded: Database) -> None:
    found = among(loaded, [FINDING, COUNCIL, "practice:sharing-information", COUNCIL])
    assert len(found.nodes) == 3
    assert {each.kind for each in found.links} == {"ABOUT", "FROM_AGENCY", "OF_PRACTICE"}


def test_sections_read_from_the_node_in_the_order_of_the_model(loaded: Database) -> None:
    found = sections(loaded, FINDING)
    assert [(each.type, each.words, each.links) for each in found] == [
        ("EVIDENCED_BY", "is evidenced by", 2),
        ("IN_CASE", "was found in", 1),
        ("OF_PRACTICE", "is about the practice", 1),
        ("ABOUT", "is about", 1),
        ("FROM_AGENCY", "is an exchange from", 1),
        ("TO_AGENCY", "is an exchange to", 1),
        ("ANSWERS", "is answered by", 1),
    ]


@pytest.mark.parametrize("identifier", [FINDING, COUNCIL, "source:national-inquiry-2022"])
def test_a_section_holds_as_many_links_as_it_says(loaded: Database, identifier: str) -> None:
    for each in sections(loaded, identifier):
        listed = section(loaded, identifier, each.type, each.outward)
        assert len(listed) == each.links
        assert all({link.start, link.end} == {identifier, other.id} for link, other in listed)
        assert all((link.start == identifier) == each.outward for link, _ in listed)


def test_a_section_stops_at_its_limit(loaded: Database) -> None:
    assert len(section(loaded, FINDING, "EVIDENCED_BY", True, limit=1)) == 1


def test_hidden_neighbours_are_those_that_expanding_brings(loaded: Database) -> None:
    brought = expand(loaded, [COUNCIL], [COUNCIL])
    assert hidden_counts(loaded, [COUNCIL]) == {COUNCIL: len(brought)}
    kinds = hidden_kinds(loaded, COUNCIL, [COUNCIL])
    assert kinds == {kind: sum(node.kind == kind for node in brought) for kind in kinds}
    assert sum(kinds.values()) == len(brought)


def test_what_is_shown_is_not_brought_again(loaded: Database) -> None:
    shown = [COUNCIL, *(node.id for node in expand(loaded, [COUNCIL], [COUNCIL]))]
    assert expand(loaded, [COUNCIL], shown) == ()
    assert COUNCIL not in hidden_counts(loaded, shown)


def test_expanding_asks_for_kind_order_and_maximum(loaded: Database) -> None:
    found = expand(loaded, ["agency:example-inspectorate"], [], kind="Source", order="newest", limit=2)
    assert [node.properties["published"] for node in found] == ["2017-05-09", "2016-09"]
    (most,) = expand(loaded, ["practice:sharing-information"], [], kind="Finding", order="connected", limit=1)
    assert most.id == "finding:millbridge-1"


def test_a_section_is_read_page_by_page(loaded: Database) -> None:
    whole = section(loaded, "practice:sharing-information", "OF_PRACTICE", outward=False)
    pages = [section(loaded, "practice:sharing-information", "OF_PRACTICE", False, skip=n, limit=2) for n in (0, 2)]
    assert len(whole) > 3
    assert (*pages[0], *pages[1]) == whole[:4]


def test_a_link_comes_with_its_ends(loaded: Database) -> None:
    found = link(loaded, model.link_id(FINDING, "ABOUT", COUNCIL, "responsible"))
    assert found is not None
    start, between, end = found
    assert (start.id, between.kind, between.properties["part"], end.id) == (FINDING, "ABOUT", "responsible", COUNCIL)


@pytest.mark.parametrize("identifier", ["", "x", "a|B|c", "a|b|c|d|e"])
def test_a_link_that_the_graph_does_not_hold_is_none(loaded: Database, identifier: str) -> None:
    assert link(loaded, identifier) is None


def test_recommendations_after_a_finding_are_its_own_sources(loaded: Database) -> None:
    assert [node.id for node in recommendations_after(loaded, FINDING)] == ["recommendation:harrowmere-3"]
    assert recommendations_after(loaded, "finding:southmere-1") == ()


def test_around_a_finding_stand_place_theme_publisher_and_reply(loaded: Database) -> None:
    found = around_finding(loaded, FINDING)
    assert {"location:harrowmere", "theme:communication", "agency:example-inquiry", "claim:council-1"} <= {
        node.id for node in found.nodes
    }
    assert found.node("theme:police-responses") is None
