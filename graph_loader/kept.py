"""Copies of the packages that were loaded on this machine, so that a later version can be compared with them.

They lie in the home folder, one for each version and checksum, and are never changed. Only files of the package are
kept: descriptor, tables and what lies beside them.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graph_loader.package import DESCRIPTOR, Package, Version, read_package
from inquiry_graph.errors import PackageError
from inquiry_graph.private import make_private

_FOLDER = "packages"


@dataclass(frozen=True, slots=True)
class Kept(Version):
    """A package that was loaded here, and where its copy lies."""

    folder: Path


def keep(folder: Path, home: Path) -> Kept:
    """Keep a copy of the package in that folder, unless there is one already."""
    package = read_package(folder)
    checksum = package.checksum
    place = home / _FOLDER / checksum
    if not place.is_dir():
        make_private(place.parent)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".") as unfinished:
            copy = Path(unfinished) / place.name
            _copy(package, copy)
            try:
                copy.rename(place)
            except OSError:  # another process was faster
                if not place.is_dir():
                    raise
    return Kept(package.name, package.version, checksum, place)


def all_kept(home: Path) -> tuple[Kept, ...]:
    """The packages that were loaded on this machine, the one that was kept last first."""
    places = [place for place in (home / _FOLDER).glob("*") if not place.name.startswith(".")]
    return tuple(_readable(sorted(places, key=lambda place: place.stat().st_mtime, reverse=True)))


def _readable(places: list[Path]) -> Iterator[Kept]:
    for place in places:
        try:
            yield _kept(place)
        except PackageError:  # not a copy of ours, or torn by other hands
            continue


@lru_cache(maxsize=1_000)
def _kept(place: Path) -> Kept:
    """What lies there. It never changes, and each file is read to see that it can be."""
    package = read_package(place)
    return Kept(package.name, package.version, place.name, place)


def _copy(package: Package, to: Path) -> None:
    """Copy the files under the names that the descriptor gives them, and no other file of the folder."""
    make_private(to)
    files = [package.folder / DESCRIPTOR, *package.paths.values(), *filter(None, [package.agreement])]
    for file in files:
        target = to / file.relative_to(package.folder)
        make_private(target.parent)
        shutil.copyfile(file, target)
