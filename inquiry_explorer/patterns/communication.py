"""Question 2: who told whom, at which step, and which findings name no other end."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.canvas import graph_canvas
from inquiry_explorer.patterns.choosing import KINDS_OF_BODY, subjects_chosen
from inquiry_explorer.patterns.frame import Sheet, answer, base_of, opening, paragraphs_of
from inquiry_explorer.patterns.grid import grid
from inquiry_explorer.prose import cautioned, heading, paragraph
from inquiry_explorer.record_links import finding_link
from inquiry_explorer.scenes import scene_of
from inquiry_explorer.states import key
from inquiry_explorer.tables import Column
from inquiry_graph.cells import EXPLOITATION, number
from inquiry_graph.patterns.exchanges import (
    FEWEST_EXCHANGES,
    FEWEST_SOURCES,
    THEME,
    Exchanges,
    exchanges,
    network,
)
from inquiry_graph.patterns.findings import ids_of, sources_of
from inquiry_graph.patterns.matrix import Heading, Matrix, laid_out, long

TITLE = "Communication between agencies"
ASKS = "Who was told, who was not, at which step, and how often does a source name both ends?"


def show() -> None:
    """Draw the view."""
    opening(TITLE, ASKS)
    subjects = subjects_chosen(EXPLOITATION)
    found = session.kept(exchanges, subjects)
    sheet = Sheet("communication", {"subjects": subjects})
    answer(found.sentence)
    base_of(THEME, subjects)
    _show_ends(found, sheet)
    heading("By step and kind of agency")
    paragraph("Each symbol counts examinations in which such a body was judged at the step.", style="quiet")
    steps = _steps(found)
    st.html(grid(steps, "Steps by kind of agency"))
    sheet.add("steps", "steps by kind of agency, a row for each cell", lambda: long(steps))
    st.html(key({cell.state for _, cells in found.steps for cell in cells}))
    cautioned("No source states a scope by step and by kind of agency: in how many each was looked at is not known.")
    sheet.offer()
    paragraphs_of(ids_of(found.named), "Paragraphs that name both ends")


def _show_ends(found: Exchanges, sheet: Sheet) -> None:
    heading("Where both ends are named")
    if not found.both_ends:
        paragraph("No finding that we have read names both ends of an exchange.", style="quiet")
        return
    if found.drawable:
        graph_canvas(scene_of(network(found)), key="canvas-exchanges", height=520)
    else:
        paragraph(_too_few(found), style="quiet")
    columns = (Column("From"), Column("To"), Column("Outcome", "state"), Column("Finding"), Column("Examination"))
    rows = [
        (_body(each.sender), _body(each.receiver), each.finding.outcome, finding_link(each.finding),
         each.finding.case_name)
        for each in found.both_ends
    ]  # fmt: skip
    caption = f"{number(len(rows), 'pairs')} of bodies in {number(len(found.named), 'findings')}"
    sheet.show("exchanges", columns, rows, caption)


def _too_few(found: Exchanges) -> str:
    named = found.named
    return (
        f"Too few to draw: {number(len(named), 'exchanges')} of {number(sources_of(named), 'sources')} would show who "
        f"was written about, not who spoke with whom. From {FEWEST_EXCHANGES} exchanges of {FEWEST_SOURCES} sources on "
        "a network is drawn here."
    )


def _body(body: tuple[str, str, str]) -> str:
    return f"{body[1]} ({KINDS_OF_BODY[body[2]].lower()})"


def _steps(found: Exchanges) -> Matrix:
    cells = [(cell.group, step.id, cell) for step, listed in found.steps for cell in listed]
    met = {kind for kind, _, _ in cells}
    lines: Sequence[Heading] = [Heading(kind, words) for kind, words in KINDS_OF_BODY.items() if kind in met]
    return laid_out(lines, (Heading(step.id, step.name) for step, _ in found.steps), cells, "examinations")
