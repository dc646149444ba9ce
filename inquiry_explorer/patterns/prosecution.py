"""Question 5: the path from report to court, as steps of equal width: no step is the share of another."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import records_address
from inquiry_explorer.escaping import as_html
from inquiry_explorer.patterns.choosing import subjects_chosen
from inquiry_explorer.patterns.frame import Sheet, answer, base_of, opening
from inquiry_explorer.prose import cautioned, heading
from inquiry_explorer.states import SHOWN, key, mark
from inquiry_explorer.tables import Column
from inquiry_graph.cells import EXPLOITATION, Tally
from inquiry_graph.patterns.path import KINDS, THEME, Step, steps

TITLE = "From report to court"
ASKS = "At which steps was a barrier found, in how many of the examinations of each step?"


def show() -> None:
    """Draw the view."""
    opening(TITLE, ASKS)
    subjects = subjects_chosen(EXPLOITATION)
    rows = [(words, session.kept(steps, subjects, kinds)) for words, kinds in KINDS]
    _, places = rows[0]
    answer("; ".join(f"{step.step.name.lower()}, in places: {step.sentence}" for step in _most(places)))
    base_of(THEME, subjects)
    for words, found in rows:
        heading(words)
        st.html(_path(found))
    st.html(key({cell.state for _, found in rows for step in found for cell in step.cells}))
    cautioned(
        "The steps are of equal width, since no one followed the same reports from step to step. An examination "
        "counts at a step where it judged it and its scope covers the practice that it judged. No source states a "
        "scope by step: how many looked at a step and found nothing worth a sentence is not known."
    )
    _show_table(rows, Sheet("prosecution", {"subjects": subjects}))


def _most(found: Iterable[Step]) -> list[Step]:
    """The step that most examinations judged."""
    return sorted(found, key=lambda step: -len(step.cells))[:1]


def _path(found: Iterable[Step]) -> str:
    return f'<ol class="steps">{"".join(map(_box, found))}</ol>'


def _box(step: Step) -> str:
    ids = step.findings
    name = as_html(step.step.name)
    title = f'<a href="{as_html(records_address(ids))}">{name}</a>' if ids else name
    tally = step.tally
    figure = f"{tally.low} of {tally.with_finding}" if tally.with_finding else "–"
    return (
        f'<li><strong>{title}</strong><span class="figure">{figure}</span>'
        f'<span class="marks">{_marks(tally)}</span><span class="quiet">{as_html(step.sentence)}.</span></li>'
    )


def _marks(tally: Tally) -> str:
    """A square for each examination, those outside the figure too."""
    return "".join(mark(state) * getattr(tally, state.value) for state in SHOWN)


def _show_table(rows: Iterable[tuple[str, tuple[Step, ...]]], sheet: Sheet) -> None:
    columns = (
        Column("Examinations"), Column("Step"), Column("Failing", "integer"), Column("Mixed", "integer"),
        Column("Adequate", "integer"), Column("Found, scope not known", "integer"), Column("Findings", "ids"),
    )  # fmt: skip
    told = [
        (words, each.step.name, each.tally.failing, each.tally.mixed, each.tally.adequate, each.tally.scope_not_known,
         each.findings)
        for words, found in rows
        for each in found
    ]  # fmt: skip
    heading("Table")
    sheet.show("path", columns, told, "Examinations by step and state")
    sheet.offer()
