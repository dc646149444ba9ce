"""Before the graph is first read: load the package where that replaces nobody's data."""

from __future__ import annotations

from pathlib import Path

from graph_loader import holds_package, load_package, statements
from graph_loader.kept import keep
from graph_loader.package import read_package
from inquiry_graph.database import Database, LoadRecord
from inquiry_graph.errors import DatabaseError
from inquiry_graph.progress import Progress
from inquiry_graph.resources import shipped
from inquiry_graph.settings import Settings


def see_that_it_is_loaded(settings: Settings, database: Database, progress: Progress) -> str:
    """Load the package of the settings if the graph lacks it; otherwise say in one sentence what was left alone.

    The sentence is empty as a rule. Raises what `load_package` raises, and DatabaseError for a database that holds
    data which Inquiry Graph did not load.
    """
    folder = package_folder(settings)
    record = database.last_load()
    if record is None:
        _refuse_other_data(database, folder)
    elif holds_package(folder, database):
        keep(folder, settings.home)
        return ""
    elif left := _why_left_alone(settings, record, folder):
        return left
    load_package(folder, database, progress)
    keep(folder, settings.home)
    return ""


def package_folder(settings: Settings) -> Path:
    """The package that the settings name, or the one that ships."""
    return settings.package or shipped("seed_data")


def _why_left_alone(settings: Settings, record: LoadRecord, folder: Path) -> str:
    if record.result != "complete":
        return (
            f"A load of {record.package} {record.dataset_version} began at {record.started} and is not complete. If it "
            f"is no longer under way, run `inquiry-graph load {folder}`."
        )
    name = read_package(folder).name
    asked_for = settings.package and not settings.neo4j_uri  # INQUIRY_GRAPH_PACKAGE, and a server of our own
    if record.package != name and not asked_for:
        return (
            f"The graph holds {record.package}, not {name}. It was left as it is; to replace it, run "
            f"`inquiry-graph load {folder}`."
        )
    return ""


def _refuse_other_data(database: Database, folder: Path) -> None:
    if database.read(statements.HOLDS_ANYTHING).rows:
        raise DatabaseError(
            "This Neo4j database holds data that Inquiry Graph did not load, and nothing was changed. Name an empty "
            f"database in NEO4J_DATABASE or NEO4J_URI, or add to this one yourself: `inquiry-graph load {folder}`."
        )
