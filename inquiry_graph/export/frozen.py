"""A frozen view: what was on screen and how, by which Cypher, of which data, with a mark of every node and link.

By the marks a later graph says whether it still gives the same picture; `inquiry_graph.frozen` reads them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.metadata import version
from typing import Any

from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.export.bibliography import reference_texts
from inquiry_graph.export.manifest import LICENCE, caution_of, dataset_of
from inquiry_graph.export.material import Material, plain
from inquiry_graph.subgraph import Link, Node

FORMAT, VERSION = "inquiry-graph view", 1
ENDING = ".view.json"
_MARK = 16  # characters of a hash, enough to tell one state of a node from another


def write(material: Material, created: datetime) -> bytes:
    """The view as a file that says by its own hash whether somebody changed it."""
    drawn, load = material.subgraph, material.load
    described: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "title": material.title,
        "created": created.isoformat(timespec="seconds"),
        "dataset": dataset_of(load),
        "inquiry_graph": version("inquiry-graph"),
        "neo4j": {"version": material.facts.version, "edition": material.facts.edition},
        "question": material.question,
        "statement": statement("_app/picture"),
        "parameters": {"ids": [node.id for node in drawn.nodes]},
        "view": plain(material.view),
        "counts": {"nodes": len(drawn.nodes), "links": len(drawn.links)},
        "content": content_hash((*drawn.nodes, *drawn.links)),
        "nodes": {node.id: [node.name, mark(node)] for node in drawn.nodes},
        "links": {link.id: mark(link) for link in drawn.links},
        "citations": list(reference_texts(drawn | material.cited)),
        "licence": LICENCE,
        "caution": caution_of(material),
    }
    described["sha256"] = own_hash(described)
    return (json.dumps(described, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def mark(item: Node | Link) -> str:
    """A short hash of all that the graph says of a node or a link, whichever load wrote it."""
    return hashlib.sha256(_canonical(_without_load(item))).hexdigest()[:_MARK]


def content_hash(items: Iterable[Node | Link]) -> str:
    """One hash over nodes and links, in whichever order they come."""
    return hashlib.sha256(_canonical(sorted((item.id, mark(item)) for item in items))).hexdigest()


def own_hash(described: Mapping[str, Any]) -> str:
    """The hash of a frozen view over all of it but the hash itself."""
    return hashlib.sha256(_canonical({name: part for name, part in described.items() if name != "sha256"})).hexdigest()


def _without_load(item: Node | Link) -> Any:
    told = plain(item)
    return told | {"properties": {name: part for name, part in told["properties"].items() if name != model.MARK}}


def _canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
