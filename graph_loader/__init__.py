"""From a data package to a graph: read, check, load, verify, clean."""

from __future__ import annotations

from pathlib import Path

from graph_loader import load
from graph_loader.check import check
from graph_loader.package import read_package
from inquiry_graph.cells import number
from inquiry_graph.database import Database, LoadRecord
from inquiry_graph.errors import LoadError, PackageError
from inquiry_graph.problems import Problem
from inquiry_graph.progress import Progress, unheard

__all__ = ["check_package", "holds_package", "load_package"]


def check_package(folder: Path) -> tuple[Problem, ...]:
    """Every problem of the package in that folder; nothing is written. Raises PackageError if it is no package."""
    problems, _ = check(read_package(folder))
    return problems


def load_package(folder: Path, database: Database, progress: Progress = unheard) -> LoadRecord:
    """Make the graph hold what the package holds: no more, no less.

    Raises PackageError with every problem, and leaves the graph as it was, if the check fails.
    """
    package = read_package(folder)
    progress(f"Checking {package.name} {package.version}.")
    problems, expected = check(package)
    if problems:
        raise PackageError(f"{package.name} has {number(len(problems), 'problems')}; nothing was loaded.", problems)
    progress(f"Loading {expected.rows:,} nodes and links.")
    with database.undisturbed(progress):
        load.declare_schema(database)
        with load.transactions(database, expected) as run:
            load.begin(run, package, expected)
            load.write(run, package, expected, progress)
            load.verify(run, package, expected)
            load.clean(run, package)
            load.finish(run, package)
    record = database.last_load()
    if record is None:
        raise LoadError("The graph holds no record of its load. Load the package again.")
    return record


def holds_package(folder: Path, database: Database) -> bool:
    """Whether the last load of the graph was a complete one of exactly this package."""
    record = database.last_load()
    return record is not None and record.result == "complete" and record.id == read_package(folder).load_id
