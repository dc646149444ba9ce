"""What would change this picture: its places and practices that nobody has examined, or read a finding for."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import record_address
from inquiry_explorer.failures import failures_shown
from inquiry_explorer.prose import joined, paragraph
from inquiry_explorer.tables import Column, Html, Linked, show_table, shown
from inquiry_graph import model
from inquiry_graph.cells import Cell
from inquiry_graph.explore.uncovered import Uncovered, would_change

MOST_PLACES = 12  # named in a cell of the table
_WORDS = {state.value: state.words for state in model.STATES}
_OPEN = ("not_examined", "no_finding_read")


def show_uncovered(ids: tuple[str, ...]) -> None:
    """A closed part of the page, worked out when it is opened."""
    with st.expander("What would change this picture", key="explore-uncovered", on_change="rerun") as opened:
        if opened.open:
            with failures_shown():
                _show(session.kept(would_change, ids))


def _show(found: Uncovered) -> None:
    paragraph(found.sentence())
    states = {state: found.in_state(state) for state in _OPEN}
    practices = sorted({cell.topic_name for cell in found.cells if cell.state in _OPEN})
    if not practices:
        paragraph("Every one of these pairs has a finding.", style="quiet")
        return
    columns = (Column("Practice"), *(Column(_WORDS[state]) for state in _OPEN))
    rows = [(name, *(_places(states[state].get(name, ())) for state in _OPEN)) for name in practices]
    show_table(columns, rows, caption="Pairs without a finding, by practice", key="uncovered")


def _places(cells: Iterable[Cell]) -> Html:
    """How many places, and the first of them by name."""
    listed = list(cells)
    if not listed:
        return Html("none")
    named = joined(shown(Linked(cell.unit_name, record_address(cell.unit_id))) for cell in listed[:MOST_PLACES])
    more = f" and {len(listed) - MOST_PLACES:,} more" if len(listed) > MOST_PLACES else ""
    return Html(f"{len(listed):,}: {named.body}{more}")
