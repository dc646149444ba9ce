"""Signs and how they were read, worked out by hand."""

from __future__ import annotations

from typing import Any

from held import COUNCIL, POLICE, held, steps

from inquiry_graph.database import Database
from inquiry_graph.patterns.signs import examinations, signs, signs_of

CODEBOOK = steps("Sign", "missing", "gifts")


def test_an_examination_counts_once_for_each_sign_reading_and_kind() -> None:
    missed: dict[str, Any] = {"theme": 4, "signs": (("sign:missing", "missed"),)}
    found = signs_of(
        [
            held(1, about=(POLICE, COUNCIL), **missed),
            held(2, about=(POLICE,), **missed),
            held(3, case="b", **missed),
            held(4, "described", case="c", theme=4, signs=(("sign:missing", "blamed"),), about=(COUNCIL,)),
            held(5, theme=4),
        ],
        CODEBOOK,
    )
    assert examinations(found.at(sign="sign:missing", reading="missed")) == 2
    assert examinations(found.at(kind="police_force")) == 1
    assert {each.case_id for each in found.at(kind="local_authority", reading="blamed")} == {"case:c"}
    assert {each.finding for each in found.at(kind="")} == {"finding:3"}
    assert found.sentence == (
        "A sign is named in 4 of the 5 findings on vulnerability: 1 of the 2 signs in the codebook, in 3 examinations"
    )


def test_on_the_graph(loaded: Database) -> None:
    found = signs(loaded)
    assert {(each.sign, each.reading, each.kind) for each in found.readings} == {
        ("sign:missing-from-home", "blamed", "police_force"),
        ("sign:in-care", "recognised", "police_force"),
    }
