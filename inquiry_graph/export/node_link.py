"""Node-link JSON, as networkx writes and reads it and most drawing libraries in a browser take it."""

from __future__ import annotations

import json
from datetime import datetime

import networkx

from inquiry_graph.export.material import Material
from inquiry_graph.export.networks import network, require_finite


def write(material: Material, created: datetime) -> bytes:  # noqa: ARG001 - as every format is written
    """The subgraph for `networkx.node_link_graph(json.load(file))`. Raises ExportError for NaN and infinity."""
    graph = network(material)
    require_finite(graph)
    graph.graph["truncated"] = material.rows.truncated
    data = networkx.node_link_data(graph, edges="edges")
    return (json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()
