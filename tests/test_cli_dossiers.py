"""`inquiry-graph dossier`: the same dossier as the page, on the terminal and as files."""

from __future__ import annotations

import json
from pathlib import Path

from commands import run

from inquiry_graph.database import Database
from inquiry_graph.dossier import dossier, material
from inquiry_graph.settings import Settings

CASE = "case:harrowmere-2004-2014"


def test_a_dossier_says_what_was_found_and_lists_its_evidence(settings: Settings, loaded: Database) -> None:
    made = material(loaded, dossier(loaded, CASE))
    told = run(settings, "dossier", CASE).stdout
    assert told.startswith(f"Dossier: Harrowmere 2004 to 2014\n{made.sentence}\n")
    rows = json.loads(run(settings, "dossier", CASE, "--json").stdout)["rows"]
    assert [tuple(row[:3]) for row in rows] == [row[:3] for row in made.rows.rows]


def test_a_dossier_goes_into_files(settings: Settings, tmp_path: Path) -> None:
    told = run(settings, "dossier", CASE, "--format", "csv", "--format", "html", "--to", str(tmp_path))
    written = [Path(line) for line in told.stdout.splitlines()]
    assert [path.suffix for path in written] == [".csv", ".json", ".html", ".json"]
    assert all(path.is_file() for path in written)
    assert json.loads(written[1].read_text(encoding="utf-8"))["dossier"] == CASE


def test_what_has_no_dossier_is_said_in_one_line(settings: Settings) -> None:
    told = run(settings, "dossier", "case:nowhere")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "The graph holds no case:nowhere" in told.stderr
