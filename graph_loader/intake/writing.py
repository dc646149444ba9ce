"""Accepted findings become rows of a package: after its check, all or none, and never twice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph_loader import rewriting
from graph_loader.intake.drafts import Draft
from graph_loader.intake.rows import rows_of
from graph_loader.package import read_package
from inquiry_graph.errors import IntakeError
from inquiry_graph.settings import Settings


@dataclass(frozen=True, slots=True)
class Written:
    """What a writing did: the findings that are new, how many were there before, what waits, and the new scope."""

    package: Path
    findings: tuple[str, ...]
    already: int
    waiting: tuple[int, ...]
    scope: str = ""


def write_rows(draft: Draft, settings: Settings) -> Written:
    """Put the draft's accepted findings into the package that it names.

    Raises PackageError with every problem, and writes nothing, if the package with them would not pass its check.
    """
    folder = target_of(draft)
    with rewriting.alone(folder, settings):
        package = read_package(folder)
        made = rows_of(draft, package)
        if not made.is_empty:
            contents = {
                table: rewriting.longer(package.paths[table].read_bytes(), rows, package.header(table))
                for table, rows in made.tables.items()
            }
            rewriting.write(package, contents)
    return Written(folder, tuple(made.findings), made.already, made.waiting, made.scope)


def target_of(draft: Draft) -> Path:
    """The package that the draft's rows go to. Raises IntakeError where none is named."""
    folder = draft.target()
    if folder is None:
        raise IntakeError(
            "No package is named for these rows. Name one: "
            f"`inquiry-graph intake --report {draft.report.id} --package FOLDER`."
        )
    return folder
