"""What the loader works out from a row: its name, its search text, a date's precision, a citation's weight."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from graph_loader.records import LinkRecord, NodeRecord
from inquiry_graph import model
from inquiry_graph.schema import HeldBy, NodeKind

_LONGEST_NAME = 90  # characters: what fits beside a node or in a table's cell
_PRECISION_BY_LENGTH = {4: "year", 7: "month", 10: "day"}


def node_properties(node: NodeRecord) -> dict[str, Any]:
    """All that a node records, the mark left out."""
    found = {"id": node.id, **node.properties}
    if node.kind.named_by:
        text = str(found.get(node.kind.named_by, ""))
        found["name"] = shorten(text, _LONGEST_NAME, placeholder=" …") or text[:_LONGEST_NAME]
    if _declares(node.kind, "precision") and "date" in found:
        found["precision"] = _PRECISION_BY_LENGTH[len(found["date"])]
    found["search_text"] = _search_text(node.kind, found)
    return found


def link_properties(link: LinkRecord, source_kinds: Mapping[str, str]) -> dict[str, Any]:
    """All that a link records, the mark left out. `source_kinds` gives the kind of each source by its id."""
    found = {"id": link.id, **link.properties}
    if link.kind.held_by is HeldBy.CITATIONS:
        found["weight"] = citation_weight(source_kinds[link.end], str(found["seen_in"]))
    return found


def citation_weight(source_kind: str, seen_in: str) -> float:
    """Weight of the kind of source times weight of where it was seen, from 0 to 1; the scales stand in the model."""
    kind = model.node_kind("Source").property("kind").term(source_kind)
    seen = next(declared for declared in model.CITATION if declared.name == "seen_in").term(seen_in)
    return round((kind.weight or 0) * (seen.weight or 0), 3)


def extra_labels(node: NodeRecord) -> tuple[str, ...]:
    """The label for a documented failure, where the node is one."""
    return (model.FAILURE,) if node.properties.get("outcome") in model.FAILURE_OUTCOMES else ()


def _declares(kind: NodeKind, name: str) -> bool:
    return any(declared.name == name for declared in kind.properties)


def _search_text(kind: NodeKind, found: Mapping[str, Any]) -> str:
    searched = ["name", *(declared.name for declared in kind.properties if declared.searched)]
    if kind.named_by:
        searched.remove("name")  # it is the beginning of a text that is searched whole
    return "\n".join(str(found[name]) for name in searched if name in found)
