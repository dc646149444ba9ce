"""From the driver's values to plain ones: text, numbers, lists, maps, and our own Node, Link and Path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from neo4j import graph, spatial, time

from inquiry_graph import model
from inquiry_graph.subgraph import Link, Node, Path

_TIMES = (time.Date, time.DateTime, time.Time, time.Duration)


def plain(value: Any) -> Any:
    """The value without any object of the driver; the engine's own ids are dropped."""
    if isinstance(value, graph.Node):
        return _node(value)
    if isinstance(value, graph.Relationship):
        return _link(value)
    if isinstance(value, graph.Path):
        return Path(tuple(map(_node, value.nodes)), tuple(map(_link, value.relationships)))
    if isinstance(value, _TIMES):
        return value.iso_format()
    if isinstance(value, spatial.Point):
        return {"srid": value.srid, "coordinates": list(value)}
    if isinstance(value, bytes | bytearray):
        return value.hex()
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value


def _node(found: graph.Node) -> Node:
    properties = {key: plain(value) for key, value in found.items()}
    identifier = str(properties.pop("id", ""))
    kind = model.kind_of_id(identifier)
    label = kind.label if kind else next(iter(sorted(found.labels)), "")
    return Node(identifier, label, str(properties.pop("name", identifier)), properties)


def _link(found: graph.Relationship) -> Link:
    """The driver does not fill in the ends of a link that is returned alone; our id names them."""
    properties = {key: plain(value) for key, value in found.items()}
    identifier = str(properties.pop("id", ""))
    start, end = model.ends_of_link_id(identifier)
    return Link(identifier, found.type, start, end, properties)
