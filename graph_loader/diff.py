"""What changed between two versions of a data package: added, changed cell by cell, withdrawn, or gone without a word.

Records are told apart by their ids, citations by what they join and where they point, so that the order of rows and
of files says nothing. A withdrawn record is one that the newer version lists in `withdrawn.csv` with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph_loader.package import TABLES, Package, Row, Version, read_package
from graph_loader.records import parse_citation
from graph_loader.side_tables import WITHDRAWN
from inquiry_graph import model
from inquiry_graph.errors import PackageError
from inquiry_graph.problems import Problem

_Entries = dict[tuple[str, str], "tuple[Entry, Mapping[str, str]]"]
_CAPTIONS = ("summary", "text", "name", "quotation")  # the columns by which a row is known, the fullest first


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that only one of the versions holds; `record` is whose citation it is, or its own id."""

    table: str
    id: str
    record: str
    caption: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that differs; an empty text where a version lacks the value."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that both versions hold, and its cells that differ, in the order of the columns."""

    entry: Entry
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A record that was taken out, with its day and reason as the newer version gives them."""

    entry: Entry
    withdrawn_on: str
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two versions, in the order of the tables and of ids.

    `gone` are rows that the newer version neither holds nor lists as withdrawn. The citations of a withdrawn record
    went with it and are not listed.
    """

    old: Version
    new: Version
    added: tuple[Entry, ...]
    changed: tuple[Changed, ...]
    withdrawn: tuple[Withdrawn, ...]
    gone: tuple[Entry, ...]

    @property
    def is_empty(self) -> bool:
        """Whether both versions hold the same rows."""
        return not (self.added or self.changed or self.withdrawn or self.gone)


def diff(old: Path, new: Path) -> Difference:
    """Compare the packages in two folders.

    Raises PackageError if one of them is no package, or holds a row twice.
    """
    before, after = read_package(old), read_package(new)
    news = _entries(after)
    olds = _followed(_entries(before), news)
    reasons = {row.values.get("record", ""): row.values for row in after.rows(WITHDRAWN)}
    lost = [entry for key, (entry, _) in olds.items() if key not in news]
    return Difference(
        old=_version(before),
        new=_version(after),
        added=tuple(entry for key, (entry, _) in news.items() if key not in olds),
        changed=tuple(_changes(olds, news)),
        withdrawn=tuple(_withdrawn(entry, reasons[entry.id]) for entry in lost if entry.id in reasons),
        gone=tuple(entry for entry in lost if entry.record not in reasons),
    )


def _entries(package: Package) -> _Entries:
    """Every row of the package's tables by table and id."""
    found: _Entries = {}
    problems = []
    for table in TABLES:
        for row in package.rows(table):
            entry = _entry(table, row)
            if (table, entry.id) in found:
                problems.append(Problem(row.file, row.line, "", entry.id, "stands twice.", "each row once."))
            found[table, entry.id] = (entry, row.values)
    if problems:
        raise PackageError(f"{package.folder} holds rows twice and cannot be compared.", problems)
    return found


def _entry(table: str, row: Row) -> Entry:
    caption = next((row.values[name] for name in _CAPTIONS if row.values.get(name)), "")
    if table == model.CITATIONS_TABLE:
        links = parse_citation(row).links
        record = row.values.get("of", "")
        return Entry(table, links[0].id if links else f"line {row.line}", record, caption)
    identifier = row.values.get("id", "")
    return Entry(table, identifier, identifier, caption)


def _followed(olds: _Entries, news: _Entries) -> _Entries:
    """The older rows, a citation that now points elsewhere in its source under its new id.

    It is known by what it joins, where just one citation between the two is lost and just one is new.
    """
    lost, found = _by_ends(olds, news), _by_ends(news, olds)
    moved = {keys[0]: found[ends][0] for ends, keys in lost.items() if len(keys) == len(found.get(ends, ())) == 1}
    return {moved.get(key, key): held for key, held in olds.items()}


def _by_ends(these: _Entries, without: _Entries) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    grouped: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for key, (entry, values) in these.items():
        if entry.table == model.CITATIONS_TABLE and key not in without:
            grouped.setdefault(tuple(values.get(name, "") for name in ("of", "link", "source")), []).append(key)
    return grouped


def _changes(olds: _Entries, news: _Entries) -> Iterator[Changed]:
    for key, (entry, after) in news.items():
        _, before = olds.get(key, (entry, after))
        columns = dict.fromkeys((*before, *after))
        cells = [Cell(column, before.get(column, ""), after.get(column, "")) for column in columns]
        differing = tuple(cell for cell in cells if cell.old != cell.new)
        if differing:
            yield Changed(entry, differing)


def _withdrawn(entry: Entry, values: Mapping[str, str]) -> Withdrawn:
    return Withdrawn(entry, values.get("withdrawn_on", ""), values.get("reason", ""))


def _version(package: Package) -> Version:
    return Version(package.name, package.version, package.checksum)
