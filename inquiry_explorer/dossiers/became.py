"""What became of a recommendation: each status that was stated, what failed after it, and who asked the same again."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import record_address
from inquiry_explorer.citing import show_citations
from inquiry_explorer.dossiers.recommended import status_words
from inquiry_explorer.facts import term_words
from inquiry_explorer.prose import paragraph
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph import model
from inquiry_graph.citations import citations
from inquiry_graph.dossier import Asked, Dossier
from inquiry_graph.patterns.returns import FailedAfter


def show(of: Dossier) -> None:
    """Its own paragraph, then status by status, then what failed in spite of it, then the same request elsewhere."""
    asked = next(each for each in of.recommendations if each.node.id == of.subject.id)
    show_citations(session.kept(citations, (of.subject.id,)))
    _show_progress(asked)
    _show_failed(asked.failed_after)
    _part("The same request, made before or again")
    if asked.repeats:
        columns = (Column("Recommendation"),)
        show_table(columns, [(each,) for each in asked.repeats], caption="Repeats, as a coder judged", key="repeats")
    else:
        paragraph("No other recommendation is marked as the same request.", style="quiet")


def _show_progress(asked: Asked) -> None:
    _part("Its status, as stated")
    if not asked.progress:
        paragraph("No statement of its status was read: whether it was carried out is not known here.", style="quiet")
        return
    rows = [
        (each.properties["date"], status_words(each), Linked(str(each.properties["summary"]), record_address(each.id)))
        for each in asked.progress
    ]
    show_table(
        (Column("Stated", "date"), Column("Status"), Column("In our words")), rows, caption="Statements", key="progress"
    )
    paragraph("Where each is stated:", style="quiet")
    names = {each.id: f"{status_words(each)}, {each.properties['date']}" for each in asked.progress}
    show_citations(session.kept(citations, tuple(names)), names)


def _show_failed(after: Sequence[FailedAfter]) -> None:
    _part("Failures of its practice after it")
    if not after:
        paragraph("None was read in the bodies that it asks or the places that its source examined.", style="quiet")
        return
    columns = (Column("Failure"), Column("Body or place"), Column("Conduct from", "integer"), Column("Years are"))
    rows = [
        (Linked(each.summary, record_address(each.failure)), "; ".join(each.units), each.conduct_from,
         term_words(model.YEARS_BASES, each.years_basis))
        for each in sorted(after, key=lambda each: not each.dated)
    ]  # fmt: skip
    show_table(columns, rows, caption="Dated after it first, then reported later with years not known", key="failed")


def _part(words: str) -> None:
    st.html(f"<h4>{words}</h4>")
