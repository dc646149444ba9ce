"""What a map draws of one theme or practice: each place's state at its point, and each police force's on its tile.

Places and forces stand apart, as everywhere: what local reviews found about exploitation, and what the first
inspections of forces under one programme found about child protection at large. A state is that of everything the
graph holds; what is in view says only where it lies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from inquiry_graph.catalogue import statement
from inquiry_graph.cells import EXPLOITATION, Cell, Tally, Topics, cells
from inquiry_graph.database import Database
from inquiry_graph.explore.bearings import Bearing
from inquiry_graph.explore.tiles import TILES, Tile
from inquiry_graph.neighbourhood import nodes
from inquiry_graph.patterns.headlines import INSPECTED
from inquiry_graph.patterns.observations import main_programme
from inquiry_graph.subgraph import Node


@dataclass(frozen=True, slots=True)
class Placed:
    """A place or a force with its cell. `here` are the ids of what is in view and belongs to it.

    A place has a `point` (degrees north and east) if one is known, a force a `tile` if the grid has one for it.
    """

    node: Node
    cell: Cell
    here: tuple[str, ...]
    point: tuple[float, float] | None = None
    tile: Tile | None = None

    @property
    def base(self) -> str:
        """Of the findings that judge it, how many say failing or mixed; empty where none judges."""
        judged = self.cell.failing + self.cell.mixed + self.cell.adequate
        return f"{self.cell.failing + self.cell.mixed} of {judged}" if judged else ""


@dataclass(frozen=True, slots=True)
class Placing:
    """All places and forces for one topic, by name, with the tally of each."""

    topic: str
    places: tuple[Placed, ...]
    forces: tuple[Placed, ...]

    @property
    def tally_of_places(self) -> Tally:
        """How many places are in each state."""
        return Tally.of(each.cell for each in self.places)

    @property
    def tally_of_forces(self) -> Tally:
        """How many forces are in each state."""
        return Tally.of(each.cell for each in self.forces)


@dataclass(frozen=True, slots=True)
class Held:
    """What the graph holds for the map: the cells of places and of forces, and the nodes that they are of."""

    places: tuple[Cell, ...]
    forces: tuple[Cell, ...]
    nodes: Mapping[str, Node]


def held(database: Database, topics: Topics, subjects: Sequence[str] = EXPLOITATION) -> Held:
    """The cells of places on these subjects, and those of forces, for every theme or every practice."""
    places = cells(database, "place", topics, subjects)
    programme = main_programme(database)
    forces = cells(database, "force", topics, INSPECTED, programme=programme)
    found = nodes(database, dict.fromkeys(cell.unit_id for cell in (*places, *forces)))
    return Held(places, forces, {node.id: node for node in found})


def topics(database: Database) -> tuple[Node, ...]:
    """What a map can be about: the themes, then the practices."""
    return tuple(row["topic"] for row in database.read(statement("_app/topics")))


def placing(found: Held, topic: str, bearings: Mapping[str, Bearing]) -> Placing:
    """The map of one topic; `bearings` are those of what is in view."""
    in_places, in_forces = _here(bearings)
    tiles = {tile.force: tile for tile in TILES}
    places = tuple(
        Placed(node, cell, in_places.get(node.id, ()), point=_point(node))
        for node, cell in _of(found.places, topic, found.nodes)
    )
    forces = tuple(
        Placed(node, cell, in_forces.get(node.id, ()), tile=tiles.get(node.id))
        for node, cell in _of(found.forces, topic, found.nodes)
    )
    return Placing(topic, places, forces)


def _of(listed: Iterable[Cell], topic: str, nodes: Mapping[str, Node]) -> list[tuple[Node, Cell]]:
    return [(nodes[cell.unit_id], cell) for cell in listed if cell.topic_id == topic]


def _here(bearings: Mapping[str, Bearing]) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    places: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    forces: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for identifier, bearing in bearings.items():
        for place in bearing.places:
            places[place.id] += (identifier,)
        for force in bearing.forces:
            forces[force] += (identifier,)
    return dict(places), dict(forces)


def _point(node: Node) -> tuple[float, float] | None:
    north, east = node.properties.get("latitude"), node.properties.get("longitude")
    return (float(north), float(east)) if north is not None and east is not None else None
