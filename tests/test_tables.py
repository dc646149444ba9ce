"""The tables of the patterns: every column is declared, and Python gets what the command line prints."""

from __future__ import annotations

import json
import shlex
from typing import Any

import pytest
from commands import run

from inquiry_graph.database import Database
from inquiry_graph.errors import ParameterError
from inquiry_graph.export import of_pattern, render
from inquiry_graph.export.csv import table
from inquiry_graph.patterns.tables import TABLES, command, frame, rows
from inquiry_graph.remaking import verify
from inquiry_graph.settings import Settings

NEEDED: dict[str, dict[str, Any]] = {"compare": {"ids": ["location:harrowmere", "location:millbridge"]}}


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_its_meaning_and_its_unit(loaded: Database, name: str) -> None:
    found = rows(loaded, name, **NEEDED.get(name, {}))
    declared = [each.name for each in TABLES[name].columns]
    if declared[-1] == "…":
        assert list(found.columns[: len(declared) - 1]) == declared[:-1]
    else:
        assert list(found.columns) == declared
    assert all(each.unit and each.meaning for each in TABLES[name].columns)


def test_a_frame_is_the_table_with_its_meanings(loaded: Database) -> None:
    held = rows(loaded, "matrix-totals", topics="theme")
    made = frame(loaded, "matrix-totals", topics="theme")
    assert [tuple(row) for row in made.itertuples(index=False)] == list(held.rows)
    assert made.attrs["columns"]["low"]["unit"] == "places or forces"
    assert frame(loaded, "similarity-pairs").columns.tolist() == list(rows(loaded, "similarity-pairs").columns)


@pytest.mark.parametrize(
    ("asked", "name", "options"),
    [
        (("cooccurrence", "--footing", "force", "--topics", "practice"), "cooccurrence-pairs",
         {"footing": "force", "topics": "practice"}),
        (("similarity",), "similarity-pairs", {}),
        (("gaps", "--table", "sources", "--topics", "practice"), "gaps-sources", {"topics": "practice"}),
        (("periods", "--dated", "publication"), "periods", {"dated": "publication"}),
        (("repeats", "--table", "after"), "repeats-after", {}),
    ],
)  # fmt: skip
def test_the_command_line_prints_the_same(
    settings: Settings, loaded: Database, asked: tuple[str, ...], name: str, options: dict[str, str]
) -> None:
    told = json.loads(run(settings, "patterns", *asked, "--json").stdout)
    expected = rows(loaded, name, **options)
    assert (told["columns"], told["rows"]) == (list(expected.columns), [list(row) for row in expected.rows])


MATRIX = {
    "units": "force", "topics": "theme", "subjects": ("child_protection",), "round": "initial",
    "seen_in": ("primary_page", "copy"), "order": "read", "only_judged": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "options", "name"),
    [
        ("matrix", MATRIX, "matrix-wide"),
        ("gaps_unread", {"topics": "practice", "subjects": ("cse", "group_based_cse")}, "gaps-sources"),
        ("similarity_pairs", {"footing": "force", "case": "case:one"}, "similarity-pairs"),
        ("headlines_statements", {}, "headlines"),
    ],
)
def test_the_manifest_of_a_page_says_the_command_that_prints_the_table_again(
    settings: Settings, loaded: Database, pattern: str, options: dict[str, Any], name: str
) -> None:
    held = rows(loaded, name, **{each: value for each, value in options.items() if each != "case"})
    exported = render(of_pattern(pattern, held, options, loaded.facts(), loaded.last_load()), "csv")
    manifest = json.loads(exported.manifest)
    words = shlex.split(manifest["command"])
    assert words[0] == "inquiry-graph"
    assert run(settings, *words[1:]).stdout.splitlines() == table(held).splitlines()
    assert verify(loaded, manifest).identical


def test_a_table_that_only_a_page_has_has_no_command() -> None:
    assert command("cooccurrence_tried", {"footing": "place"}) is None
    assert command("gaps_topics", {"unheard of": 1}) is None


def test_what_there_is_not_is_named(loaded: Database) -> None:
    with pytest.raises(ParameterError, match=r"no table 'matrix'.*matrix-totals"):
        rows(loaded, "matrix")
    with pytest.raises(ParameterError, match=r"no option 'round'\. It has footing, topics, progress"):
        rows(loaded, "cooccurrence-pairs", round="initial")
