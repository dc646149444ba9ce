"""The graph of a stopped local Neo4j as one file, and back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from inquiry_graph.errors import ServerError
from inquiry_graph.local_process import admin

DATABASE = "neo4j"
KINDS = ("databases", "transactions")  # where Neo4j keeps a graph, below data/


def dump(jars: Sequence[Path], home: Path, file: Path) -> None:
    """Write the graph into `file`, which gets its name only once it is whole. Raises ServerError."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".inquiry-graph-backup-") as folder:
        admin(jars, home, "database", "dump", DATABASE, f"--to-path={folder}")
        (Path(folder) / f"{DATABASE}.dump").replace(file)


def load(jars: Sequence[Path], home: Path, file: Path) -> None:
    """Replace the graph by the one in `file`. Raises ServerError, and then the graph is as it was."""
    with tempfile.TemporaryDirectory(dir=home / "run") as folder:
        shutil.copyfile(file, Path(folder) / f"{DATABASE}.dump")
        _put_aside(home)
        try:
            admin(jars, home, "database", "load", DATABASE, f"--from-path={folder}", "--overwrite-destination=true")
        except ServerError as error:
            put_back(home)
            raise ServerError(f"{file} could not be restored; the graph is as it was. {error}") from error
    _aside(home).rename(home / "run" / "replaced")
    shutil.rmtree(home / "run" / "replaced")


def put_back(home: Path) -> None:
    """Undo a restore that was broken off. Without one nothing happens."""
    for kind in KINDS:
        kept = _aside(home) / kind
        if kept.is_dir():
            shutil.rmtree(home / "data" / kind / DATABASE, ignore_errors=True)
            kept.rename(home / "data" / kind / DATABASE)
    shutil.rmtree(_aside(home), ignore_errors=True)


def _put_aside(home: Path) -> None:
    shutil.rmtree(home / "run" / "replaced", ignore_errors=True)
    _aside(home).mkdir(mode=0o700)
    for kind in KINDS:
        place = home / "data" / kind / DATABASE
        if place.is_dir():
            place.rename(_aside(home) / kind)


def _aside(home: Path) -> Path:
    return home / "run" / "before-restore"
