"""What changed between two versions of the data, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from graph_loader.diff import Difference, Entry, diff
from graph_loader.kept import Kept, all_kept
from inquiry_explorer import session
from inquiry_explorer.addresses import DATA, address, record_address
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph.cells import number
from inquiry_graph.settings import Settings

TITLE = "What changed"
_ENTRY = (Column("File"), Column("Record"), Column("What it says"))


def show() -> None:
    """Draw the view."""
    session.graph()
    versions = all_kept(Settings.from_environment().home)
    if len(versions) < 2:
        title(TITLE, "Only one version of the data has been loaded on this machine.", trail=_trail())
        paragraph(
            "Each version that is loaded is kept for comparison. Two folders can be compared at any time with "
            "inquiry-graph diff OLD NEW.",
            style="quiet",
        )
        return
    place = st.container()
    old, new = _chosen(versions)
    difference = _compared(old, new)
    with place:
        title(TITLE, _sentence(difference), trail=_trail())
    _show_added(difference)
    _show_changed(difference)
    _show_withdrawn(difference)
    _show_gone(difference)


def _trail() -> tuple[Linked, ...]:
    return (Linked("Data", address(DATA)),)


def _chosen(versions: Sequence[Kept]) -> tuple[Kept, Kept]:
    by_checksum = {kept.checksum: kept for kept in versions}
    load = session.current_load()
    newest = load.checksum if load and load.checksum in by_checksum else versions[0].checksum
    before = next(checksum for checksum in by_checksum if checksum != newest)
    left, right = st.columns(2)
    listed = list(by_checksum)
    old = left.selectbox("Earlier version", listed, listed.index(before), format_func=lambda it: str(by_checksum[it]))
    new = right.selectbox("Later version", listed, listed.index(newest), format_func=lambda it: str(by_checksum[it]))
    return by_checksum[old], by_checksum[new]


@st.cache_data(show_spinner="Comparing the two versions …", max_entries=8)
def _compared(old: Kept, new: Kept) -> Difference:
    return diff(old.folder, new.folder)


def _sentence(difference: Difference) -> str:
    if difference.is_empty:
        return "The two versions hold the same rows."
    return (
        f"{number(len(difference.added), 'rows')} added, {len(difference.changed):,} changed, "
        f"{len(difference.withdrawn):,} withdrawn; {len(difference.gone):,} gone without being listed as withdrawn."
    )


def _show_added(difference: Difference) -> None:
    if difference.added:
        heading("Added")
        show_table(_ENTRY, [_row(entry, linked=True) for entry in difference.added], caption="Added", key="added")


def _show_changed(difference: Difference) -> None:
    if difference.changed:
        heading("Changed")
        rows = [
            (changed.entry.table, _named(changed.entry), cell.column, cell.old, cell.new)
            for changed in difference.changed
            for cell in changed.cells
        ]
        columns = (Column("File"), Column("Record"), Column("Column"), Column("Before"), Column("After"))
        show_table(columns, rows, caption="Changed, cell by cell", key="changed")


def _show_withdrawn(difference: Difference) -> None:
    if difference.withdrawn:
        heading("Withdrawn")
        rows = [(*_row(each.entry, linked=False), each.withdrawn_on, each.reason) for each in difference.withdrawn]
        columns = (*_ENTRY, Column("Day"), Column("Why"))
        show_table(columns, rows, caption="Withdrawn, with the reason", key="withdrawn")


def _show_gone(difference: Difference) -> None:
    if difference.gone:
        heading("Gone, and not listed as withdrawn")
        show_table(_ENTRY, list(_rows(difference.gone)), caption="Gone", key="gone")


def _rows(entries: Iterable[Entry]) -> Iterable[tuple[object, ...]]:
    return (_row(entry, linked=False) for entry in entries)


def _row(entry: Entry, *, linked: bool) -> tuple[object, ...]:
    return entry.table, _named(entry) if linked else entry.record, entry.caption


def _named(entry: Entry) -> Linked:
    return Linked(entry.record, record_address(entry.record))
