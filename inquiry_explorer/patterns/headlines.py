"""What the record says first: each statement with base and bounds, what would overturn it, and its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import pattern_address
from inquiry_explorer.escaping import as_html
from inquiry_explorer.patterns.frame import Sheet, answer, opening, paragraphs_of
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.tables import Linked, shown
from inquiry_graph.cells import number
from inquiry_graph.errors import AddressError
from inquiry_graph.patterns.headlines import Headline, as_rows, headlines

TITLE = "What the record says first"
ASKS = "Which statements does the record bear, on which base, and what would overturn each?"
NONE = "Too little is held for any statement: each kind is left out where its base is too small."


def show() -> None:
    """Draw all statements, or the one that the address names with its paragraphs."""
    found = session.kept(headlines)
    name = st.query_params.get("name")
    if name:
        _show_one(_named(found, name))
    else:
        _show_all(found)


def statements(found: Iterable[Headline]) -> str:
    """The statements as a list, each with what would overturn it and the way to its paragraphs."""
    return f'<ol class="statements">{"".join(map(_statement, found))}</ol>'


def _statement(each: Headline) -> str:
    overturned = f"<strong>What would overturn it.</strong> {as_html(each.overturned_by)}"
    behind = shown(_behind(each))
    return f'<li><p class="statement">{as_html(each.sentence)}</p><p class="quiet">{overturned} {behind}</p></li>'


def _behind(each: Headline) -> Linked:
    if not each.findings:
        return Linked("See what nobody looked at", pattern_address("gaps"))
    told = f"Read the {number(len(each.findings), 'findings')} and their paragraphs"
    return Linked(told, pattern_address("headlines", {"name": each.name}))


def _show_all(found: Sequence[Headline]) -> None:
    opening(TITLE, ASKS)
    if not found:
        paragraph(NONE, style="quiet")
        return
    st.html(statements(found))
    paragraph(
        "Each is a kind of statement, made anew for whatever the graph holds and left out where its base is too small.",
        style="quiet",
    )
    sheet = Sheet("headlines")
    sheet.add("statements", "the statements", lambda: as_rows(found))
    sheet.offer()


def _show_one(each: Headline) -> None:
    title(TITLE, trail=(Linked("Patterns", pattern_address("")), Linked(TITLE, pattern_address("headlines"))))
    answer(each.sentence)
    heading("What would overturn it")
    paragraph(each.overturned_by)
    if each.findings:
        paragraphs_of(each.findings)
    else:
        paragraph(_behind(each))


def _named(found: Sequence[Headline], name: str) -> Headline:
    for each in found:
        if each.name == name:
            return each
    held = ", ".join(each.name for each in found) or "none"
    raise AddressError(f"The record bears no statement {name!r} now; it bears {held}.")
