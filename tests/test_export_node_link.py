"""Node-link JSON reads back as the same graph."""

from __future__ import annotations

import json
import math

import networkx
import pytest
from materials import ABOUT, CITATION, ORDINARY, hostile, with_finding

from inquiry_graph.errors import ExportError
from inquiry_graph.export import Material, render


def read_back(material: Material) -> networkx.MultiDiGraph[str]:
    graph = networkx.node_link_graph(json.loads(render(material, "json").content), edges="edges")
    assert isinstance(graph, networkx.MultiDiGraph)
    return graph


def test_networkx_reads_every_node_and_link_back() -> None:
    graph = read_back(ORDINARY)
    assert set(graph.nodes) == {node.id for node in ORDINARY.subgraph.nodes}
    assert set(graph.edges(keys=True)) == {(link.start, link.end, link.id) for link in (CITATION, ABOUT)}


def test_nodes_carry_kind_name_and_what_the_model_declares() -> None:
    graph = read_back(ORDINARY)
    assert graph.nodes["agency:a"] == {
        "kind": "Agency",
        "name": "Anytown Council",
        "agency_kind": "local_authority",
        "codes": ["E1", "E2"],
    }
    assert "loaded_by" not in graph.nodes["finding:a"]


def test_links_carry_words_and_their_citation() -> None:
    graph = read_back(ORDINARY)
    assert graph.edges["finding:a", "source:a", CITATION.id] == {
        "kind": "EVIDENCED_BY",
        "words": "is evidenced by",
        **CITATION.properties,
    }
    assert graph.edges["finding:a", "agency:a", ABOUT.id]["part"] == "jointly"


def test_the_graph_says_what_it_is_and_under_which_terms() -> None:
    graph = read_back(ORDINARY)
    assert (graph.graph["title"], graph.graph["dataset_version"]) == (ORDINARY.title, "1.0")
    assert "CC BY 4.0" in graph.graph["licence"]
    assert "ranking" in graph.graph["caution"]


def test_hostile_texts_come_back_as_they_were() -> None:
    names = {node.name for node in hostile().subgraph.nodes}
    assert {fields["name"] for _, fields in read_back(hostile()).nodes(data=True)} == names


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, [1.0, math.nan]])
def test_nan_and_infinity_are_refused_with_the_field_named(value: object) -> None:
    with pytest.raises(ExportError, match="'base' of the node finding:a"):
        render(with_finding(base=value), "json")
