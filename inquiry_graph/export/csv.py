"""A table for a spreadsheet: what a spreadsheet would take for a formula stands behind an apostrophe."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from typing import Any

from inquiry_graph.export.material import Material, as_text
from inquiry_graph.subgraph import Rows

# A spreadsheet runs a cell that begins with = + - or @, full-width forms too, and skips blanks before them.
_FORMULA = re.compile(r"[\t\r\n\0]|[\s\0]*[=+\-@＝＋－＠]")

NEUTRALISED = (
    "Cells of text that begin with = + - @, a tab, a line break or NUL stand behind an apostrophe, so that no "
    "spreadsheet runs them as formulas. The first bytes are a byte order mark (UTF-8)."
)


def write(material: Material, created: datetime) -> bytes:  # noqa: ARG001 - as every format is written
    """The rows as CSV for a spreadsheet."""
    return table(material.rows).encode("utf-8-sig")


def table(rows: Rows) -> str:
    """The rows as CSV. An answer that was cut at the row limit says so in its last line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(map(_cell, rows.columns))
    writer.writerows(map(_cell, row) for row in rows.rows)
    if rows.truncated:
        writer.writerow([f"Cut: only the first {len(rows):,} rows are here, and more exist."])
    return text.getvalue()


def _cell(value: Any) -> str | float:
    """Numbers as they are, everything else as text that no spreadsheet runs."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = as_text(value)
    return f"'{text}" if _FORMULA.match(text) else text
