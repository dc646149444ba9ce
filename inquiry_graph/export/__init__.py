"""Exports: an answer or a selection as a file, and a manifest beside it.

`render` makes both in memory (for a download), `export` writes them to a folder.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from inquiry_graph.errors import ExportError
from inquiry_graph.export import bibliography, csv, frozen, graphml, html, node_link
from inquiry_graph.export.manifest import manifest
from inquiry_graph.export.material import Material, of_answer, of_pattern, of_selection, of_statement

__all__ = [
    "FORMATS",
    "VIEW",
    "Exported",
    "Format",
    "Material",
    "export",
    "of_answer",
    "of_pattern",
    "of_selection",
    "of_statement",
    "render",
]

VIEW = "view"  # the format that freezes a picture
LONGEST_NAME = 60  # characters of a file's name before its time and ending


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what people call it, its file's ending, and who writes it. One that `cites` writes the sources too."""

    name: str
    words: str
    ending: str
    media_type: str
    write: Callable[[Material, datetime], bytes]
    notes: tuple[str, ...] = ()
    cites: bool = False


_RIS = "application/x-research-info-systems"
FORMATS = {
    format_.name: format_
    for format_ in (
        Format("csv", "CSV table", ".csv", "text/csv", csv.write, (csv.NEUTRALISED,)),
        Format("json", "Node-link JSON", ".json", "application/json", node_link.write),
        Format("graphml", "GraphML", ".graphml", "application/xml", graphml.write),
        Format("html", "One-file web page", ".html", "text/html", html.write),
        Format("bibtex", "Sources as BibTeX", ".bib", "application/x-bibtex", bibliography.write_bibtex, cites=True),
        Format(
            "ris", "Sources as RIS", ".ris", "application/x-research-info-systems", bibliography.write_ris, cites=True
        ),
        Format("text", "Sources as text", ".txt", "text/plain", bibliography.write_text, cites=True),
        Format(VIEW, "Frozen view", frozen.ENDING, "application/json", frozen.write, cites=True),
    )
}


@dataclass(frozen=True, slots=True)
class Exported:
    """An export in memory: the file and its manifest, by the names under which they are stored side by side."""

    file_name: str
    content: bytes
    media_type: str
    manifest_name: str
    manifest: bytes


def render(material: Material, format_: str, created: datetime | None = None) -> Exported:
    """The material in that format (a name of FORMATS), made at `created` (UTC; now if None).

    Raises ExportError for an unknown format and for what the format cannot hold.
    """
    if format_ not in FORMATS:
        raise ExportError(f"There is no format {format_!r}. Choose one of {', '.join(FORMATS)}.")
    chosen = FORMATS[format_]
    created = (created or datetime.now(UTC)).astimezone(UTC)
    made = f"{created:%Y%m%dT%H%M%S}{created.microsecond // 1000:03}Z"  # so fine that two exports do not meet
    file_name = f"{_slug(material.question or material.pattern or material.title)}-{made}{chosen.ending}"
    content = chosen.write(material, created)
    beside = manifest(material, format_, file_name, content, created, chosen.notes)
    return Exported(file_name, content, chosen.media_type, f"{file_name}.manifest.json", beside)


def export(material: Material, format_: str, folder: Path) -> tuple[Path, Path]:
    """Write the file and its manifest into `folder`, which is made if need be; their paths.

    Raises ExportError, also where the folder cannot be written.
    """
    made = render(material, format_)
    file, beside = folder / made.file_name, folder / made.manifest_name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.content)
        beside.write_bytes(made.manifest)
    except OSError as error:
        raise ExportError(f"{file} cannot be written: {error.strerror or error}. Name another folder.") from error
    return file, beside


def _slug(text: str) -> str:
    """Small letters, digits and hyphens alone: safe as a file's name on every system."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower())[:LONGEST_NAME].strip("-") or "export"
