"""GraphML is valid XML that networkx and igraph open, or it is refused with the field named."""

from __future__ import annotations

import io
import math
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import igraph
import networkx
import pytest
from materials import ABOUT, CITATION, ORDINARY, THEME, hostile, with_finding

from inquiry_graph.errors import ExportError
from inquiry_graph.export import Material, render
from inquiry_graph.subgraph import Node, Rows, Subgraph

NMTOKEN = re.compile(r"[\w:.-]+")
NOT_XML = ["a\x00b", "a\x08b", "\x0b", "\x1b[31m", "\ufffe", "\uffff"]


def in_networkx(material: Material) -> networkx.MultiDiGraph[str]:
    graph = networkx.read_graphml(io.BytesIO(render(material, "graphml").content), force_multigraph=True)
    assert isinstance(graph, networkx.MultiDiGraph)
    return graph


def in_igraph(material: Material, folder: Path) -> igraph.Graph:
    file = folder / "graph.graphml"
    file.write_bytes(render(material, "graphml").content)
    return igraph.Graph.Read_GraphML(str(file))


def test_networkx_opens_it_with_every_property() -> None:
    graph = in_networkx(ORDINARY)
    assert graph.nodes["finding:a"] == {
        "kind": "Finding",
        "name": "Referrals were not shared",
        "summary": "Referrals were not shared",
        "outcome": "failing",
        "hedged": True,
        "conduct_from": 2004,
    }
    links = {fields["link_id"]: fields for *_, fields in graph.edges(data=True)}
    assert links[CITATION.id]["locator"] == "para 4.2"
    assert links[CITATION.id]["weight"] == 0.9
    assert links[ABOUT.id]["words"] == "is about"


def test_igraph_opens_it_with_every_property(tmp_path: Path) -> None:
    graph = in_igraph(ORDINARY, tmp_path)
    assert graph.vs["id"] == [node.id for node in ORDINARY.subgraph.nodes]
    assert graph.vs["agency_kind"] == ["", "local_authority", "", ""]
    assert set(graph.es["link_id"]) == {CITATION.id, ABOUT.id}
    assert graph["dataset_version"] == "1.0"


def test_hostile_texts_come_back_as_they_were(tmp_path: Path) -> None:
    names = [node.name for node in hostile().subgraph.nodes]
    assert [fields["name"] for _, fields in in_networkx(hostile()).nodes(data=True)] == names
    assert in_igraph(hostile(), tmp_path).vs["name"] == names


def test_a_list_is_text_and_a_field_has_one_type(tmp_path: Path) -> None:
    numbered = Node("recommendation:a", "Recommendation", "Share", {"number": "4b", "text": "Share"})
    both = replace(ORDINARY, subgraph=ORDINARY.subgraph | Subgraph((numbered,)))
    graph = in_networkx(both)
    assert graph.nodes["agency:a"]["codes"] == "E1; E2"
    assert (graph.nodes[THEME.id]["number"], graph.nodes["recommendation:a"]["number"]) == ("2", "4b")
    assert in_igraph(both, tmp_path).vs["number"] == ["", "", "", "2", "4b"]


def test_every_xml_id_is_one_that_the_format_allows() -> None:
    root = ElementTree.fromstring(render(ORDINARY, "graphml").content)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(NMTOKEN.fullmatch(identifier or "") for identifier in ids)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_nan_and_infinity_are_refused_with_the_field_named(value: float) -> None:
    with pytest.raises(ExportError, match="'base' of the node finding:a"):
        render(with_finding(base=value), "graphml")


@pytest.mark.parametrize("text", NOT_XML)
def test_control_characters_are_refused_with_the_field_named(text: str) -> None:
    with pytest.raises(ExportError, match=r"'base' of the node finding:a holds the character U\+"):
        render(with_finding(base=["fine", text]), "graphml")
    with pytest.raises(ExportError, match="'title' of the graph"):
        render(replace(ORDINARY, title=text), "graphml")


def test_an_answer_without_a_node_is_refused_with_the_next_step() -> None:
    with pytest.raises(ExportError, match="Return nodes and links"):
        render(replace(ORDINARY, subgraph=Subgraph(), rows=Rows((), ())), "graphml")
