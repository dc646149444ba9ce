from __future__ import annotations

from dataclasses import replace

import materials
import pytest

from inquiry_explorer.arranging import arranged, beside_picture
from inquiry_explorer.canvas import Mark
from inquiry_graph.database import Database
from inquiry_graph.neighbourhood import among
from inquiry_graph.subgraph import Link, Node, Subgraph

PLACE = Node("location:a", "Location", "Anytown", {"latitude": 53.0, "longitude": -2.0})
CASE = Node("case:a", "Case", "Anytown 2001 to 2010", {"from_year": 2001})
PRACTICE = Node("practice:a", "Practice", "Sharing")
OTHER = Node("theme:1", "Theme", "Inconsistencies", {"number": 1})
DATED = replace(materials.SOURCE, properties={"published": "2015-03"})
LOCATED = Link("l1", "LOCATED_IN", "case:a", "location:a")
IN_CASE = Link("l2", "IN_CASE", "finding:a", "case:a")
OF_PRACTICE = Link("l3", "OF_PRACTICE", "finding:a", "practice:a")
PART_OF_THEME = Link("l4", "PART_OF_THEME", "practice:a", "theme:2")


def test_a_finding_stands_in_the_column_of_its_practices_theme() -> None:
    picture = Subgraph.of((materials.FINDING, PRACTICE, materials.THEME, OTHER), (OF_PRACTICE, PART_OF_THEME))
    found = arranged(picture, "themes")
    assert found.anchors == {"theme:1": (0, 0), "theme:2": (1, 0), "practice:a": (1, 0), "finding:a": (1, 0)}
    assert found.marks == (Mark(0, "1. Inconsistencies"), Mark(1, "2. Communication"))


def test_what_touches_several_themes_or_none_has_a_column_of_its_own() -> None:
    links = (Link("a", "ABOUT", "case:a", "theme:1"), Link("b", "ABOUT", "case:a", "theme:2"))
    found = arranged(Subgraph.of((materials.THEME, OTHER, CASE, PLACE), links), "themes")
    assert (found.anchors["case:a"], found.anchors["location:a"]) == ((2, 0), (3, 0))
    assert [mark.words for mark in found.marks][2:] == ["Several themes", "No theme"]


def test_what_is_beside_the_picture_tells_without_being_drawn() -> None:
    beside = Subgraph.of((materials.FINDING, PRACTICE, materials.THEME), (OF_PRACTICE, PART_OF_THEME))
    found = arranged(Subgraph((materials.FINDING,)), "themes", beside)
    assert found.anchors == {"finding:a": (0, 0)}
    assert found.marks == (Mark(0, "2. Communication"),)


def test_a_record_has_its_own_year_or_that_of_its_source_and_an_agency_none() -> None:
    undated = replace(materials.FINDING, properties={})
    picture = Subgraph.of((undated, DATED, CASE, materials.AGENCY), (materials.CITATION, materials.ABOUT))
    found = arranged(picture, "years")
    assert found.anchors == {"finding:a": (2015, 0), "source:a": (2015, 0), "case:a": (2001, 0)}
    assert [mark.words for mark in found.marks][::7] == ["2001", "2008", "2015"]


def test_places_lie_where_they_are_and_records_in_the_middle_of_theirs() -> None:
    north = replace(PLACE, id="location:b", properties={"latitude": 55.0, "longitude": -2.0})
    both = Link("l5", "LOCATED_IN", "case:a", "location:b")
    picture = Subgraph.of((PLACE, north, CASE, materials.FINDING, materials.THEME), (LOCATED, both, IN_CASE))
    anchors = arranged(picture, "places").anchors
    assert anchors["case:a"] == anchors["finding:a"] == pytest.approx((-1.2, 54.0))
    assert "theme:2" not in anchors


def test_kinds_stand_in_the_models_order_and_the_free_layout_needs_no_anchor() -> None:
    picture = Subgraph((CASE, materials.THEME))
    assert arranged(picture, "layered").anchors == {"theme:2": (0, 0), "case:a": (1, 0)}
    assert arranged(picture, "force").anchors == {}


def test_the_graph_tells_themes_places_and_years_of_a_finding_that_is_drawn_alone(loaded: Database) -> None:
    picture, beside = among(loaded, ["finding:millbridge-1"]), beside_picture(loaded, ["finding:millbridge-1"])
    for layout in ("themes", "places", "years"):
        assert "finding:millbridge-1" in arranged(picture, layout, beside).anchors, layout
