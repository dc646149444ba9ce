"""Question 3: support before, during and after an investigation, by kind and by place."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.patterns.choosing import subjects_chosen, words
from inquiry_explorer.patterns.frame import Sheet, answer, base_of, opening, paragraphs_of
from inquiry_explorer.patterns.grid import grid
from inquiry_explorer.prose import cautioned, heading, paragraph
from inquiry_explorer.record_links import finding_link
from inquiry_explorer.states import key
from inquiry_explorer.tables import Column
from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION
from inquiry_graph.patterns.findings import ids_of
from inquiry_graph.patterns.matrix import Heading, laid_out, long
from inquiry_graph.patterns.supports import THEME, TIMES, Supports, supports

TITLE = "Support before, during and after"
ASKS = "Which kinds of support were offered or missing, when, and where?"
_TIMES = words(model.SUPPORT_TIMES)


def show() -> None:
    """Draw the view."""
    opening(TITLE, ASKS)
    subjects = subjects_chosen(EXPLOITATION)
    found = session.kept(supports, subjects)
    sheet = Sheet("support", {"subjects": subjects})
    answer(found.sentence)
    base_of(THEME, subjects)
    heading("By kind and time")
    paragraph("Each symbol counts places in which support of the kind was judged.", style="quiet")
    lines = (Heading(kind.id, kind.name) for kind in found.kinds)
    columns = (Heading(time, _TIMES[time]) for time in TIMES)
    cells = ((cell.topic_id, cell.group, cell) for cell in found.cells)
    by_time = laid_out(lines, columns, cells, "places")
    st.html(grid(by_time, "Support by kind and time"))
    sheet.add("times", "kinds of support by time, a row for each cell", lambda: long(by_time))
    st.html(key({cell.state for cell in found.cells}))
    cautioned(
        "No source states a scope by kind of support: an empty line is no answer about the support itself. Where a "
        "page does not say when support was due, neither do we."
    )
    _show_places(found, sheet)
    _show_beyond(found, sheet)
    _show_unnamed(found, sheet)
    sheet.offer()
    paragraphs_of(ids_of(found.named), "Paragraphs that name a kind of support")


def _show_places(found: Supports, sheet: Sheet) -> None:
    heading("By place")
    columns = (
        Column("Place"),
        Column("Kind of support"),
        Column("When"),
        Column("State", "state"),
        Column("Findings", "ids"),
    )
    rows = [
        (cell.unit_name, cell.topic_name, _TIMES[cell.group], cell.state, cell.findings)
        for cell in sorted(found.cells, key=lambda cell: (cell.unit_name, cell.topic_name, TIMES.index(cell.group)))
    ]
    if rows:
        sheet.show("places", columns, rows, "Places and kinds of support")
    else:
        paragraph("No finding on a place names a kind of support.", style="quiet")


def _show_beyond(found: Supports, sheet: Sheet) -> None:
    if not found.beyond:
        return
    heading("Beyond places")
    names = {kind.id: kind.name for kind in found.kinds}
    columns = (Column("Kind of support"), Column("When"), Column("Findings", "ids"))
    rows = [(names[kind], _TIMES[when], ids) for (kind, when), ids in sorted(found.beyond.items())]
    sheet.show("beyond", columns, rows, "Findings of inspections and national examinations")


def _show_unnamed(found: Supports, sheet: Sheet) -> None:
    if not found.unnamed:
        return
    heading("Findings on support that name no kind")
    columns = (Column("Practice"), Column("Outcome", "state"), Column("Finding"), Column("Examination"))
    rows = [(each.practice, each.outcome, finding_link(each), each.case_name) for each in found.unnamed]
    sheet.show("unnamed", columns, rows, "Findings on support that name no kind, in the order of practices")
