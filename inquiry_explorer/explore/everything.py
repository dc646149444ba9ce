"""What the timeline and the map share: what they show where nothing is on the canvas, and what is saved with them."""

from __future__ import annotations

from inquiry_explorer import session
from inquiry_explorer.explore import desk
from inquiry_explorer.explore.filters import filtered
from inquiry_graph.explore.bearings import told
from inquiry_graph.subgraph import Node, Subgraph

EMPTY = "The canvas is empty, so this is everything that the graph holds and the filter lets through."


def everything() -> Subgraph:
    """All that the graph holds of the kinds that a timeline tells, without its links."""
    return Subgraph(session.kept(told))


def pictured(seen: Subgraph) -> tuple[Node, ...]:
    """The nodes that a picture is about: those seen, or everything that the filter lets through."""
    return seen.nodes if desk.view().shown else filtered(everything(), desk.view()).nodes


def saved_with(*lines: str) -> tuple[str, ...]:
    """The lines below a picture that is saved: these, and which data it was drawn from."""
    load = session.current_load()
    return (*lines, *([f"{load.package} {load.dataset_version}"] if load else []))
