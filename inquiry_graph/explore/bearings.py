"""Where nodes belong: their themes, places and police forces, which most of them reach by others.

A timeline takes its lanes from them, and a map its points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inquiry_graph.catalogue import statement
from inquiry_graph.database import Database
from inquiry_graph.neighbourhood import MOST_ROWS, nodes
from inquiry_graph.subgraph import Node

TOLD = ("Finding", "Source", "Recommendation", "Progress", "Event")  # kinds that a timeline tells by themselves


@dataclass(frozen=True, slots=True)
class Bearing:
    """Where one node belongs. `made` is when the source of a recommendation was published, if known."""

    themes: tuple[Node, ...] = ()
    places: tuple[Node, ...] = ()
    forces: tuple[str, ...] = ()  # ids
    made: str | None = None


NOWHERE = Bearing()


def bearings(database: Database, ids: Iterable[str]) -> dict[str, Bearing]:
    """Where each of these nodes belongs, by its id; nodes that the graph does not hold are left out."""
    rows = list(database.read(statement("_app/bearings"), {"ids": list(dict.fromkeys(ids))}, row_limit=MOST_ROWS))
    wanted = dict.fromkeys(each for row in rows for each in (*row["themes"], *row["places"]))
    known = {node.id: node for node in nodes(database, wanted)}
    return {
        row["id"]: Bearing(
            _named(row["themes"], known), _named(row["places"], known), tuple(row["forces"]), row["made"]
        )
        for row in rows
    }


def told(database: Database) -> tuple[Node, ...]:
    """All nodes of the kinds that a timeline tells."""
    rows = database.read(statement("_app/dated"), {"kinds": list(TOLD)}, row_limit=MOST_ROWS)
    return tuple(row["node"] for row in rows)


def _named(ids: Iterable[str], known: Mapping[str, Node]) -> tuple[Node, ...]:
    """These nodes, themes by their number and places by their name."""
    found = [known[each] for each in ids if each in known]
    return tuple(sorted(found, key=lambda node: (node.properties.get("number", 0), node.name, node.id)))
