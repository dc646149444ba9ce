"""What a map draws: states at points and on tiles, their base, and where what is in view lies."""

from __future__ import annotations

from collections import Counter

import pytest

from inquiry_graph.cells import Cell
from inquiry_graph.database import Database
from inquiry_graph.explore.bearings import Bearing, bearings
from inquiry_graph.explore.placing import Held, Placed, held, placing, topics
from inquiry_graph.explore.tiles import TILES
from inquiry_graph.subgraph import Node

TOWN = Node("location:town", "Location", "Town", {"latitude": 53.5, "longitude": -1.25})
AREA = Node("location:area", "Location", "Area")
FORCE = Node("agency:kent-police", "Agency", "Kent Police", {"kind": "police_force"})


def cell(unit: Node, topic: str = "theme:a", failing: int = 0, mixed: int = 0, adequate: int = 0) -> Cell:
    judged = failing + mixed + adequate
    findings = tuple(f"finding:{number}" for number in range(judged))
    return Cell(unit.id, unit.name, topic, topic, failing, mixed, adequate, True, True, findings)


def test_a_place_has_its_point_its_base_and_what_is_in_view_there() -> None:
    found = Held((cell(TOWN, failing=2, mixed=1, adequate=1), cell(TOWN, "theme:b"), cell(AREA)), (), nodes(TOWN, AREA))
    view = {"finding:x": Bearing(places=(TOWN,)), "finding:y": Bearing()}
    places = placing(found, "theme:a", view).places
    assert [(each.node, each.point, each.base, each.here) for each in places] == [
        (TOWN, (53.5, -1.25), "3 of 4", ("finding:x",)),
        (AREA, None, "", ()),
    ]


def test_a_force_stands_on_its_tile_and_one_that_the_grid_lacks_on_none() -> None:
    other = Node("agency:other-police", "Agency", "Other Police")
    found = Held((), (cell(FORCE, adequate=1), cell(other)), nodes(FORCE, other))
    forces = placing(found, "theme:a", {"finding:x": Bearing(forces=(FORCE.id,))}).forces
    assert [(each.tile.short if each.tile else "", each.here) for each in forces] == [
        ("Kent", ("finding:x",)),
        ("", ()),
    ]


def test_places_and_forces_are_counted_apart() -> None:
    found = placing(Held((cell(TOWN, failing=1),), (cell(FORCE, adequate=1),), nodes(TOWN, FORCE)), "theme:a", {})
    assert (found.tally_of_places.failing, found.tally_of_forces.adequate) == (1, 1)
    assert found.tally_of_places.examined == found.tally_of_forces.examined == 1


def test_no_two_forces_share_a_tile_or_a_name() -> None:
    assert len(TILES) == 45
    assert Counter((tile.column, tile.row) for tile in TILES).most_common(1)[0][1] == 1
    assert len({tile.short for tile in TILES}) == len({tile.force for tile in TILES}) == len(TILES)


@pytest.mark.parametrize("level", ["theme", "practice"])
def test_the_graph_gives_every_place_and_force_a_cell_of_each_topic(loaded: Database, level: str) -> None:
    found = held(loaded, level)  # type: ignore[arg-type]
    of_kind = [topic for topic in topics(loaded) if topic.kind.lower() == level]
    where = bearings(loaded, ["finding:millbridge-1"])
    for topic in of_kind:
        drawn = placing(found, topic.id, where)
        assert {"location:millbridge", "location:northshire"} <= ids(drawn.places)
        assert "agency:northshire-police" in ids(drawn.forces)
        assert {each.node.id for each in drawn.places if each.here} == {"location:millbridge"}


def test_themes_come_before_practices(loaded: Database) -> None:
    kinds = [topic.kind for topic in topics(loaded)]
    assert kinds == sorted(kinds, reverse=True)
    assert set(kinds) == {"Theme", "Practice"}


def nodes(*listed: Node) -> dict[str, Node]:
    return {node.id: node for node in listed}


def ids(listed: tuple[Placed, ...]) -> set[str]:
    return {each.node.id for each in listed}
