"""What the graph holds: its sources, how much of them was read, and what was found on each theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inquiry_graph.catalogue import statement
from inquiry_graph.cells import Tally, cells, tallies
from inquiry_graph.database import Database, GraphCounts, LoadRecord
from inquiry_graph.patterns.forces import THEME as BETWEEN_FORCES
from inquiry_graph.patterns.headlines import INSPECTED
from inquiry_graph.patterns.observations import main_programme
from inquiry_graph.subgraph import Node

MOST_SOURCES = 1_000_000


@dataclass(frozen=True, slots=True)
class SourceHeld:
    """A source with how many records cite it; `published` is None where it is not known."""

    id: str
    name: str
    kind: str
    published: str | None
    extent_read: str
    findings: int
    citations: int


@dataclass(frozen=True, slots=True)
class ThemeHeld:
    """One of the five questions, and what was found on its theme: of what `told` says, by what `noun` names."""

    theme: Node
    tally: Tally
    told: str
    noun: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole in figures. `outcomes` counts findings and `extents` sources, by the values of their closed lists."""

    load: LoadRecord | None
    counts: GraphCounts
    outcomes: dict[str, int]
    extents: dict[str, int]
    themes: tuple[ThemeHeld, ...]


def sources(database: Database) -> tuple[SourceHeld, ...]:
    """Every source, by name."""
    rows = database.read(statement("_app/sources"), row_limit=MOST_SOURCES)
    return tuple(SourceHeld(**row) for row in rows)


def overview(database: Database) -> Overview:
    """What the overview page shows."""
    return Overview(
        load=database.last_load(),
        counts=database.counts(),
        outcomes=dict(database.read(statement("_app/outcomes")).rows),
        extents=dict(database.read(statement("_app/extents_read")).rows),
        themes=tuple(_themes_held(database)),
    )


def _themes_held(database: Database) -> Iterator[ThemeHeld]:
    """Places by theme; the first question is about forces, and asks how each was judged in the same programme."""
    by_theme = tallies(cells(database, "place", "theme"))
    for theme in themes(database):
        if theme.properties["number"] == BETWEEN_FORCES:
            programme = main_programme(database)
            tally = Tally.of(cells(database, "force", "practice", INSPECTED, programme=programme))
            yield ThemeHeld(theme, tally, "First inspections of forces", "pairs of a force and a practice")
        else:
            yield ThemeHeld(theme, by_theme.get(theme.id, Tally()), "Places", "places")


def themes(database: Database) -> tuple[Node, ...]:
    """The themes, in the order of their numbers."""
    return tuple(row["theme"] for row in database.read(statement("_app/themes")))
