from __future__ import annotations

from dataclasses import replace

import materials
import pytest

from inquiry_explorer.scenes import scene_of
from inquiry_graph import model
from inquiry_graph.schema import Term
from inquiry_graph.subgraph import Link, Node, Subgraph

PICTURE = Subgraph.of(
    (materials.FINDING, materials.AGENCY, materials.SOURCE, materials.THEME), (materials.CITATION, materials.ABOUT)
)


def test_nodes_look_as_the_model_says() -> None:
    drawn = {node.id: (node.colour, node.shape, node.caption) for node in scene_of(PICTURE).nodes}
    assert drawn["agency:a"] == ("#4c7a7d", "square", "Anytown Council")
    assert drawn["finding:a"] == ("#b0563f", "circle", "Referrals were not shared")


@pytest.mark.parametrize("label", [kind.label for kind in model.NODE_KINDS])
def test_every_kind_of_the_model_has_its_line_in_the_legend(label: str) -> None:
    kind = model.node_kind(label)
    (line,) = scene_of(Subgraph((Node("x:1", label, "A name"),))).legend
    assert (line.kind, line.words, line.colour, line.shape) == (label, kind.plural, kind.colour, kind.shape)


def test_legend_names_what_is_there_in_the_models_order() -> None:
    assert [line.words for line in scene_of(PICTURE).legend] == [
        "Themes", "Agencies", "Findings", "Sources", "Links", "Citations",
    ]  # fmt: skip


def test_links_read_forwards_and_citations_are_dashed_with_their_place_and_words() -> None:
    cited, about = scene_of(PICTURE).links
    assert (cited.words, cited.style) == ("is evidenced by", "dashed")
    assert cited.tooltip == ("para 4.2", "“referrals were not passed on”")
    assert (about.words, about.style, about.tooltip) == ("is about", "solid", ("Part: Jointly responsible",))


def test_derived_links_are_dashed() -> None:
    derived = replace(materials.ABOUT, properties={"derived": True})
    (link,) = scene_of(replace(PICTURE, links=(derived,))).links
    assert link.style == "dashed"


@pytest.mark.parametrize("outcome", model.OUTCOMES)
def test_an_outcome_is_told_by_words_and_by_a_mark_of_its_own(outcome: Term) -> None:
    finding = replace(materials.FINDING, properties={"outcome": outcome.value})
    (node,) = scene_of(Subgraph((finding,))).nodes
    assert node.state == outcome.words
    assert node.mark
    assert len(node.mark) == 1


def test_no_two_outcomes_share_a_mark() -> None:
    findings = tuple(Node(f"finding:{term.value}", "Finding", "x", {"outcome": term.value}) for term in model.OUTCOMES)
    marks = [node.mark for node in scene_of(Subgraph(findings)).nodes]
    assert len(set(marks)) == len(model.OUTCOMES)


def test_hidden_neighbours_become_badges() -> None:
    badges = {node.id: node.badge for node in scene_of(PICTURE, {"agency:a": 7}).nodes}
    assert badges == {"finding:a": None, "agency:a": 7, "source:a": None, "theme:2": None}


def test_a_node_stands_where_a_saved_view_had_it() -> None:
    (node,) = scene_of(Subgraph((materials.AGENCY,)), places={"agency:a": (1.5, -2.0)}).nodes
    assert (node.x, node.y) == (1.5, -2.0)


def test_kinds_that_the_model_lacks_are_drawn_and_named_too() -> None:
    strange = Subgraph((Node("a", "Ghost", "G"), Node("b", "Ghost", "H")), (Link("l", "HAUNTS", "a", "b"),))
    scene = scene_of(strange)
    assert (scene.legend[0].kind, scene.legend[0].words) == ("Ghost", "Ghost")
    assert [link.words for link in scene.links] == ["HAUNTS"]
