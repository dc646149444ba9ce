"""GraphML for Gephi, yEd, igraph and networkx: valid XML, or refused with the field named."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import networkx

from inquiry_graph.errors import ExportError
from inquiry_graph.export.material import Material, as_text
from inquiry_graph.export.networks import Graph, each_field, network, require_finite

# What XML 1.0 has no way to write, not even escaped.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(material: Material, created: datetime) -> bytes:  # noqa: ARG001 - as every format is written
    """The subgraph as GraphML. Raises ExportError for control characters, NaN and infinity."""
    graph = network(material)
    require_finite(graph)
    each_field(graph, _require_writable)
    xml = io.BytesIO()
    networkx.write_graphml_xml(_flat(graph), xml, prettyprint=True)
    return xml.getvalue()


def _require_writable(where: str, name: str, value: Any) -> None:
    found = _NO_XML.search(as_text(value))
    if found:
        raise ExportError(
            f"{name!r} of {where} holds the character U+{ord(found.group()):04X}, which XML cannot hold. "
            "Take it out of the data package, or export as json."
        )


def _flat(graph: Graph) -> Graph:
    """The same with one simple type for each field, and short numbers for the links' XML ids.

    GraphML has no lists: they become text. An id of ours holds spaces and bars, which an XML id must not, so it
    stands in the field `link_id`.
    """
    typed = _numeric_names(fields for _, fields in graph.nodes(data=True))
    flat: Graph = networkx.MultiDiGraph(**graph.graph)
    flat.add_nodes_from((identifier, _fields(fields, typed)) for identifier, fields in graph.nodes(data=True))
    typed = _numeric_names(fields for *_, fields in graph.edges(keys=True, data=True))
    flat.add_edges_from(  # its stubs do not know edges with a key
        (start, end, f"l{number}", {"link_id": key, **_fields(fields, typed)})  # type: ignore[misc]
        for number, (start, end, key, fields) in enumerate(graph.edges(keys=True, data=True))
    )
    return flat


def _fields(fields: Mapping[str, Any], typed: frozenset[str]) -> dict[str, Any]:
    return {name: value if name in typed else as_text(value) for name, value in fields.items()}


def _numeric_names(all_fields: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Names of fields that are numbers, or truth values, wherever they stand: the others are written as text."""
    types = defaultdict(set)
    for fields in all_fields:
        for name, value in fields.items():
            types[name].add(type(value))
    return frozenset(name for name, held in types.items() if held in ({int}, {float}, {bool}))
