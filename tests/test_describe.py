"""The descriptor says what the files hold, in words that Frictionless understands."""

from __future__ import annotations

import json
from pathlib import Path

import frictionless
import pytest

from graph_loader.describe import describe
from graph_loader.package import DESCRIPTOR
from inquiry_graph.resources import shipped


def test_the_seed_data_is_a_valid_data_package() -> None:
    report = frictionless.validate(str(shipped("seed_data") / DESCRIPTOR))
    assert report.flatten(["title", "rowNumber", "message"]) == []
    assert report.valid


@pytest.mark.parametrize("package", ["seed_data", "tests/data/small_package"])
def test_the_descriptor_is_up_to_date(package: str, tmp_path: Path) -> None:
    folder = Path(__file__).parent.parent / package
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    describe(tmp_path)
    renewed = (tmp_path / DESCRIPTOR).read_text(encoding="utf-8")
    assert renewed == (folder / DESCRIPTOR).read_text(encoding="utf-8"), (
        f"Renew it: python -m graph_loader.describe {package}"
    )


def test_files_beside_the_tables_are_named_once_they_are_there(small_copy: Path) -> None:
    (small_copy / "left_out.csv").write_text("reading_row,reason\nlocal:F001,a duty and no finding\n", encoding="utf-8")
    describe(small_copy)
    resources = json.loads((small_copy / DESCRIPTOR).read_text(encoding="utf-8"))["resources"]
    assert [resource["name"] for resource in resources][-1] == "left_out"
    assert frictionless.validate(str(small_copy / DESCRIPTOR)).valid
