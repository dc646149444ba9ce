"""What the fields of a form offer: the records of the package, by kind, with the names that people know them by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph_loader.package import read_package
from inquiry_graph import model

_OFFERED = ("Practice", "Case", "Source", "Agency", "Location", "Stage", "Sign", "Support", "Theme")


def choices(folder: Path) -> dict[str, dict[str, str]]:
    """Names by id, by label, in the order of the package's files; agencies, places, cases and sources by name."""
    package = read_package(folder)
    found: dict[str, dict[str, str]] = {}
    for label in _OFFERED:
        rows = [row.values for row in package.rows(model.node_kind(label).table)]
        names = {row["id"]: row.get("name") or row["id"] for row in rows if row.get("id")}
        found[label] = _by_name(names) if label in _OFFERED[1:5] else names
    return found


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda item: item[1].casefold()))
