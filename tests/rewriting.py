"""Other cells in a copy of a package."""

from __future__ import annotations

import csv
import json
from pathlib import Path


def rewrite(file: Path, identifier: str, **cells: str) -> None:
    """Other cells in a row of a table, or other fields of the package's description."""
    if file.suffix == ".json":
        file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | cells), "utf-8")
        return
    with file.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    with file.open("w", newline="", encoding="utf-8") as lines:
        writer = csv.DictWriter(lines, rows[0].keys())
        writer.writeheader()
        writer.writerows(row | cells if row["id"] == identifier else row for row in rows)
