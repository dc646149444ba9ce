"""New rows into a package on disk: checked first, all or nothing, and nothing that was there is lost.

The files are written anew beside the old ones, into a folder that gets its name `.intake-ready` once all are whole.
From then on the rows are in: what a crash leaves undone, the next writing finishes first.
"""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from graph_loader.check import check
from graph_loader.intake import files
from graph_loader.intake.drafts import Draft, folder_of
from graph_loader.intake.rows import NewRows, Row, rows_of
from graph_loader.package import Package, read_package
from inquiry_graph import resources
from inquiry_graph.cells import number
from inquiry_graph.errors import IntakeError, PackageError
from inquiry_graph.settings import Settings

_STAGING, _READY = ".intake-staging", ".intake-ready"
_PATIENCE = 30.0  # seconds to wait for another writer


@dataclass(frozen=True, slots=True)
class Written:
    """What a writing did: the findings that are new, how many were there before, and what still waits."""

    package: Path
    findings: tuple[str, ...]
    already: int
    waiting: tuple[int, ...]


def write_rows(draft: Draft, settings: Settings) -> Written:
    """Put the draft's accepted findings into the package that it names.

    Raises PackageError with every problem, and writes nothing, if the package with them would not pass its check.
    """
    folder = target_of(draft)
    with _alone(folder, settings):
        finish(folder)
        package = read_package(folder)
        made = rows_of(draft, package)
        if made.findings:
            _write(package, made)
    return Written(folder, tuple(made.findings), made.already, made.waiting)


def target_of(draft: Draft) -> Path:
    """The package that the draft's rows go to. Raises IntakeError where none is named, or one that must not change."""
    folder = draft.target()
    if folder is None:
        raise IntakeError(
            "No package is named for these rows. Name one: "
            f"`inquiry-graph intake --report {draft.report.id} --package FOLDER`."
        )
    if _ships_in_a_wheel(folder):
        raise IntakeError(
            f"{folder} is the data that ship with the installed program, and the next update would replace them. "
            "Copy the folder to a place of your own, and name that with --package."
        )
    return folder


def finish(folder: Path) -> bool:
    """Finish a writing that a crash broke off, and clear away one that had not got so far; whether rows came in."""
    shutil.rmtree(folder / _STAGING, ignore_errors=True)
    ready = folder / _READY
    if not ready.is_dir():
        return False
    for part in sorted(ready.iterdir()):
        part.replace(folder / part.name)
    ready.rmdir()
    return True


def _write(package: Package, made: NewRows) -> None:
    before = package.checksum
    staging = package.folder / _STAGING
    paths = dict(package.paths)
    try:
        for table, rows in made.tables.items():
            paths[table] = staging / package.paths[table].name
            files.replace(paths[table], _longer(package.paths[table], rows, package.header(table)))
        problems, _ = check(replace(package, paths=paths))
        if problems:
            told = number(len(problems), "problems")
            raise PackageError(f"With these rows the package would have {told}; nothing was written.", problems)
        if read_package(package.folder).checksum != before:
            raise IntakeError(f"Somebody changed {package.folder} meanwhile; nothing was written. Write once more.")
        staging.rename(package.folder / _READY)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    finish(package.folder)


def _longer(path: Path, rows: Sequence[Row], header: Sequence[str]) -> bytes:
    """The file as it is, byte for byte, and the rows below."""
    content = path.read_bytes()
    ending = "\r\n" if b"\r\n" in content else "\n"
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, restval="", extrasaction="ignore", lineterminator=ending)
    writer.writerows(_one_line(row) for row in rows)
    between = b"" if content.endswith(b"\n") else ending.encode()
    return content + between + text.getvalue().encode()


def _one_line(row: Mapping[str, str]) -> dict[str, str]:
    return {name: " ".join(value.split()) for name, value in row.items()}


@contextmanager
def _alone(folder: Path, settings: Settings) -> Iterator[None]:
    """One writer at a time into a package, whoever writes."""
    files.make_private(folder_of(settings))
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    lock = FileLock(folder_of(settings) / f"{name}.lock", mode=0o600)
    try:
        with lock.acquire(_PATIENCE):
            yield
    except Timeout:
        raise IntakeError(f"Somebody else is writing into {folder}. Try again in a moment.") from None


def _ships_in_a_wheel(folder: Path) -> bool:
    """Whether it lies inside the installed library; in a checkout the seed data lie beside it, and may change."""
    return folder.resolve().is_relative_to(Path(resources.__file__).resolve().parent)
