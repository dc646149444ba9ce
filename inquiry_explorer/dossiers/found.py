"""What was found, in five states, on each footing apart: topics with their base, and several units side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from inquiry_explorer.escaping import as_html
from inquiry_explorer.patterns.grid import COUNTS, grid
from inquiry_explorer.prose import paragraph
from inquiry_explorer.states import chip, key
from inquiry_explorer.tables import Column, Html, shown, table
from inquiry_graph.cells import Cell
from inquiry_graph.dossier import Dossier, Footing, Line
from inquiry_graph.patterns.matrix import Heading, Matrix

NOTHING = {
    "Location": "No local episode or operation at this place's own level is held, so it has no cells. What was found "
    "in its towns stands in their dossiers, what inspectors found in that of its police force, and what is said of "
    "the whole country is in no place's cell.",
    "Recommendation": "It names no practice that it would mend, or no body that it asks, so nothing can be judged.",
}


def show(of: Dossier) -> None:
    """Each footing with its sentence, its table and its cells, and what the states mean."""
    if not of.found:
        paragraph(NOTHING.get(of.subject.kind, "No finding judges anything here."), style="quiet")
        return
    for place, each in enumerate(of.found):
        told_above = place == 0 and of.subject.kind != "Recommendation"
        _show(each, "" if told_above or each.heading == "Where" else each.sentence)
    st.html(key({cell.state for each in of.found for cell in each.every_cell}))


def _show(footing: Footing, sentence: str) -> None:
    """A footing; its sentence is left out where it stands above or in the table."""
    told = f"<p>{as_html(_begun(sentence))}.</p>" if sentence else ""
    st.html(f"<h4>{as_html(footing.words)}</h4>{told}")
    if len(footing.lines) > len(footing.cells[:1]):  # one line above its own cells would say the sentence again
        judged = any(line.cell for line in footing.lines)
        below = [Column("Its practices" if judged else "How it was judged")] * (footing.heading != "Practice and body")
        columns = (Column(footing.heading), *[Column("State")] * judged, *below, Column("Findings"))
        rows = [_row(line, footing, judged=judged) for line in footing.lines]
        st.html(table(columns, rows, "In five states"))
    if footing.cells:
        st.html(grid(_matrix(footing.cells), f"{footing.words}, one by one"))
        pale = "" if all(cell.counted for cell in footing.cells if cell.findings) else " A pale cell is in no figure."
        paragraph(f"Below a symbol: the findings that say {COUNTS}.{pale}", style="quiet")


def _row(line: Line, footing: Footing, *, judged: bool) -> Sequence[object]:
    state = [Html(_state(line.cell))] if judged else []
    below = [_begun(line.tally.sentence(line.noun))] if footing.heading != "Practice and body" else []
    return (line.name, *state, *below, Html(shown(line.findings, "ids") if line.findings else "none"))


def _state(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return chip(cell.state) + (" (conflicting)" if cell.conflicting else "")


def _matrix(cells: Sequence[Cell]) -> Matrix:
    """The units in which anything was found, by name, against their topics in the order given."""
    judged = {cell.unit_id for cell in cells if cell.findings}
    held = [cell for cell in cells if cell.unit_id in judged]
    lines = dict.fromkeys(Heading(cell.unit_id, cell.unit_name) for cell in held)
    topics = dict.fromkeys(Heading(cell.topic_id, cell.topic_name) for cell in held)
    at = {(cell.unit_id, cell.topic_id): (cell,) for cell in held}
    return Matrix("place", tuple(lines), tuple(topics), at, "units", grouped=False)


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
