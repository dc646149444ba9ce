"""Exchanges by hand: which findings are on one, which ends are named, and when a network may be drawn."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import pytest
from held import COUNCIL, HEALTH, POLICE, held, steps

from inquiry_graph.cells import Tally, tallies
from inquiry_graph.database import Database
from inquiry_graph.patterns.exchanges import exchanges, exchanges_of, network

PATH = steps("Stage", "recognising", "referring", "sharing")
SENT: dict[str, Any] = {"senders": (POLICE,), "receivers": (COUNCIL, HEALTH)}


def test_ends_are_counted_by_what_the_sentence_names() -> None:
    found = exchanges_of(
        [
            held(1, **SENT),
            held(2, about=(POLICE,)),
            held(3),
            held(4, theme=4, stages=("stage:sharing",)),
            held(5, theme=4, stages=("stage:recognising",)),  # to recognise needs no second body
        ],
        PATH,
    )
    assert [(each.sender[1], each.receiver[1]) for each in found.both_ends] == [
        ("Police", "Council"),
        ("Police", "Health trust"),
    ]
    assert found.sentence == (
        "Both ends of the exchange are named in 1 of the 4 findings on exchanges (1 source); one body in 1, "
        "and none in 2"
    )


def test_an_examination_counts_once_for_each_step_and_kind_of_agency() -> None:
    at_sharing: dict[str, Any] = {"stages": ("stage:sharing",), "about": (POLICE,)}
    found = exchanges_of(
        [
            held(1, "failing", **at_sharing),
            held(2, "adequate", **at_sharing),
            held(3, "failing", case="b", covered=False, **at_sharing),
            held(4, "described", case="c", **at_sharing),
            held(5, "failing", case="d", about=(COUNCIL,)),
        ],
        PATH,
    )
    by_step = {step.name: tallies(cells, attrgetter("group")) for step, cells in found.steps}
    assert by_step["Sharing"] == {"police_force": Tally(mixed=1, conflicting=1, scope_not_known=1)}
    assert by_step["Step not named"] == {"local_authority": Tally(failing=1)}
    assert by_step["Referring"] == {}


@pytest.mark.parametrize(("exchanged", "sources", "drawn"), [(40, 10, True), (39, 10, False), (40, 9, False)])
def test_a_network_is_drawn_from_40_exchanges_of_10_sources_on(exchanged: int, sources: int, drawn: bool) -> None:
    found = exchanges_of([held(each, sources=(f"source:{each % sources}",), **SENT) for each in range(exchanged)], PATH)
    assert found.drawable is drawn
    assert {(link.start, link.end) for link in network(found).links} == {
        (POLICE[0], COUNCIL[0]),
        (POLICE[0], HEALTH[0]),
    }


def test_on_the_graph(loaded: Database) -> None:
    found = exchanges(loaded)
    assert [(each.sender[1], each.receiver[1]) for each in found.both_ends if "harrowmere" in each.finding.id] == [
        ("Harrowmere Council", "Example Health Trust")
    ]
