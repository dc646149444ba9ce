"""A data package on disk: datapackage.json and the CSV files that it names.

The format is Frictionless Data's (specs.frictionlessdata.io): a descriptor with name,
version and resources. Files are read row by row, so memory does not grow with them.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_loader.side_tables import SIDE_TABLES
from inquiry_graph import model
from inquiry_graph.errors import PackageError
from inquiry_graph.problems import Problem

DESCRIPTOR = "datapackage.json"
TABLES = (*(kind.table for kind in model.table_kinds()), model.CITATIONS_TABLE)

AGREEMENT = "agreement.json"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in its file; `line` counts from 1 with the header as line 1."""

    file: str
    line: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of a package it is."""

    name: str
    version: str
    checksum: str

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.checksum[:8]})"


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose descriptor could be read. `paths` has one file for each table that the package holds.

    The tables of the model are those that the descriptor names; those beside them are there if their file is.
    """

    folder: Path
    name: str
    version: str
    paths: Mapping[str, Path]
    descriptor: Mapping[str, Any]

    @property
    def checksum(self) -> str:
        """SHA-256 over the descriptor and the files, in the order of their names."""
        digest = hashlib.sha256()
        agreement = {self.agreement} if self.agreement else set()
        for path in sorted({self.folder / DESCRIPTOR, *self.paths.values(), *agreement}):
            digest.update(path.name.encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    @property
    def load_id(self) -> str:
        """The id of a load of exactly this package."""
        return f"{model.node_kind('Load').prefix}:{self.version}-{self.checksum[:8]}"

    @property
    def names_allowed(self) -> tuple[str, ...]:
        """Names of public office-holders that may stand, as its descriptor lists them."""
        return tuple(self.descriptor.get("names_allowed", ()))

    @property
    def agreement(self) -> Path | None:
        """The file that says how far two codings agree, where the package has one."""
        path = self.folder / AGREEMENT
        return path if path.is_file() else None

    def header(self, table: str) -> list[str]:
        """The column names of a table's file."""
        with self.paths[table].open(encoding="utf-8-sig", newline="") as file:
            return next(csv.reader(file), [])

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, one by one. A row with too many or too few cells holds what it has."""
        path = self.paths.get(table)
        if path is None:
            return
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="", restkey="")
            for values in reader:
                extra = values.pop("", None)
                cells = {column: value for column, value in values.items() if column}
                if extra:
                    cells["(beyond the last column)"] = " ".join(extra)
                yield Row(path.name, reader.line_num, cells)


def read_package(folder: Path) -> Package:
    """Read a package's descriptor and see that its files are there. Raises PackageError with every problem."""
    descriptor = read_descriptor(folder)
    problems = [
        Problem(DESCRIPTOR, 0, key, "", "is missing.", "a text.")
        for key in ("name", "version")
        if not isinstance(descriptor.get(key), str)
    ]
    paths: dict[str, Path] = {}
    for resource in descriptor.get("resources", []):
        problems += _locate(folder, resource, paths)
    if not paths and not problems:
        problems.append(Problem(DESCRIPTOR, 0, "resources", "", "names no file.", "one resource for each CSV file."))
    for table in SIDE_TABLES:
        path = folder / f"{table}.csv"
        if path.is_file():
            paths[table] = path
            problems += _unreadable(path)
    if problems:
        raise PackageError(f"{folder} cannot be read as a data package.", problems)
    return Package(folder, descriptor["name"], descriptor["version"], paths, descriptor)


def read_descriptor(folder: Path) -> dict[str, Any]:
    """The package's datapackage.json as it stands. Raises PackageError if there is none that can be read."""
    path = folder / DESCRIPTOR
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackageError(f"{folder} holds no {DESCRIPTOR}: name the folder of a data package.") from None
    except (OSError, ValueError) as error:
        raise PackageError(f"{path} cannot be read: {error}. Mend the file, or take it from a copy.") from error
    if not isinstance(found, dict):
        raise PackageError(f"{path} is not a JSON object: see the Data Package specification.")
    return found


def _locate(folder: Path, resource: Mapping[str, Any], paths: dict[str, Path]) -> Iterator[Problem]:
    """Enter the resource's file in `paths` if it holds one of the model's tables."""
    name, relative = str(resource.get("name", "")), str(resource.get("path", ""))
    if name not in TABLES:
        return
    path = folder / relative
    if not path.resolve().is_relative_to(folder.resolve()):
        yield Problem(DESCRIPTOR, 0, "path", relative, "lies outside the package.", "a path inside its folder.")
    elif not path.is_file():
        yield Problem(DESCRIPTOR, 0, "path", relative, "is not there.", f"a CSV file for {name}.")
    else:
        paths[name] = path
        yield from _unreadable(path)


def _unreadable(path: Path) -> Iterator[Problem]:
    """See that the file is a CSV file in UTF-8, so that nothing breaks half-way through."""
    line = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            for _ in reader:
                line = reader.line_num
    except (UnicodeDecodeError, csv.Error) as error:
        yield Problem(path.name, line + 1, "", "", f"cannot be read: {error}.", "a CSV file in UTF-8.")
