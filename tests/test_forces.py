"""Rounds of inspections, force by force, on the small package."""

from __future__ import annotations

from inquiry_graph.cells import Cell
from inquiry_graph.database import Database
from inquiry_graph.patterns.forces import LOCAL, one_force, one_topic, rounds, sentence, varying

PROGRAMME = "programme:example-inspections"
RECORDING = "practice:recording-crime"
SUBJECTS = ("child_protection", "cse", "group_based_cse")


def states(cells: tuple[Cell, ...]) -> dict[tuple[str, str], str]:
    return {(cell.unit_name, cell.topic_id): cell.state for cell in cells if cell.findings}


def test_initial_and_return_visit_stand_side_by_side(loaded: Database) -> None:
    found = rounds(loaded, PROGRAMME, "practice", SUBJECTS)
    assert [(each.value, each.forces) for each in found] == [("initial", 2), ("review", 1), (LOCAL, 3)]
    assert states(one_topic(found, RECORDING)) == {
        ("Northshire Police", "initial"): "failing",
        ("Northshire Police", "review"): "adequate",
        ("Eastshire Police", "initial"): "mixed",
    }


def test_a_force_by_itself_has_what_local_reviews_found_apart(loaded: Database) -> None:
    found = rounds(loaded, PROGRAMME, "practice", SUBJECTS)
    assert states(one_force(found, "agency:northshire-police")) == {
        ("Recording crimes when they are reported", "initial"): "failing",
        ("Recording crimes when they are reported", "review"): "adequate",
        ("Sharing information between agencies", LOCAL): "scope_not_known",
    }


def test_forces_are_compared_only_where_they_were_read_on_the_same_kind_of_page(loaded: Database) -> None:
    (recording,) = varying(loaded, PROGRAMME, "initial", "primary_page", SUBJECTS)
    assert (recording.tally.failing, recording.tally.adequate, recording.tally.mixed) == (1, 1, 0)
    assert recording.differs
    assert recording.findings == ("finding:eastshire-police-2016-1", "finding:northshire-police-2015-1")
    assert sentence((recording,), "primary_page") == (
        "Judged differently: 1 of the 1 practice that were judged in two or more of the 2 forces read on the same "
        "kind of page (primary page)"
    )
    assert varying(loaded, PROGRAMME, "initial", "news_quoting", SUBJECTS) == ()  # one force alone
