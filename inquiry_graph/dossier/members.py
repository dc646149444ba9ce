"""What a dossier rests on: the findings, cases, sources and recommendations that belong to its subject, by ids.

Each kind of dossier has its own statement for that, and all sections follow from these four lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inquiry_graph.catalogue import statement
from inquiry_graph.cells import MOST_CELLS
from inquiry_graph.database import Database
from inquiry_graph.subgraph import Node

STATEMENTS: Mapping[str, str] = {
    "Case": "_library/dossier_of_case",
    "Agency": "_library/dossier_of_agency",
    "Location": "_library/dossier_of_place",
    "Source": "_library/dossier_of_source",
    "Practice": "_library/dossier_of_practice",
    "Recommendation": "_library/dossier_of_recommendation",
}


@dataclass(frozen=True, slots=True)
class Members:
    """Ids, each once and in the order of the alphabet."""

    findings: tuple[str, ...]
    cases: tuple[str, ...]
    sources: tuple[str, ...]
    recommendations: tuple[str, ...]


def members(database: Database, subject: Node) -> Members:
    """What the dossier of that node rests on."""
    (row,) = database.read(statement(STATEMENTS[subject.kind]), {"id": subject.id}, row_limit=MOST_CELLS)
    return Members(**{name: tuple(sorted(set(ids))) for name, ids in row.items()})
