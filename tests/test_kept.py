"""Packages that were loaded are kept, each version once, and only what belongs to them."""

from __future__ import annotations

from pathlib import Path

from graph_loader.diff import diff
from graph_loader.kept import all_kept, keep


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_a_kept_package_is_the_package_and_nothing_else_of_its_folder(small_copy: Path, tmp_path: Path) -> None:
    (small_copy / "notes.txt").write_text("mine", encoding="utf-8")
    kept = keep(small_copy, tmp_path)
    assert diff(small_copy, kept.folder).is_empty
    assert files(small_copy) - files(kept.folder) == {"notes.txt"}
    assert kept.folder.stat().st_mode & 0o077 == 0


def test_a_version_is_kept_once_and_the_last_one_stands_first(small_copy: Path, tmp_path: Path) -> None:
    first = keep(small_copy, tmp_path)
    assert keep(small_copy, tmp_path) == first
    path = small_copy / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"1.0.0"', '"1.1.0"'), encoding="utf-8")
    second = keep(small_copy, tmp_path)
    assert [kept.version for kept in all_kept(tmp_path)] == ["1.1.0", "1.0.0"]
    assert second.folder != first.folder


def test_a_folder_that_is_no_package_is_passed_over(small_copy: Path, tmp_path: Path) -> None:
    kept = keep(small_copy, tmp_path)
    (kept.folder.parent / "other").mkdir()
    assert all_kept(tmp_path) == (kept,)


def test_nothing_is_kept_before_the_first_load(tmp_path: Path) -> None:
    assert all_kept(tmp_path) == ()
