"""A draft correction: what it holds, how it is kept and sent, and that hostile text in it stays text."""

from __future__ import annotations

import json
import stat
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from graph_loader.package import read_package
from graph_loader.rereading.corrections import (
    Correction,
    Said,
    as_file,
    complaints,
    correction,
    folder_of,
    keep,
    open_corrections,
    read,
)
from graph_loader.rereading.issue import as_issue
from graph_loader.rereading.standing import standing
from inquiry_graph.errors import IntakeError
from inquiry_graph.settings import Settings

SAID = Said("quotation", "The page has no such words.", "the council told the police", "paragraph 4.9", "reader B")


def draft(folder: Path, said: Said = SAID) -> Correction:
    package = read_package(folder)
    return correction(said, standing("finding:millbridge-1", package), package)


def test_a_draft_holds_all_that_is_needed_to_look_at_it(small_package: Path) -> None:
    package = read_package(small_package)
    new = {"outcome": "mixed", "quotation": SAID.quotation, "subject": "group_based_cse"}
    found = draft(small_package, replace(SAID, proposed=new))
    assert (found.record, found.version, found.package_checksum) == (
        "finding:millbridge-1", package.version, package.checksum,
    )  # fmt: skip
    assert found.row_checksum == standing("finding:millbridge-1", package).checksum
    assert found.addresses[0].startswith("https://reports.example.org/millbridge-review-2011#:~:text=information")
    assert found.present["outcome"] == "failing"
    assert found.proposed == {"outcome": "mixed", "quotation": SAID.quotation}


def test_it_is_kept_for_its_user_alone_and_comes_back_from_its_file(small_package: Path, here: Settings) -> None:
    kept = keep(draft(small_package), here)
    (file,) = folder_of(here).iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder_of(here).stat().st_mode) == 0o700
    assert open_corrections(here) == (kept,) == (read(file),)
    keep(read(file), here)
    assert open_corrections(here) == (kept,)


def test_the_issue_text_has_values_checksums_and_addresses(small_package: Path) -> None:
    text = as_issue(draft(small_package, replace(SAID, proposed={"outcome": "mixed"})))
    for part in (
        "finding:millbridge-1", "outcome: failing\n  → mixed", SAID.page_says, "paragraph 4.9", "https://reports.",
        draft(small_package).row_checksum, draft(small_package).package_checksum,
    ):  # fmt: skip
        assert part in text


def test_hostile_text_does_not_leave_its_fence(small_package: Path) -> None:
    hostile = "```\n# heading <script>alert(1)</script> @everybody [x](javascript:1) ````` "
    text = as_issue(draft(small_package, replace(SAID, page_says=hostile, proposed={"summary": hostile})))
    fence = ""
    for line in text.splitlines():
        if not fence and line.startswith("```"):
            fence = line.removesuffix("text")
        elif line == fence:
            fence = ""
        elif not fence:
            assert "script" not in line
            assert "@" not in line
    assert fence == ""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"fault": ""}, "Choose what is wrong"),
        ({"page_says": " "}, "own words"),
        ({"reader": ""}, "who reads"),
        ({"quotation": "word " * 16}, "at most 15"),
        ({"page_says": "Susan Example was asked."}, "a person's name"),
        ({"proposed": {"summary": "Child A was not helped."}}, "a cipher"),
        ({"reader": "Susan Example"}, "a person's name"),
    ],
)
def test_what_is_wrong_with_a_draft_is_said(changed: dict[str, object], told: str) -> None:
    assert told in " ".join(complaints(replace(SAID, **changed)))  # type: ignore[arg-type]


def test_a_name_that_the_package_allows_is_no_complaint() -> None:
    said = replace(SAID, page_says="Susan Example wrote it.")
    assert list(complaints(said, ("Susan Example",))) == []


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b'{"record": 1}', b"\xff", b"[" * 50_000, b"x" * 100_001,
    ],
)  # fmt: skip
def test_a_file_that_is_no_correction_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "sent.json"
    file.write_bytes(content)
    with pytest.raises(IntakeError, match="is no correction"):
        read(file)


def test_a_value_of_another_kind_is_refused(tmp_path: Path, small_package: Path) -> None:
    file = tmp_path / "sent.json"
    held = asdict(draft(small_package)) | {"proposed": {"outcome": ["mixed"]}}
    file.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(IntakeError, match="is no correction"):
        read(file)
    file.write_bytes(as_file(draft(small_package)))
    assert read(file).record == "finding:millbridge-1"
