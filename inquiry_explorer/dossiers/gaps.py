"""What a dossier does not know: what was not read, not examined or not looked for."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from inquiry_explorer.dossiers.listing import named
from inquiry_explorer.escaping import as_html
from inquiry_explorer.facts import term_words
from inquiry_explorer.prose import Part
from inquiry_explorer.states import chip
from inquiry_explorer.tables import Html, facts_table, shown
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.dossier import Dossier, Gap
from inquiry_graph.subgraph import Node


def show(of: Dossier) -> None:
    """Each gap with its figure and base, and what it is a gap of."""
    st.html(facts_table(_told(of)))


def _told(of: Dossier) -> Iterator[tuple[str, Part]]:
    held = of.coverage
    findings, sources = number(held.findings, "findings"), number(held.sources, "sources")
    unread = [_extent(each) for each in held.unread]
    whole = f"{held.sources - len(unread)} of {sources} read whole"
    yield "Reading", Html(f"{whole}; not whole: {named(unread, 'sources', 5).body}") if unread else whole
    for gap in held.gaps:
        yield gap.footing, Html(f"{chip(gap.state)}: {_names(gap)}")
    yield "One source alone", f"{held.on_one_source} of {findings} rest on one source alone"
    yield "Years of conduct", f"not known for {held.undated} of {findings}"
    yield "Replies", f"a search is recorded for {held.sought} of {sources}"


def _extent(source: Node) -> Html:
    extent = term_words(model.EXTENTS_READ, source.properties["extent_read"]).lower()
    return Html(f"{shown(source)} ({as_html(extent)})")


def _names(gap: Gap) -> str:
    """A topic or a unit by its name; of units by topics only how many."""
    if gap.names:
        return f"{gap.count}: {named(gap.names, 'of them').body}"
    return number(gap.count, "cells")
