"""Write a package's datapackage.json from the model, so that other tools can read and validate the files.

`python -m graph_loader.describe seed_data` renews what it says of each file.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from graph_loader.package import AGREEMENT, DESCRIPTOR, read_descriptor
from graph_loader.records import SEPARATOR
from graph_loader.side_tables import SIDE_MEANINGS, SIDE_TABLES
from inquiry_graph import model
from inquiry_graph.schema import Column, Property, ValueKind

_TYPES = {ValueKind.INTEGER: "integer", ValueKind.NUMBER: "number", ValueKind.BOOLEAN: "boolean"}


def describe(folder: Path) -> None:
    """Renew the `resources` of the package's descriptor; all else in it stays."""
    descriptor = {**read_descriptor(folder), "resources": [*resources(), *_beside(folder)]}
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def resources() -> list[dict[str, Any]]:
    """One resource for each table of the model (Table Schema, specs.frictionlessdata.io)."""
    tables = [_resource(kind.table, kind.meaning, model.columns(kind)) for kind in model.table_kinds()]
    meaning = "Where each record is stated: source, locator, quotation and address."
    return [*tables, _resource(model.CITATIONS_TABLE, meaning, model.citation_columns())]


def _beside(folder: Path) -> Iterator[dict[str, Any]]:
    """One resource for each file that lies beside the tables and holds rows or figures of the package."""
    for table, columns in SIDE_TABLES.items():
        path = folder / f"{table}.csv"
        if path.is_file():
            with path.open(encoding="utf-8-sig", newline="") as file:
                header = next(csv.reader(file), [])
            held = [column for column in columns if column.required or column.name in header]
            yield _resource(table, SIDE_MEANINGS[table], held)
    if (folder / AGREEMENT).is_file():
        meaning = "How far the second coding agrees with the first: Cohen's kappa with intervals and base rates."
        yield {"name": "agreement", "description": meaning, "path": AGREEMENT, "mediatype": "application/json"}


def _resource(table: str, meaning: str, columns: Sequence[Column]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if columns[0].name == "id":
        schema["primaryKey"] = ["id"]
    return {
        "name": table,
        "description": meaning,
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    description = column.meaning
    kind = "string"
    if column.property:
        kind = _TYPES.get(column.property.kind, "string")
        constraints |= _constraints(column.property)
    if column.link and column.link.many:
        description += f" Several ids are separated by {SEPARATOR!r}."
    if column.link and column.link.qualifier:
        values = ", ".join(term.value for term in column.link.qualifier.terms)
        description += f" Written id={column.link.qualifier.name}, one of {values}."
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": description}
    if kind == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(declared: Property) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if declared.terms:
        found["enum"] = [term.value for term in declared.terms]
    if declared.least is not None:
        found["minimum"] = declared.least
    if declared.most is not None:
        found["maximum"] = declared.most
    return found


if __name__ == "__main__":
    describe(Path(sys.argv[1]))
