"""A difference between two versions of a package, as lines of text: its sums first, then row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from graph_loader.diff import Changed, Difference, Entry

_GONE = "Gone, and not listed as withdrawn"


def difference_lines(difference: Difference) -> Iterator[str]:
    """The sums, then each row that differs with its cells."""
    yield f"{difference.old} → {difference.new}"
    if difference.is_empty:
        yield "No row differs."
        return
    yield from _sums(difference)
    for entry in difference.added:
        yield from ("", *_row("Added", entry))
    for changed in difference.changed:
        yield from ("", *_row("Changed", changed.entry), *_cells(changed))
    for withdrawn in difference.withdrawn:
        yield from ("", *_row("Withdrawn", withdrawn.entry))
        yield f"  {withdrawn.withdrawn_on}: {withdrawn.reason}"
    for entry in difference.gone:
        yield from ("", *_row(_GONE, entry))


def _sums(difference: Difference) -> Iterator[str]:
    yield _sum("Added", difference.added)
    yield _sum("Changed", (changed.entry for changed in difference.changed))
    yield _sum("Withdrawn", (withdrawn.entry for withdrawn in difference.withdrawn))
    yield _sum(_GONE, difference.gone)


def _sum(words: str, entries: Iterable[Entry]) -> str:
    tables = Counter(entry.table for entry in entries)
    return f"{words}: {', '.join(f'{count:,} in {table}.csv' for table, count in tables.items()) or 'none'}."


def _row(words: str, entry: Entry) -> Iterator[str]:
    yield f"{words}: {entry.id}"
    if entry.caption:
        yield f"  {entry.caption}"


def _cells(changed: Changed) -> Iterator[str]:
    for cell in changed.cells:
        yield f"  {cell.column}: {cell.old or '(empty)'} → {cell.new or '(empty)'}"
