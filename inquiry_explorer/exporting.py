"""Downloads: a file in one of the formats, and its manifest beside it, made when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.escaping import as_label
from inquiry_explorer.failures import failures_shown
from inquiry_graph.answers import Answer, picture
from inquiry_graph.export import FORMATS, VIEW, Material, of_answer, of_pattern, of_selection, of_statement, render
from inquiry_graph.remaking import around, completed
from inquiry_graph.subgraph import Rows


@st.fragment
def offer_export(material: Material | Callable[[], Material], key: str, words: str = "Download") -> None:
    """A button that opens the choice of formats; `material` may be what makes it, if that takes a while."""
    with st.popover(words, key=f"{key}-download", on_change="rerun", icon=None) as opened, failures_shown():
        if opened.open:
            _choose(material() if callable(material) else material, key)


def _choose(material: Material, key: str) -> None:
    formats = [name for name in FORMATS if name != VIEW]  # a view is frozen where it is drawn
    chosen = st.radio("Format", formats, format_func=lambda name: as_label(FORMATS[name].words), key=f"{key}-format")
    whole = completed(session.graph(), material, chosen)
    _offer(whole, chosen, f"Download: {as_label(FORMATS[chosen].words)}", key)
    st.caption(
        "The manifest says what was asked, of which data, what came back, and the file's SHA-256. Keep it beside the "
        "file."
    )


@st.fragment
def offer_tables(tables: Mapping[str, tuple[str, Callable[[], Rows]]], parameters: Mapping[str, Any], key: str) -> None:
    """A button that opens the tables of a pattern as CSV, each with its manifest; they are made when it is opened.

    `tables` has what a reader calls each table and what makes it, by the name of its file.
    """
    with st.popover("Download", key=f"{key}-download", on_change="rerun") as opened, failures_shown():
        if opened.open:
            for name, (words, make) in tables.items():
                material = of_pattern(name, make(), parameters, session.graph().facts(), session.current_load())
                _offer(material, "csv", f"Download {as_label(words)} (CSV)", f"{key}-{name}")


def _offer(material: Material, format_: str, label: str, key: str) -> None:
    """The file and its manifest, a button each."""
    made = render(material, format_, datetime.now(UTC))
    st.download_button(
        label, made.content, made.file_name, made.media_type, key=f"{key}-file", on_click="ignore", type="primary"
    )
    st.download_button(
        "Download its manifest", made.manifest, made.manifest_name, "application/json", key=f"{key}-manifest",
        on_click="ignore",
    )  # fmt: skip


def material_of_answer(answer: Answer) -> Material:
    """A question's answer with its picture, as every format takes it."""
    return of_answer(answer, session.kept(picture, answer), session.graph().facts(), session.current_load())


def material_of_statement(statement: str, rows: Rows, parameters: dict[str, object]) -> Material:
    """What a typed statement returned."""
    return of_statement(statement, rows, session.graph().facts(), session.current_load(), parameters)


def material_of_records(ids: tuple[str, ...]) -> Material:
    """Records with all that they point to."""
    whole = session.kept(around, ids)
    return of_selection(ids, whole, session.graph().facts(), session.current_load(), around=True)
