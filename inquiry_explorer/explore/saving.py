"""Freeze this view as a file, and open one again: by our own ids, whatever was loaded meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.explore import desk
from inquiry_explorer.explore.view import View
from inquiry_explorer.explore.viewfile import as_plain, from_plain
from inquiry_explorer.failures import failures_shown
from inquiry_graph.cells import number
from inquiry_graph.errors import InquiryGraphError
from inquiry_graph.export import VIEW, Exported, of_selection, render
from inquiry_graph.export.frozen import ENDING
from inquiry_graph.frozen import compare, read_frozen
from inquiry_graph.neighbourhood import among
from inquiry_graph.remaking import completed
from inquiry_graph.subgraph import Subgraph

LONGEST_TITLE = 80  # characters
_UPLOADS = "explore-uploads"  # files opened so far: each is read by a fresh field


def show_saving(whole: Subgraph) -> None:
    """A button that opens both; the file is made when it is opened."""
    with st.popover("Save", key="save", on_change="rerun", help="Freeze this view, or open one") as opened:
        if opened.open:
            with failures_shown():
                if whole:
                    _offer(whole)
                _take()


def _offer(whole: Subgraph) -> None:
    title = st.text_input("Name of this view", _title(whole), max_chars=LONGEST_TITLE, key="save-title")
    made = _frozen(title.strip() or _title(whole))
    st.download_button(
        "Freeze this view", made.content, made.file_name, made.media_type, key="save-file", on_click="ignore",
        type="primary",
    )  # fmt: skip
    st.caption(
        "A dated file with what is on the canvas and where, its Cypher, the version of the data, the citations and a "
        "hash. Opened here, or by inquiry-graph verify, it says whether the data still give the same picture."
    )


def _frozen(title: str) -> Exported:
    view = desk.view()
    selection = of_selection(view.shown, Subgraph(), session.graph().facts(), session.current_load())
    material = replace(selection, title=title, subgraph=session.kept(among, view.shown), view=as_plain(view))
    return render(completed(session.graph(), material, VIEW), VIEW, datetime.now(UTC))


def _take() -> None:
    """A field that takes a file; what was opened stands on the canvas, so the field is empty again."""
    key = f"save-open-{st.session_state.get(_UPLOADS, 0)}"
    st.file_uploader("Open a frozen view", type=[ENDING.rpartition(".")[2]], key=key, on_change=_open, args=(key,))


def _open(key: str) -> None:
    file = st.session_state.get(key)
    if file is None:
        return
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1
    try:
        frozen = read_frozen(file.getvalue())
        view = from_plain(frozen.view) if frozen.view else View().adding(frozen.nodes)
        told = compare(session.graph(), frozen).sentence()
    except InquiryGraphError as error:
        desk.say(str(error))
        return
    desk.go(view)
    desk.say(told)


def _title(whole: Subgraph) -> str:
    """A name to begin with: what is selected, or how much there is."""
    chosen = [node.name for node in whole.nodes if node.id in desk.view().selected]
    return (chosen[0] if len(chosen) == 1 else f"View of {number(len(whole.nodes), 'nodes')}")[:LONGEST_TITLE]
