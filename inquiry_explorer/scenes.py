"""From a subgraph to the scene that the canvas draws: colours, shapes and words, all from the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from inquiry_explorer.arranging import arranged
from inquiry_explorer.canvas import Anchor, Layout, LegendItem, Scene, SceneLink, SceneNode, Shape
from inquiry_explorer.facts import facts, is_citation, link_facts, outcome
from inquiry_graph import model
from inquiry_graph.export.legend import link_words, node_words
from inquiry_graph.subgraph import Link, Node, Subgraph

LINK_COLOUR = "#8b949e"
CITED = "#citation"  # in the legend, citation links of every type are one line
JOINED = "#link"
_NODE_KINDS = {kind.label: kind for kind in model.NODE_KINDS}
# A finding bears the sign of the state that its outcome speaks for; an outcome that is no state has its own.
_MARKS = {"good_practice": "+", "described": "○"} | {state.value: state.symbol for state in model.STATES}
_LONGEST_FACT = 160  # characters of a fact in a tooltip


def scene_of(
    subgraph: Subgraph,
    hidden: Mapping[str, int] | None = None,
    *,
    layout: Layout = "force",
    selected: tuple[str, ...] | None = None,
    highlighted: tuple[str, ...] = (),
    places: Mapping[str, tuple[float, float]] | None = None,
    beside: Subgraph | None = None,
    members: Mapping[str, int] | None = None,
) -> Scene:
    """The picture of a subgraph.

    `hidden` is how many neighbours of a node are not in it (its badge), `places` where a saved view had nodes.
    `selected` and `highlighted` are handed to the canvas as they are. `beside` is what tells themes, places and years
    of nodes without being drawn, `members` how many nodes a group stands for.
    """
    badges, places = hidden or {}, places or {}
    arrangement = arranged(subgraph, layout, beside)
    anchors, members = arrangement.anchors, members or {}
    nodes = (_node(node, badges.get(node.id), places.get(node.id), anchors.get(node.id)) for node in subgraph.nodes)
    return Scene(
        nodes=tuple(replace(node, members=members[node.id]) if node.id in members else node for node in nodes),
        links=tuple(_link(link) for link in subgraph.links),
        legend=tuple(legend_of(subgraph)),
        layout=layout,
        marks=arrangement.marks,
        selected=selected,
        highlighted=highlighted,
    )


def _node(node: Node, badge: int | None, place: tuple[float, float] | None, anchor: Anchor | None = None) -> SceneNode:
    kind, judged = _NODE_KINDS.get(node.kind), outcome(node)
    x, y = place or (None, None)
    return SceneNode(
        id=node.id,
        kind=node.kind,
        caption=node.name,
        colour=kind.colour if kind else model.UNKNOWN_COLOUR,
        shape=cast(Shape, kind.shape) if kind else "circle",
        badge=badge,
        x=x,
        y=y,
        state=judged.words if judged else None,
        mark=_MARKS[judged.value] if judged else None,
        tooltip=tuple(_told(node)),
        words=node_words(node.kind),
        anchor=anchor,
    )


def _told(node: Node) -> Iterator[str]:
    """The node's closed-list facts and years: what tells it from its like at a glance."""
    for fact in facts(node)[:3]:
        if len(fact.text) <= _LONGEST_FACT and not (outcome(node) and fact.words == "Outcome"):
            yield f"{fact.words}: {fact.text}"


def _link(link: Link) -> SceneLink:
    cited = is_citation(link)
    dashed = cited or bool(link.properties.get("derived"))
    return SceneLink(
        id=link.id,
        source=link.start,
        target=link.end,
        kind=CITED if cited else JOINED,
        words=link_words(link.kind),
        colour=LINK_COLOUR,
        style="dashed" if dashed else "solid",
        tooltip=tuple(_cited(link) if cited else (f"{fact.words}: {fact.text}" for fact in link_facts(link))),
    )


def _cited(link: Link) -> Iterator[str]:
    if link.properties.get("locator"):
        yield str(link.properties["locator"])
    if link.properties.get("quotation"):
        yield f"“{link.properties['quotation']}”"


def legend_of(subgraph: Subgraph) -> Iterator[LegendItem]:
    """A line for each kind of node that is there, in the model's order, then links: those that cite, and the rest."""
    for label in _in_order({node.kind for node in subgraph.nodes}):
        kind = _NODE_KINDS.get(label)
        if kind:
            yield LegendItem(label, kind.plural, kind.colour, cast(Shape, kind.shape))
        else:
            yield LegendItem(label, node_words(label), model.UNKNOWN_COLOUR, "circle")
    cites = {is_citation(link) for link in subgraph.links}
    if False in cites:
        yield LegendItem(JOINED, "Links", LINK_COLOUR, "line")
    if True in cites:
        yield LegendItem(CITED, "Citations", LINK_COLOUR, "dashed")


def _in_order(labels: Iterable[str]) -> list[str]:
    held = set(labels)
    known = [label for label in _NODE_KINDS if label in held]
    return [*known, *sorted(held - set(known))]
