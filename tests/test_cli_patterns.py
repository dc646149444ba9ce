"""`inquiry-graph patterns`: the same figures as the pages, for an analyst."""

from __future__ import annotations

import csv
import io
import json

from commands import run

from inquiry_graph.database import Database
from inquiry_graph.patterns.matrix import matrix, totals
from inquiry_graph.settings import Settings


def test_the_totals_are_the_pages_own(settings: Settings, loaded: Database) -> None:
    told = json.loads(run(settings, "patterns", "matrix", "--topics", "theme", "--json").stdout)
    expected = totals(matrix(loaded, "place", "theme"))
    assert (tuple(told["columns"]), [tuple(row) for row in told["rows"]]) == (expected.columns, list(expected.rows))


def test_forces_take_the_programme_with_most_inspections(settings: Settings) -> None:
    asked = ("patterns", "matrix", "--units", "force", "--subject", "child_protection", "--table", "long")
    rows = list(csv.DictReader(io.StringIO(run(settings, *asked, "--format", "csv").stdout)))
    states = {row["unit"]: row["state"] for row in rows if row["topic_id"] == "practice:recording-crime"}
    assert (states["Northshire Police"], states["Eastshire Police"]) == ("failing", "mixed")


def test_repeats_and_comparisons(settings: Settings) -> None:
    visits = json.loads(run(settings, "patterns", "repeats", "--json").stdout)["rows"]
    assert [(row[1], row[4], row[7]) for row in visits] == [
        ("Northshire Police", 1, "failing"),
        ("Northshire Police", 2, "adequate"),
    ]
    for table in ("still", "after", "again"):
        assert run(settings, "patterns", "repeats", "--table", table).exit_code == 0
    compared = run(settings, "patterns", "compare", "location:harrowmere", "location:millbridge", "--json")
    assert json.loads(compared.stdout)["columns"][3:] == ["Harrowmere", "Millbridge"]


def test_what_is_not_held_is_named(settings: Settings) -> None:
    told = run(settings, "patterns", "matrix", "--units", "force", "--programme", "programme:none")
    assert (told.exit_code, "There is no programme" in told.stderr) == (1, True)


def test_what_the_data_cannot_carry_is_said(settings: Settings) -> None:
    told = run(settings, "patterns", "cooccurrence", "--format", "csv")
    assert "Too few to test: of 10 pairs of themes, none passed the gate that was fixed beforehand." in told.stderr
    assert "read for both, fewer than 10" in told.stdout
    assert "Too little in common to compare" in run(settings, "patterns", "similarity", "--table", "groups").stderr
    assert "No change can be stated" in run(settings, "patterns", "periods").stderr
    assert "One more report would change most" in run(settings, "patterns", "gaps").stderr


def test_every_column_is_explained(settings: Settings) -> None:
    held = csv.DictReader(io.StringIO(run(settings, "patterns", "columns", "--format", "csv").stdout))
    meanings = {(row["table"], row["column"]): row["unit"] for row in held}
    assert meanings["cooccurrence-pairs", "both"] == "police areas"
