"""`inquiry-graph reread`, as people give it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click
import pytest
from commands import run
from test_rereading import RECORD, URL, held, rows

from graph_loader.package import read_package
from graph_loader.rereading.corrections import Said, as_file, correction, folder_of
from inquiry_graph.settings import Settings


@pytest.fixture
def here(tmp_path: Path, small_copy: Path) -> Settings:
    return replace(Settings(), home=tmp_path / "home", package=small_copy)


def sent(folder: Path, to: Path) -> Path:
    """A draft correction as somebody else would send it, with a text that tries to steer the terminal."""
    said = Said(
        "statement", "It says \x1b[2Jless.", "the weekly meeting", "paragraph 2", "reader B", {"outcome": "mixed"}
    )
    file = to / "sent.json"
    file.write_bytes(as_file(correction(said, held(folder), read_package(folder))))
    return file


def test_the_rows_that_are_due_are_listed_most_urgent_first(here: Settings, small_copy: Path, tmp_path: Path) -> None:
    run(here, "reread", "--take", str(sent(small_copy, tmp_path)))
    listed = run(here, "reread", "--most", "2")
    lines = listed.stdout.splitlines()
    assert lines[2].startswith(RECORD)
    assert "Somebody says that it is wrong" in lines[2]
    assert len(lines) == 4
    assert "The graph does not run" in listed.stderr
    (only,) = json.loads(run(here, "reread", "--why", "doubted", "--json").stdout)
    assert (only["record"], only["why"]) == (RECORD, ["doubted", "never"])


def test_those_behind_the_overview_come_first(settings: Settings, small_copy: Path) -> None:
    told = run(replace(settings, package=small_copy), "reread", "--why", "headline", "--json")
    assert told.stderr == ""
    assert all(each["why"][0] == "headline" for each in json.loads(told.stdout))


def test_a_record_is_shown_beside_what_to_look_at(here: Settings, small_copy: Path, tmp_path: Path) -> None:
    shown = run(here, "reread", RECORD, "--take", str(sent(small_copy, tmp_path))).stdout
    for part in (
        "findings.csv line 2", held(small_copy).checksum[:12], "“information was not shared between the police",
        "paragraph 4.2", f"{URL}#:~:text=information", "Draft correction", "outcome: mixed",
    ):  # fmt: skip
        assert part in shown
    assert "\x1b" not in shown
    told = json.loads(run(here, "reread", RECORD, "--json").stdout)
    assert (told["row"]["outcome"], len(told["corrections"])) == ("failing", 1)


def test_its_page_is_opened_in_the_browser_alone(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    run(here, "reread", RECORD, "--open")
    withheld = run(here, "reread", "finding:lantern-1", "--open")
    assert [each.partition("#")[0] for each in opened] == [URL]
    assert "withheld" in withheld.stderr


def test_the_verdict_is_written_and_answers_the_draft(here: Settings, small_copy: Path, tmp_path: Path) -> None:
    run(here, "reread", "--take", str(sent(small_copy, tmp_path)))
    told = run(
        here, "reread", RECORD, "--verdict", "corrected", "--reader", "reader A", "--set", "outcome=mixed", "--note",
        "both halves",
    )  # fmt: skip
    assert told.exit_code == 0
    (reading,) = rows(small_copy, "rereadings")
    assert (reading["verdict"], reading["url"], reading["note"]) == ("corrected", URL, "both halves")
    assert held(small_copy).row.values["outcome"] == "mixed"
    assert json.loads(run(here, "reread", "--why", "doubted", "--json").stdout) == []


def test_a_row_that_changed_since_it_was_seen_is_left_alone(here: Settings, small_copy: Path) -> None:
    stale = run(here, "reread", RECORD, "--verdict", "confirmed", "--reader", "A", "--seen", "0123456789ab")
    assert (stale.exit_code, "Somebody changed" in stale.stderr) == (1, True)
    assert not (small_copy / "rereadings.csv").exists()
    assert len(list(folder_of(here).iterdir())) == 1
    seen = held(small_copy).checksum[:12]
    assert run(here, "reread", RECORD, "--verdict", "confirmed", "--reader", "A", "--seen", seen).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--verdict", "confirmed"), 2, "Name the RECORD"),
        ((RECORD, "--verdict", "corrected", "--reader", "A", "--set", "outcome"), 2, "COLUMN=VALUE"),
        ((RECORD, "--verdict", "confirmed"), 1, "Say who reads"),
        (("finding:nowhere",), 1, "holds no record"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(here: Settings, arguments: tuple[str, ...], code: int, told: str) -> None:
    result = run(here, "reread", *arguments)
    assert (result.exit_code, told in result.stderr) == (code, True)
