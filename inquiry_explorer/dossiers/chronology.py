"""What is dated, year by year: periods examined, publications, public steps and statements of progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from inquiry_explorer.dossiers.listing import FIRST
from inquiry_explorer.escaping import as_html
from inquiry_explorer.facts import term_words
from inquiry_explorer.prose import paragraph
from inquiry_explorer.tables import shown
from inquiry_graph import model
from inquiry_graph.dossier import Dated, Dossier
from inquiry_graph.subgraph import Node


def show(of: Dossier) -> None:
    """A list by year, dates as exact as they are known."""
    if not of.chronology:
        paragraph("Nothing dated is held.", style="quiet")
        return
    first, rest = of.chronology[:FIRST], of.chronology[FIRST:]
    st.html(_list(first))
    if rest:
        st.html(f"<details><summary>The {len(rest):,} later dates</summary>{_list(rest)}</details>")


def _list(dated: Sequence[Dated]) -> str:
    return f'<ol class="timeline">{"".join(_items(dated))}</ol>'


def _items(dated: Sequence[Dated]) -> Iterator[str]:
    year = ""
    for each in dated:
        if each.date[:4] != year:
            year = each.date[:4]
            yield f'<li class="year"><span>{as_html(year)}</span></li>'
        told = as_html(_what(each.node))
        date = as_html(each.date)
        yield (
            f'<li><time datetime="{date}">{date}</time><div>{shown(each.node)}<br><span class="quiet">{told}</span>'
            "</div></li>"
        )


def _what(node: Node) -> str:
    """What happened on the date."""
    held = node.properties
    match node.kind:
        case "Case":
            until = held.get("to_year")
            return f"Start of the period examined{f', to {until}' if until else ''}"
        case "Source":
            return f"Published: {term_words(model.SOURCE_KINDS, held['kind']).lower()}"
        case "Progress":
            return f"Status stated: {term_words(model.PROGRESS_STATUSES, held['status']).lower()}"
    return "Public step"
