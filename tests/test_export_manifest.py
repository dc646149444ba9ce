"""The manifest says what was asked, of which data, what came back, and how to know the file again."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from materials import FINDING, LOAD, ORDINARY, SOURCE, hostile

from inquiry_graph.answers import ask
from inquiry_graph.catalogue import question
from inquiry_graph.database import Database
from inquiry_graph.errors import ExportError
from inquiry_graph.export import FORMATS, export, of_answer, of_selection, of_statement, render
from inquiry_graph.subgraph import Rows, Subgraph

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_file_and_its_manifest_stand_side_by_side(tmp_path: Path, format_: str) -> None:
    file, beside = export(ORDINARY, format_, tmp_path / "new" / "folder")
    manifest = json.loads(beside.read_text(encoding="utf-8"))
    assert beside.name == f"{file.name}.manifest.json"
    assert manifest["file"] == file.name
    assert manifest["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert manifest["counts"] == {"nodes": 4, "links": 2, "rows": 2}


def test_a_question_can_be_asked_again_from_its_manifest() -> None:
    manifest = json.loads(render(ORDINARY, "json", NOW).manifest)
    assert (manifest["question"], manifest["parameters"]) == ("sharing_by_place", {"theme": "theme:2"})
    assert manifest["dataset"]["version"] == LOAD.dataset_version
    assert (manifest["dataset"]["load"], manifest["dataset"]["checksum"]) == (LOAD.id, LOAD.checksum)
    assert manifest["neo4j"]["version"] == "2026.08.1"
    assert manifest["created"] == "2026-03-01T12:30:00+00:00"
    assert "CC BY 4.0" in manifest["licence"]
    assert "ranking" in manifest["caution"]


def test_a_statement_and_a_selection_are_told_apart() -> None:
    rows = Rows(("n",), ((FINDING,),), truncated=True)
    typed = of_statement("MATCH (n) WHERE n.id = $id RETURN n", rows, ORDINARY.facts, None, {"id": "finding:a"})
    manifest = json.loads(render(typed, "csv").manifest)
    assert manifest["statement"] == "MATCH (n) WHERE n.id = $id RETURN n"
    assert (manifest["parameters"], manifest["truncated"]) == ({"id": "finding:a"}, True)
    chosen = of_selection(("finding:a", "source:a"), Subgraph.of((FINDING, SOURCE), ()), ORDINARY.facts, LOAD)
    manifest = json.loads(render(chosen, "csv").manifest)
    assert (manifest["selection"], manifest["statement"]) == (["finding:a", "source:a"], None)


def test_the_statement_of_a_question_runs_again_as_its_manifest_has_it(loaded: Database) -> None:
    answer = ask(loaded, question("practices_by_place"))
    manifest = json.loads(
        render(of_answer(answer, Subgraph.of((), ()), loaded.facts(), loaded.last_load()), "csv").manifest
    )
    given = manifest["parameters"] | manifest["fixed_parameters"]
    assert loaded.read(manifest["statement"], given).rows == answer.rows.rows


def test_the_spreadsheet_says_that_formulas_are_neutralised() -> None:
    (note,) = json.loads(render(ORDINARY, "csv").manifest)["notes"]
    assert "apostrophe" in note


@pytest.mark.parametrize("title", ["../../etc/passwd", "C:\\temp\\x", "con", "", "Ætt / …", "a" * 400, "\u202egnp.exe"])
def test_a_file_name_is_safe_whatever_the_title(title: str) -> None:
    name = render(replace(ORDINARY, question=None, title=title), "csv", NOW).file_name
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-20260301T123000000Z\.csv", name)


def test_hostile_texts_stand_in_the_manifest_as_they_are() -> None:
    assert json.loads(render(hostile(), "csv").manifest)["title"] == hostile().title


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(ExportError, match="csv, json, graphml, html"):
        render(ORDINARY, "docx")


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(ExportError, match="Name another folder"):
        export(ORDINARY, "csv", tmp_path / "file")
