"""How two nodes hang together: the shortest ways from one to the other, within bounds of length, number and time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.cells import number
from inquiry_graph.database import Database
from inquiry_graph.neighbourhood import MOST_ROWS
from inquiry_graph.subgraph import Path

MOST_LINKS = 8  # of a way; the statement says it too, since Cypher takes no parameter there
MOST_FOUND = 1_000  # ways that are looked at
MOST_SHOWN = 25

TYPES = tuple(kind.type for kind in model.LINK_KINDS)
_NAMED = tuple(kind.label for kind in model.table_kinds() if kind.label not in model.MUST_CITE)


@dataclass(frozen=True, slots=True)
class Ways:
    """Shortest ways between two nodes, all equally long. `found` is how many there are, MOST_FOUND at most."""

    paths: tuple[Path, ...] = ()
    found: int = 0

    @property
    def length(self) -> int:
        """Links of each of them; 0 if there is none."""
        return len(self.paths[0].links) if self.paths else 0

    def sentence(self, *, every: bool = True) -> str:
        """How many and how long; where `every` one is shown, also what was left out and how to get it."""
        if not self.paths:
            return f"No way of at most {MOST_LINKS} links joins the two along these kinds of link."
        links = number(self.length, "links")
        if self.found == 1:
            return f"One shortest way, of {links}."
        told = f"{self.found:,} shortest ways, of {links} each."
        if self.found == MOST_FOUND:
            told = f"{MOST_FOUND:,} shortest ways or more, of {links} each."
        if every and len(self.paths) < self.found:
            told += f" The first {len(self.paths)} are shown: leave out kinds of link to see others."
        return told


def connect(
    database: Database, start: str, end: str, *, without: Collection[str] = (), limit: int = MOST_SHOWN
) -> Ways:
    """The shortest ways from one node to another, along all types of link but those `without`."""
    if start == end:
        return Ways()
    types = [type_ for type_ in TYPES if type_ not in without]
    given = {"start": start, "end": end, "types": types, "most": MOST_FOUND, "limit": limit}
    (row,) = database.read(statement("_app/connect"), given).rows
    return Ways(tuple(row[1]), row[0])


def ends_to_choose(database: Database) -> dict[str, str]:
    """Nodes that go by a name rather than by a sentence, by id: agencies, places, cases, sources and the like."""
    rows = database.read(statement("_app/named"), {"kinds": list(_NAMED)}, row_limit=MOST_ROWS)
    return dict(rows.rows)
