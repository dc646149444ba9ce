"""The steps from report to court, worked out by hand: a base at each step, and no step is the share of another."""

from __future__ import annotations

from typing import Any

from held import held, steps

from inquiry_graph.database import Database
from inquiry_graph.patterns import path
from inquiry_graph.patterns.path import steps_of

PATH = steps("Stage", "recording", "charging", "court")


def test_each_step_has_its_own_base() -> None:
    recording: dict[str, Any] = {"stages": ("stage:recording",)}
    charging: dict[str, Any] = {"stages": ("stage:charging",)}
    found = steps_of(
        [
            held(1, **recording),
            held(2, "adequate", case="b", **recording),
            held(3, case="c", covered=False, **recording),
            held(4, "mixed", **charging),
            held(5, "described", case="d", **charging),
            held(6, case="e", case_kind="national", **charging),
        ],
        PATH,
        ("local",),
    )
    assert [each.sentence for each in found] == [
        "1 of 2 examinations of this step found a barrier; 1 more judged it, scope not known",
        "1 of 1 examination of this step found a barrier",
        "no examination of this step is held whose scope is known",
    ]
    assert [each.findings for each in found] == [("finding:1", "finding:2", "finding:3"), ("finding:4",), ()]


def test_on_the_graph(loaded: Database) -> None:
    (charging,) = path.steps(loaded)
    assert (charging.step.name, charging.tally.scope_not_known) == ("Charging", 1)  # Southmere's scope is inferred
