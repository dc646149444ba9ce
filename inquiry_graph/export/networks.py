"""A subgraph as a networkx graph: the common ground of the formats that other graph tools open."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import networkx

from inquiry_graph import model
from inquiry_graph.errors import ExportError
from inquiry_graph.export.legend import link_properties, link_words, node_properties
from inquiry_graph.export.manifest import LICENCE, caution_of
from inquiry_graph.export.material import Material
from inquiry_graph.schema import Property
from inquiry_graph.subgraph import Link, Node

Graph: TypeAlias = "networkx.MultiDiGraph[str]"  # the class itself takes no type

# Beside what the model declares: how people search and which load wrote it, of no use elsewhere.
_OURS_ALONE = frozenset({model.MARK, "search_text"})
_RESERVED = ("kind", "name")


def network(material: Material) -> Graph:
    """Every node and link under its id, with kind, name or words, and the model's properties.

    The graph itself carries title, dataset version, licence and caution. Raises ExportError if there is no node.
    """
    require_nodes(material)
    graph: Graph = networkx.MultiDiGraph(
        title=material.title,
        dataset_version=material.dataset_version,
        licence=LICENCE,
        caution=caution_of(material),
    )
    graph.add_nodes_from((node.id, node_attributes(node)) for node in material.subgraph.nodes)
    graph.add_edges_from(  # its stubs do not know edges with a key
        (link.start, link.end, link.id, link_attributes(link))  # type: ignore[misc]
        for link in material.subgraph.links
    )
    return graph


def require_nodes(material: Material) -> None:
    """Raise ExportError if there is no node, for a format that holds nothing else."""
    if not material.subgraph:
        raise ExportError(
            f"{material.title!r} holds no node to draw. Return nodes and links (for example RETURN f, r, s), "
            "or export the table as csv."
        )


def node_attributes(node: Node) -> dict[str, Any]:
    """`kind` is the label; a property that is called so too stands under its label's name, as `agency_kind`."""
    declared = _held(node_properties(node.kind), node.properties)
    properties = {
        f"{node.kind.lower()}_{name}" if name in _RESERVED else name: node.properties[name] for name in declared
    }
    return {"kind": node.kind, "name": node.name, **properties}


def link_attributes(link: Link) -> dict[str, Any]:
    """`kind` is the type, `words` how it reads from start to end; the rest is its citation or its qualifier."""
    declared = _held(link_properties(link.kind), link.properties)
    return {"kind": link.kind, "words": link_words(link.kind), **{name: link.properties[name] for name in declared}}


def require_finite(graph: Graph) -> None:
    """Raise ExportError, with the field named, for NaN and infinity: no format of ours can say them."""

    def check(where: str, name: str, value: Any) -> None:
        parts = value if isinstance(value, list | tuple) else [value]
        if any(isinstance(part, float) and not math.isfinite(part) for part in parts):
            raise ExportError(
                f"{name!r} of {where} is {value}, which this format cannot hold. "
                "Mend the value in the data package, or leave that node or link out."
            )

    each_field(graph, check)


def each_field(graph: Graph, visit: Callable[[str, str, Any], None]) -> None:
    """Call `visit` with (where, name, value) for each field of the graph, its nodes and its links."""
    for name, value in graph.graph.items():
        visit("the graph", name, value)
    for identifier, fields in graph.nodes(data=True):
        for name, value in fields.items():
            visit(f"the node {identifier}", name, value)
    for start, end, _, fields in graph.edges(keys=True, data=True):
        for name, value in fields.items():
            visit(f"the link from {start} to {end}", name, value)


def _held(declared: Iterable[Property], held: Mapping[str, Any]) -> list[str]:
    """Names of what is held, in the model's order; for a kind that it does not have, all but ours alone."""
    names = [each.name for each in declared] or sorted(held.keys() - _OURS_ALONE)
    return [name for name in names if held.get(name) is not None]
