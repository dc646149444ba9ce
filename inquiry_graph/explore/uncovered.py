"""What would change a picture: of its places and practices, the pairs that nobody examined or read a finding for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inquiry_graph.catalogue import FIXED, statement
from inquiry_graph.cells import LEVELS, MOST_CELLS, Cell, cells
from inquiry_graph.database import Database
from inquiry_graph.patterns.gaps import Gaps, found_in


@dataclass(frozen=True, slots=True)
class Uncovered:
    """The gaps of a picture. Without a place of its own it is asked of all places, and likewise of practices."""

    gaps: Gaps
    cells: tuple[Cell, ...]
    all_places: bool
    all_practices: bool

    def sentence(self) -> str:
        """How much of it was looked at, and which report could change most."""
        of = {
            (False, False): "the places and practices of this picture",
            (True, False): "the practices of this picture in all places",
            (False, True): "the places of this picture and all practices",
            (True, True): "all places and practices, since this picture names none",
        }[self.all_places, self.all_practices]
        return f"Findings on exploitation, {of}. {self.gaps.sentence('practice')}. {self.gaps.next_reading()}."

    def in_state(self, state: str) -> dict[str, tuple[Cell, ...]]:
        """The cells in that state by the name of their practice, those with most of them first."""
        found: dict[str, list[Cell]] = {}
        for cell in self.cells:
            if cell.state == state:
                found.setdefault(cell.topic_name, []).append(cell)
        return {name: tuple(of) for name, of in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))}


def would_change(database: Database, ids: Iterable[str]) -> Uncovered:
    """The gaps around these nodes. A place that holds another place of the count is left out, as in every count."""
    held = list(database.read(statement("_app/places_and_practices"), {"ids": list(ids)}, row_limit=MOST_CELLS))
    counted = [cell for cell in cells(database, "place", "practice") if cell.counted]
    places = {row["id"] for row in held if row["is_place"]} & {cell.unit_id for cell in counted}
    practices = {row["id"] for row in held if not row["is_place"]}
    of_picture = [
        cell
        for cell in counted
        if (not places or cell.unit_id in places) and (not practices or cell.topic_id in practices)
    ]
    return _uncovered(database, of_picture, all_places=not places, all_practices=not practices)


def _uncovered(database: Database, held: Sequence[Cell], *, all_places: bool, all_practices: bool) -> Uncovered:
    given = {
        "bases": list(FIXED["bases"]),
        "case_kinds": list(FIXED["case_kinds"]),
        "level": LEVELS["practice"],
    }
    unread = database.read(statement("_library/unread_of_sources"), given, row_limit=MOST_CELLS)
    return Uncovered(found_in(held, {}, list(unread)), tuple(held), all_places, all_practices)
