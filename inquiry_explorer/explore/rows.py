"""A table that sorts by any column, whose rows can be picked: our own HTML, listened to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from inquiry_explorer.tables import PAGE, Column, Html, Linked, Pick, Sorted, table
from inquiry_graph.export.material import as_text

Rows = Sequence[Sequence[Any]]


def show_rows(columns: Sequence[Column], rows: Rows, *, caption: str, key: str, on_pick: Callable[[str], None]) -> None:
    """Show the rows, a page of them at a time where they are many, sorted as the reader asked.

    `on_pick` is called with the id of a Pick that was pressed.
    """
    by = cast(Sorted, st.session_state.get(_sorting(key), Sorted(0)))
    listed = in_order(rows, by)
    place, told = st.container(), caption
    if len(listed) > PAGE:
        first = (st.pagination(-(-len(listed) // PAGE), key=f"page-of-{key}") - 1) * PAGE
        listed = listed[first : first + PAGE]
        told = f"{caption} (rows {first + 1:,} to {first + len(listed):,} of {len(rows):,})"
    with place:
        _component()(
            key=key,
            data={"html": table(columns, listed, told, by)},
            on_sort_change=lambda: _sort(key),
            on_pick_change=lambda: _pick(key, on_pick),
        )


def in_order(rows: Rows, by: Sorted) -> list[Sequence[Any]]:
    """The rows by that column: numbers by size, text by its letters; empty cells stand last either way."""
    filled = [row for row in rows if not _is_empty(row[by.column])]
    empty = [row for row in rows if _is_empty(row[by.column])]
    return [*sorted(filled, key=lambda row: _weight(row[by.column]), reverse=by.descending), *empty]


def _sort(key: str) -> None:
    told = st.session_state.get(key, {}).get("sort")
    if told is not None:
        before, column = st.session_state.get(_sorting(key), Sorted(0)), int(told)
        again = before.column == column
        st.session_state[_sorting(key)] = Sorted(column, descending=again and not before.descending)


def _pick(key: str, on_pick: Callable[[str], None]) -> None:
    told = st.session_state.get(key, {}).get("pick")
    if told is not None:
        on_pick(str(told))


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == []


def _weight(value: Any) -> tuple[int, float, str]:
    if isinstance(value, int | float):
        return 0, float(value), ""
    text = value.text if isinstance(value, Linked | Pick) else value.body if isinstance(value, Html) else as_text(value)
    return 1, 0.0, text.casefold()


def _sorting(key: str) -> str:
    return f"{key}-sorted"


@cache
def _component() -> ComponentRenderer:
    script = (Path(__file__).parent / "rows.js").read_text(encoding="utf-8")
    return st.components.v2.component("inquiry-graph.rows", js=script, isolate_styles=False)
