"""Which dossiers there are, kind by kind."""

from __future__ import annotations

from dataclasses import dataclass

from inquiry_graph.catalogue import statement
from inquiry_graph.cells import MOST_CELLS
from inquiry_graph.database import Database
from inquiry_graph.subgraph import Node


@dataclass(frozen=True, slots=True)
class Entry:
    """A dossier by its subject, with its findings and, of a recommendation, statements of its status."""

    subject: Node
    findings: int
    stated: int


def entries(database: Database, label: str) -> tuple[Entry, ...]:
    """The dossiers of a kind, by name. Sources have a list of their own, `holdings.sources`."""
    rows = database.read(statement("_library/dossiers"), {"label": label}, row_limit=MOST_CELLS)
    return tuple(Entry(row["subject"], row["findings"], row["stated"]) for row in rows)
