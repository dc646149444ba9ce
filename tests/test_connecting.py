"""The shortest ways between two nodes, held against networkx on the same graph."""

from __future__ import annotations

import networkx
import pytest

from inquiry_graph.database import Database
from inquiry_graph.explore.connecting import TYPES, Ways, connect, ends_to_choose
from inquiry_graph.subgraph import Path

COUNCIL, GAZETTE = "agency:harrowmere-council", "agency:example-gazette"
FAR_APART = ("agency:eastshire-police", "practice:sharing-information")


def expected(database: Database, start: str, end: str, without: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """The nodes of every shortest way, or nothing."""
    rows = database.read("MATCH (a:Entity)-[l]->(b:Entity) RETURN a.id, b.id, type(l), l.id", row_limit=100_000).rows
    graph = networkx.Graph((a, b) for a, b, type_, _ in rows if type_ not in without)
    if start not in graph or end not in graph or not networkx.has_path(graph, start, end):
        return set()
    return {tuple(path) for path in networkx.all_shortest_paths(graph, start, end)}


def ids(path: Path) -> tuple[str, ...]:
    return tuple(node.id for node in path.nodes)


@pytest.mark.parametrize(
    ("start", "end", "without"),
    [
        (COUNCIL, "agency:example-health-trust", ()),
        (COUNCIL, "location:easthaven", ()),
        (COUNCIL, "location:easthaven", ("WITHIN", "EVIDENCED_BY", "COVERS")),
        (GAZETTE, "support:therapy", ()),
        ("finding:millbridge-1", "finding:national-1", ("IN_CASE",)),
        (COUNCIL, GAZETTE, TYPES),
    ],
)
def test_the_ways_are_the_shortest_and_all_of_them(
    loaded: Database, start: str, end: str, without: tuple[str, ...]
) -> None:
    found = connect(loaded, start, end, without=without, limit=1000)
    assert {ids(path) for path in found.paths} == expected(loaded, start, end, without)
    for path in found.paths:
        assert [{link.start, link.end} for link in path.links] == [
            {one.id, other.id} for one, other in zip(path.nodes, path.nodes[1:], strict=False)
        ]
        assert not {link.kind for link in path.links} & {*without}


def test_the_same_ways_are_found_from_the_other_end(loaded: Database) -> None:
    there, back = (connect(loaded, *ends, limit=1000) for ends in ((COUNCIL, GAZETTE), (GAZETTE, COUNCIL)))
    assert {ids(path) for path in there.paths} == {ids(path)[::-1] for path in back.paths}
    assert there.found > 0


def test_what_is_left_out_is_said(loaded: Database) -> None:
    whole = connect(loaded, *FAR_APART, limit=1000)
    cut = connect(loaded, *FAR_APART, limit=1)
    assert whole.found == cut.found == len(whole.paths) > len(cut.paths) == 1
    assert cut.paths[0] == whole.paths[0]
    assert f"{whole.found} shortest ways" in whole.sentence()
    assert "The first 1 are shown" in cut.sentence()
    assert "first" not in cut.sentence(every=False)


@pytest.mark.parametrize(("start", "end"), [(COUNCIL, COUNCIL), (COUNCIL, "agency:not-there"), ("", "")])
def test_nothing_joins_a_node_with_itself_or_with_what_is_not_there(loaded: Database, start: str, end: str) -> None:
    assert connect(loaded, start, end) == Ways()
    assert "No way of at most 8 links" in Ways().sentence()


def test_what_goes_by_a_name_can_be_chosen(loaded: Database) -> None:
    offered = ends_to_choose(loaded)
    assert offered[COUNCIL] == "Harrowmere Council"
    assert not any(each.startswith(("finding:", "recommendation:")) for each in offered)
