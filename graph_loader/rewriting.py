"""Tables of a package on disk written anew: checked before and after, all or nothing, and nothing else is touched.

The files are written beside the old ones, into a folder that gets its name `.intake-ready` once all are whole. From
then on the change is in: what a crash leaves undone, the next writing finishes first. A row that does not change
keeps its bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from graph_loader import files
from graph_loader.check import check
from graph_loader.package import Package, read_package
from inquiry_graph import resources
from inquiry_graph.cells import number
from inquiry_graph.errors import IntakeError, PackageError
from inquiry_graph.private import make_private
from inquiry_graph.settings import Settings

_STAGING, _READY = ".intake-staging", ".intake-ready"
_PATIENCE = 30.0  # seconds to wait for another writer

Values = Mapping[str, str]
_sound: set[str] = set()  # checksums of packages that passed their check in this process


@contextmanager
def alone(folder: Path, settings: Settings) -> Iterator[None]:
    """One writer at a time into a package, whoever writes; what a crash left undone is finished first."""
    refuse_shipped(folder)
    place = settings.home / "intake"
    make_private(place)
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    lock = FileLock(place / f"{name}.lock", mode=0o600)
    try:
        with lock.acquire(_PATIENCE):
            finish(folder)
            yield
    except Timeout:
        raise IntakeError(f"Somebody else is writing into {folder}. Try again in a moment.") from None


def write(package: Package, contents: Mapping[str, bytes]) -> None:
    """Put these files, whole, in place of the package's tables, or beside them where it has none of that name.

    Raises PackageError with every problem, and writes nothing, if the package with them would not pass its check.
    """
    before = package.checksum
    staging = package.folder / _STAGING
    paths = dict(package.paths)
    try:
        for table, content in contents.items():
            paths[table] = staging / (package.paths[table].name if table in package.paths else f"{table}.csv")
            files.replace(paths[table], content)
        problems, _ = check(replace(package, paths=paths))
        if problems:
            told = number(len(problems), "problems")
            raise PackageError(f"With this change the package would have {told}; nothing was written.", problems)
        if read_package(package.folder).checksum != before:
            raise IntakeError(f"Somebody changed {package.folder} meanwhile; nothing was written. Write once more.")
        staging.rename(package.folder / _READY)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    finish(package.folder)
    _sound.add(read_package(package.folder).checksum)


def refuse_unsound(package: Package) -> None:
    """Raise PackageError if the package has a problem as it stands, so that no change is taken for its cause."""
    if package.checksum in _sound:
        return
    problems, _ = check(package)
    if problems:
        told = number(len(problems), "problems")
        raise PackageError(f"{package.folder} has {told} as it stands; mend them first. Nothing was written.", problems)
    _sound.add(package.checksum)


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


def longer(content: bytes, rows: Sequence[Values], header: Sequence[str]) -> bytes:
    """The file as it is, byte for byte, and the rows below; a file that is empty gets its header first."""
    ending = _ending(content)
    if not content:
        content = _as_csv([header], ending)
    between = b"" if content.endswith(b"\n") else ending.encode()
    return content + between + _as_csv([_cells(row, header) for row in rows], ending)


def edited(content: bytes, changes: Mapping[int, Values], dropped: Collection[int] = ()) -> bytes:
    """The file with new values in some cells of these rows, and without those that are dropped.

    A row is named by the line at which it ends, as `Row.line` counts; all others stay byte for byte.
    """
    text = content.decode()
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines)
    header = [name.removeprefix("\ufeff") for name in next(reader, [])]
    parts, begins = ["".join(lines[: reader.line_num])], reader.line_num
    for cells in reader:
        ends = reader.line_num
        if ends in changes:
            values = dict(zip(header, cells, strict=False)) | dict(changes[ends])
            parts.append(_as_csv([_cells(values, header)], _ending(content)).decode())
        elif ends not in dropped:
            parts.append("".join(lines[begins:ends]))
        begins = ends
    return "".join(parts).encode()


def _cells(values: Values, header: Sequence[str]) -> list[str]:
    """Each value on one line, in the order of the columns."""
    return [" ".join(values.get(name, "").split()) for name in header]


def _as_csv(rows: Sequence[Sequence[str]], ending: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=ending).writerows(rows)
    return text.getvalue().encode()


def _ending(content: bytes) -> str:
    return "\r\n" if b"\r\n" in content else "\n"


def refuse_shipped(folder: Path) -> None:
    """Raise IntakeError for what lies inside the installed library: it is no place to write.

    In a checkout the seed data lie beside the library.
    """
    if folder.resolve().is_relative_to(Path(resources.__file__).resolve().parent):
        raise IntakeError(
            f"{folder} is the data that ship with the installed program, and the next update would replace them. "
            "Copy the folder to a place of your own, and name that with --package or INQUIRY_GRAPH_PACKAGE."
        )
