"""The five states and the one outside them: worked out by hand on the small package, and for any cells at all."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader import load_package
from inquiry_graph.answers import ask
from inquiry_graph.catalogue import question
from inquiry_graph.cells import Cell, Tally, cells, tallies
from inquiry_graph.database import Database

PROGRAMME = "programme:example-inspections"
FEW = st.integers(0, 3)


def cell(
    failing: int = 0, mixed: int = 0, adequate: int = 0, *, examined: bool = True, counted: bool = True, unit: str = "u"
) -> Cell:
    return Cell(unit, unit, "t", "t", failing, mixed, adequate, examined, counted, ())


ANY_CELL = st.builds(cell, FEW, FEW, FEW, examined=st.booleans(), counted=st.booleans(), unit=st.text("abc"))


def states(found: Iterable[Cell], topic: str) -> dict[str, str]:
    return {each.unit_id.partition(":")[2]: each.state for each in found if each.topic_id == topic}


def test_places_by_practice(loaded: Database) -> None:
    found = cells(loaded, "place", "practice")
    assert states(found, "practice:sharing-information") == {
        "millbridge": "scope_not_known",  # the review's scope names the theme alone
        "northshire": "scope_not_known",
        "easthaven": "not_examined",
        "harrowmere": "failing",
        "southmere": "not_examined",  # a scope that names the case says nothing of a practice
        "westport": "no_finding_read",  # the only finding describes
    }
    assert states(found, "practice:recognising-signs") == {
        "millbridge": "not_examined",  # its finding is about child protection at large
        "northshire": "not_examined",
        "easthaven": "failing",
        "harrowmere": "not_examined",
        "southmere": "not_examined",
        "westport": "not_examined",
    }
    assert states(found, "practice:early-advice")["southmere"] == "scope_not_known"  # an inferred scope does not count


def test_places_by_theme(loaded: Database) -> None:
    found = cells(loaded, "place", "theme")
    assert states(found, "theme:communication") == {
        "millbridge": "mixed",
        "northshire": "failing",
        "easthaven": "adequate",
        "harrowmere": "failing",
        "southmere": "not_examined",
        "westport": "no_finding_read",  # a scope that names a practice covers its theme
    }
    (conflicting,) = [each.unit_name for each in found if each.conflicting]
    assert conflicting == "Millbridge"


def test_a_place_is_not_counted_beside_a_place_within_it(loaded: Database) -> None:
    found = cells(loaded, "place", "theme")
    assert {each.unit_name for each in found if not each.counted} == {"Northshire"}
    assert tallies(found)["theme:communication"] == Tally(
        failing=1, mixed=1, conflicting=1, adequate=1, no_finding_read=1, not_examined=1, wider_places=1
    )


def test_child_protection_at_large_is_counted_apart(loaded: Database) -> None:
    found = cells(loaded, "place", "practice", ["child_protection"])
    assert states(found, "practice:recognising-signs")["millbridge"] == "scope_not_known"
    assert not any(each.findings for each in found if each.topic_id == "practice:sharing-information")


def test_forces_within_one_round_of_one_programme(loaded: Database) -> None:
    found = cells(loaded, "force", "practice", ["child_protection"], programme=PROGRAMME)
    assert states(found, "practice:recording-crime") == {
        "northshire-police": "failing",
        "eastshire-police": "mixed",
        "westshire-police": "no_finding_read",
        "southshire-police": "not_examined",
    }  # the constabulary that was succeeded is no force of its own
    again = cells(loaded, "force", "practice", ["child_protection"], programme=PROGRAMME, round="review")
    assert states(again, "practice:recording-crime") == {
        "northshire-police": "adequate",
        "eastshire-police": "not_examined",
        "westshire-police": "not_examined",
        "southshire-police": "not_examined",
    }


def test_a_force_read_on_other_pages_stands_beside_the_others(empty: Database, small_copy: Path) -> None:
    path = small_copy / "citations.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    elsewhere = [row.replace("primary_page", "copy") if "eastshire-police-2016-1" in row else row for row in rows]
    path.write_text("\n".join([*elsewhere, ""]), encoding="utf-8")
    load_package(small_copy, empty)
    found = cells(empty, "force", "practice", ["child_protection"], programme=PROGRAMME)
    assert {each.unit_name for each in found if not each.counted} == {"Eastshire Police"}
    assert states(found, "practice:recording-crime")["eastshire-police"] == "mixed"
    tally = tallies(found)["practice:recording-crime"]
    assert tally == Tally(failing=1, no_finding_read=1, not_examined=1, read_elsewhere=1)
    assert tally.sentence("forces").endswith("1 force left out, read mostly on other kinds of page")
    asked = ask(empty, question("forces_by_practice"), {"programme": PROGRAMME})
    assert {row["unit"] for row in asked.rows if not row["counted"]} == {"Eastshire Police"}


def test_without_a_programme_no_force_was_examined(loaded: Database) -> None:
    assert {each.state for each in cells(loaded, "force", "theme")} == {"not_examined"}


def test_a_national_finding_is_in_no_cell(loaded: Database) -> None:
    held = {finding for each in cells(loaded, "place", "practice") for finding in each.findings}
    assert held
    assert not held & {"finding:national-1", "finding:national-2"}


@pytest.mark.parametrize(
    ("tally", "noun", "sentence"),
    [
        (
            Tally(failing=5, mixed=2, adequate=2, no_finding_read=14, not_examined=23),
            "places",
            "failing in 5 and mixed in 2 of the 9 places with a finding; no finding read in 14 more that were "
            "examined, so failing or mixed in 7 to 21 of 23; 23 not examined",
        ),
        (Tally(failing=1), "agencies", "failing in 1 and mixed in 0 of the 1 agency with a finding"),
        (
            Tally(mixed=2, conflicting=1, scope_not_known=3, wider_places=1),
            "places",
            "failing in 0 and mixed in 2 (of which 1 conflicting) of the 2 places with a finding; outside these "
            "figures, a finding in 3 whose scope is not known; 1 wider place left out, since narrower ones are counted",
        ),
        (
            Tally(no_finding_read=1),
            "pairs of a force and a practice",
            "no finding read in the 1 pair of a force and a practice that was examined, "
            "so failing or mixed in 0 to 1 of 1",
        ),
        (Tally(not_examined=4), "places", "no place is known to have been examined; 4 not examined"),
        (Tally(), "places", "the graph holds no places"),
    ],
)
def test_a_sentence_says_figures_base_bounds_and_what_stands_outside(tally: Tally, noun: str, sentence: str) -> None:
    assert tally.sentence(noun) == sentence


AFTER_MORE = {
    "no_finding_read": {"no_finding_read", "failing", "mixed", "adequate"},
    "not_examined": {"not_examined", "scope_not_known"},
    "scope_not_known": {"scope_not_known"},
    "failing": {"failing", "mixed"},
    "adequate": {"adequate", "mixed"},
    "mixed": {"mixed"},
}


@given(ANY_CELL, FEW, FEW, FEW)
def test_more_findings_never_take_a_finding_back(before: Cell, failing: int, mixed: int, adequate: int) -> None:
    after = replace(
        before,
        failing=before.failing + failing,
        mixed=before.mixed + mixed,
        adequate=before.adequate + adequate,
    )
    assert after.state in AFTER_MORE[before.state]


@given(st.lists(ANY_CELL, max_size=6))
def test_the_bounds_hold_every_completion_and_no_more(listed: list[Cell]) -> None:
    tally = Tally.of(listed)
    unread = [each for each in listed if each.counted and each.state == "no_finding_read"]
    others = [each for each in listed if not (each.counted and each.state == "no_finding_read")]
    reached = set()
    for verdicts in product((True, False), repeat=len(unread)):
        read = [
            replace(each, failing=int(bad), adequate=int(not bad)) for each, bad in zip(unread, verdicts, strict=True)
        ]
        completed = Tally.of([*others, *read])
        assert completed.examined == tally.examined
        reached.add(completed.failing + completed.mixed)
    assert (min(reached), max(reached)) == (tally.low, tally.high)


@given(st.lists(ANY_CELL, max_size=8))
def test_each_counted_cell_is_counted_once(listed: list[Cell]) -> None:
    tally = Tally.of(listed)
    counted = sum(each.counted for each in listed)
    assert tally.examined + tally.not_examined + tally.scope_not_known == counted
    assert tally.conflicting <= tally.mixed


def more_findings(folder: Path, outcome: str) -> None:
    """Add to each finding another one of that outcome, in the same case and of the same practice, cited alike."""
    for table, column in (("findings", "id"), ("citations", "of")):
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        added = [row | {column: f"{row[column]}-{outcome.replace('_', '-')}"} for row in rows]
        kept = [row for row in added if row[column].startswith("finding:")]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows([*rows, *(row | {"outcome": outcome} if table == "findings" else row for row in kept)])


@pytest.mark.parametrize("topic", ["practice", "theme"])
def test_in_the_graph_more_findings_under_the_same_scopes_take_none_back(
    empty: Database, small_copy: Path, topic: Literal["practice", "theme"]
) -> None:
    load_package(small_copy, empty)
    steps = [{(each.unit_id, each.topic_id): each.state for each in cells(empty, "place", topic)}]
    for outcome in ("described", "adequate", "failing"):
        more_findings(small_copy, outcome)
        load_package(small_copy, empty)
        steps.append({(each.unit_id, each.topic_id): each.state for each in cells(empty, "place", topic)})
    assert steps[0] == steps[1]  # what only describes changes no cell
    for before, after in pairwise(steps):
        assert [place for place in before if after[place] not in AFTER_MORE[before[place]]] == []
    assert {"adequate", "mixed"} <= {state for step in steps[2:] for state in step.values()}
    assert "failing" not in steps[3].values()
