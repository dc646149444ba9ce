"""What the box above the canvas answers: nodes by kind, each with what tells it from its like."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from inquiry_explorer import session
from inquiry_explorer.canvas import Found, FoundKind, FoundNode, Shape
from inquiry_explorer.facts import facts, outcome
from inquiry_graph import model
from inquiry_graph.neighbourhood import Hits, find
from inquiry_graph.subgraph import Node

FEW, MANY = 5, 40  # shown of each kind: of several kinds, and of one alone


def found(query: str, on: Collection[str]) -> Found:
    """What the words find; `on` are the nodes that are on the canvas."""
    if not query:
        return Found()
    hits = session.kept(find, query, limit=FEW)
    if len(hits) == 1 and hits[0].count > FEW:
        hits = session.kept(find, query, limit=MANY)
    return Found(query, tuple(_kind(each, query, on) for each in hits))


def _kind(hits: Hits, query: str, on: Collection[str]) -> FoundKind:
    kind = model.node_kind(hits.kind)
    nodes = tuple(FoundNode(node.id, node.name, _detail(node), node.id in on) for node in hits.nodes)
    prefix = f"{kind.words.lower()}: {query}"
    return FoundKind(hits.kind, kind.plural, prefix, kind.colour, cast(Shape, kind.shape), hits.count, nodes)


def _detail(node: Node) -> str:
    judged = outcome(node)
    if judged:
        return judged.words
    known = [fact.text for fact in facts(node) if fact.words in ("Kind", "Published", "Date", "Number", "Status")]
    return ", ".join(known[:2])
