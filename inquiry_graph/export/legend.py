"""How kinds of node and link look and read in a file, all from the model; kinds that it lacks keep their own names."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from inquiry_graph import model
from inquiry_graph.export.material import as_text
from inquiry_graph.schema import LinkKind, NodeKind, Property
from inquiry_graph.subgraph import Link, Node

UNKNOWN = "A kind that the model does not have."
_NODE_KINDS = {kind.label: kind for kind in model.NODE_KINDS}
_LINK_KINDS = {kind.type: kind for kind in model.LINK_KINDS}
_CORNERS = {"triangle": 3, "square": 4, "diamond": 4, "pentagon": 5, "hexagon": 6}  # all others are circles


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: the drawing (SVG, empty for a link), the words, how many there are, what they are."""

    symbol: str
    words: str
    count: int
    meaning: str


def node_words(label: str) -> str:
    """What people call one node of that kind."""
    return _NODE_KINDS[label].words if label in _NODE_KINDS else label


def link_words(type_: str) -> str:
    """How a link of that type reads from its start to its end."""
    return _LINK_KINDS[type_].forward if type_ in _LINK_KINDS else type_


def node_properties(label: str) -> tuple[Property, ...]:
    """What the model declares for that kind of node; nothing for a kind that it does not have."""
    return _NODE_KINDS[label].properties if label in _NODE_KINDS else ()


def link_properties(type_: str) -> tuple[Property, ...]:
    """What the model declares for that type of link; nothing for a type that it does not have."""
    return model.link_properties(_LINK_KINDS[type_]) if type_ in _LINK_KINDS else ()


def node_legend(nodes: Iterable[Node]) -> Iterator[Entry]:
    """A line for each kind among the nodes, in the model's order."""
    for label, count in _in_order(Counter(node.kind for node in nodes), _NODE_KINDS):
        kind: NodeKind | None = _NODE_KINDS.get(label)
        yield Entry(symbol(label), kind.plural if kind else label, count, kind.meaning if kind else UNKNOWN)


def link_legend(links: Iterable[Link]) -> Iterator[Entry]:
    """A line for each type among the links, in the model's order."""
    for type_, count in _in_order(Counter(link.kind for link in links), _LINK_KINDS):
        kind: LinkKind | None = _LINK_KINDS.get(type_)
        yield Entry("", link_words(type_), count, kind.meaning if kind else UNKNOWN)


def fields(declared: Iterable[Property], held: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(word, text) of each declared property that is there; a value of a closed list by its words."""
    for each in declared:
        value = held.get(each.name)
        if value is not None:
            words = next((term.words for term in each.terms if term.value == value), as_text(value))
            yield each.name.replace("_", " "), words


def symbol(label: str) -> str:
    """The shape and colour of a kind of node, as SVG. Grey and round for a kind that the model does not have."""
    kind = _NODE_KINDS.get(label)
    shape, colour = (kind.shape, kind.colour) if kind else ("circle", model.UNKNOWN_COLOUR)
    corners = _CORNERS.get(shape)
    drawn = f'<polygon points="{_points(corners, shape)}"' if corners else '<circle cx="12" cy="12" r="10"'
    size = 'width="24" height="24" viewBox="0 0 24 24"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} aria-hidden="true">{drawn} fill="{colour}"/></svg>'


def as_address(svg: str) -> str:
    """The drawing as an address that stands for itself, so that nothing is fetched."""
    return f"data:image/svg+xml,{quote(svg)}"


def _points(corners: int, shape: str) -> str:
    """Corners of a regular polygon of radius 11 about (12, 12), the first on top; a square stands on its side."""
    start = -math.pi / 2 + (math.pi / 4 if shape == "square" else 0)
    angles = (start + 2 * math.pi * corner / corners for corner in range(corners))
    return " ".join(f"{12 + 11 * math.cos(angle):.2f},{12 + 11 * math.sin(angle):.2f}" for angle in angles)


def _in_order(held: Counter[str], declared: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each kind that is there with its count: the model's in its order, then the others."""
    known = [kind for kind in declared if kind in held]
    return ((kind, held[kind]) for kind in [*known, *sorted(held.keys() - set(known))])
