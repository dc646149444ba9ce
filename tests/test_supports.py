"""Support by kind, time and place, worked out by hand."""

from __future__ import annotations

from held import held, steps

from inquiry_graph.database import Database
from inquiry_graph.patterns.supports import supports, supports_of

KINDS = steps("Support", "therapy", "housing")


def test_places_stand_under_each_kind_and_time_that_a_finding_names() -> None:
    found = supports_of(
        [
            held(1, theme=3, supports=(("support:therapy", "after"), ("support:housing", "during"))),
            held(2, "adequate", theme=3, supports=(("support:therapy", "after"),)),
            held(3, theme=3, case="b", supports=(("support:therapy", "not_stated"),), covered=False),
            held(4, theme=3, places=(), case_kind="national", supports=(("support:housing", "after"),)),
            held(5, theme=3),
            held(6, "described", theme=3),
            held(7, theme=2),
        ],
        KINDS,
    )
    states = {(cell.unit_name, cell.topic_name, cell.group): cell.state for cell in found.cells}
    assert states == {
        ("A", "Therapy", "after"): "mixed",
        ("A", "Housing", "during"): "failing",
        ("B", "Therapy", "not_stated"): "scope_not_known",
    }
    assert found.beyond == {("support:housing", "after"): ("finding:4",)}
    assert [each.id for each in found.unnamed] == ["finding:5"]
    assert found.sentence == (
        "A kind of support is named in 4 of the 5 findings on support, in 2 places; whether it was due before, during "
        "or after an investigation is said in 3"
    )


def test_on_the_graph(loaded: Database) -> None:
    found = supports(loaded)
    assert {(cell.unit_name, cell.topic_name, cell.group) for cell in found.cells} == {
        ("Harrowmere", "Therapy", "after"),
        ("Harrowmere", "Being kept informed", "during"),
    }
