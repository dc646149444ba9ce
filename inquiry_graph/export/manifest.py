"""What stands beside every export: what was asked, of which data, what came back, and how to know the file again."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from importlib.metadata import version
from typing import Any

from inquiry_graph.database import LoadRecord
from inquiry_graph.export.material import Material, plain

LICENCE = (
    "Coding of the data: Creative Commons Attribution 4.0 (CC BY 4.0). "
    "Quoted words remain under their owners' terms; cite the source and its paragraph."
)
CAUTION = (
    "Not for ranking places, forces or agencies, and not for shares of rows: the record follows what was published "
    "and what was read of it. What was not read is not an answer. A finding counts only at the level that its source "
    "states."
)


def caution_of(material: Material) -> str:
    """The caution of every export, and the question's own where it has one."""
    return f"{CAUTION} {material.caution}" if material.caution else CAUTION


def dataset_of(load: LoadRecord | None) -> dict[str, str | None]:
    """Which data the graph held."""
    return {
        "package": load.package if load else None,
        "version": load.dataset_version if load else None,
        "checksum": load.checksum if load else None,
        "load": load.id if load else None,
        "loaded": load.finished if load else None,
    }


def manifest(
    material: Material, format_: str, file_name: str, content: bytes, created: datetime, notes: tuple[str, ...]
) -> bytes:
    """The manifest as JSON.

    By question, pattern, dossier or statement, parameters and dataset version the export can be made again.
    """
    load, facts = material.load, material.facts
    described: dict[str, Any] = {
        "title": material.title,
        "question": material.question,
        "pattern": material.pattern,
        "dossier": material.dossier,
        "command": material.command,
        "statement": material.statement,
        "parameters": plain(material.parameters),
        "fixed_parameters": plain(material.fixed),
        "selection": list(material.selection),
        "left_out": list(material.left_out),
        "around": material.around,
        "view": plain(material.view),
        "answer": material.sentence,
        "dataset": dataset_of(load),
        "inquiry_graph": version("inquiry-graph"),
        "neo4j": {"version": facts.version, "edition": facts.edition},
        "created": created.isoformat(timespec="seconds"),
        "counts": {
            "nodes": len(material.subgraph.nodes),
            "links": len(material.subgraph.links),
            "rows": len(material.rows),
        },
        "truncated": material.rows.truncated,
        "format": format_,
        "file": file_name,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "notes": list(notes),
        "licence": LICENCE,
        "caution": caution_of(material),
    }
    return (json.dumps(described, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
