"""Places and agencies side by side, on the small package."""

from __future__ import annotations

import pytest

from inquiry_graph.database import Database
from inquiry_graph.errors import ParameterError
from inquiry_graph.patterns.comparing import compare, side_by_side

PAIR = ("location:harrowmere", "location:millbridge")


def test_shared_and_differing_findings(loaded: Database) -> None:
    found = side_by_side(compare(loaded, (*PAIR, "agency:northshire-council"), "theme"))
    assert {(each.topic_id, each.verdict): [cell.state for cell in each.cells] for each in found} == {
        ("theme:communication", "differing"): ["failing", "mixed", "failing"],
        ("theme:victim-support", "alone"): ["mixed", "not_examined", "not_examined"],
    }


def test_chronology_recommendations_and_replies(loaded: Database) -> None:
    harrowmere, council = compare(loaded, ("location:harrowmere", "agency:harrowmere-council"))
    assert [(each.date, each.kind) for each in harrowmere.chronology] == [
        ("2004", "Case"),
        ("2015-02-04", "Event"),
        ("2015-02-04", "Source"),
    ]
    for each in (harrowmere, council):
        assert [(asked.id, asked.status) for asked in each.recommendations] == [("recommendation:harrowmere-3", None)]
        assert [reply.bodies for reply in each.replies] == [("Harrowmere Council",)]
        assert (each.sought, each.sources) == (1, 2)  # in the inquiry a reply was looked for, not in the newspaper


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        (PAIR[:1], "1 were chosen"),
        ((PAIR[0], PAIR[0]), "2 were chosen"),
        ((PAIR[0], "location:nowhere"), "'location:nowhere' cannot be compared"),
    ],
)
def test_what_cannot_be_compared_is_said(loaded: Database, ids: tuple[str, ...], told: str) -> None:
    with pytest.raises(ParameterError, match=told):
        compare(loaded, ids)
