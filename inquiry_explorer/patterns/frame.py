"""What the views of Patterns have in common: title and way back, the sentence that answers, tables and their download.

A `Sheet` gathers the tables of a view as they are drawn, so that its download holds what the page shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import PATTERNS, address, pattern_address
from inquiry_explorer.citing import show_citations
from inquiry_explorer.exporting import offer_tables
from inquiry_explorer.patterns.methods import counted
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.tables import Column, Linked, plain, show_table
from inquiry_graph.citations import citations
from inquiry_graph.neighbourhood import nodes
from inquiry_graph.patterns.findings import theme_tally
from inquiry_graph.subgraph import Rows


@dataclass(slots=True)
class Sheet:
    """The tables of one view by the names of their files: what a reader calls each, and what makes it.

    `asked` is what was chosen in the view; the manifest of each file says it.
    """

    view: str
    asked: Mapping[str, Any] = field(default_factory=dict)
    tables: dict[str, tuple[str, Callable[[], Rows]]] = field(default_factory=dict)

    def show(self, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]], caption: str) -> None:
        """Draw a table that the download holds as it is shown."""
        show_table(columns, rows, caption=caption, key=f"{self.view}-{name}")
        self.add(name, caption, lambda: plain(columns, rows))

    def add(self, name: str, words: str, make: Callable[[], Rows]) -> None:
        """A table that the page draws otherwise, as the library gives it."""
        self.tables[f"{self.view}_{name}"] = (f"{words[:1].lower()}{words[1:]}", make)

    def offer(self) -> None:
        """The button that opens the downloads; none where nothing is shown."""
        if self.tables:
            offer_tables(self.tables, {name: value for name, value in self.asked.items() if value}, self.view)


def opening(words: str, asks: str) -> None:
    """The view's title, the way back to all patterns, what the view asks, and how it counts."""
    title(words, trail=(Linked("Patterns", address(PATTERNS)),))
    paragraph(f"{asks} ", counted(st.query_params.get("view", "")), style="quiet")


def answer(sentence: str) -> None:
    """The one sentence that answers the view's question, with figure, base and bounds."""
    paragraph(f"{sentence[:1].upper()}{sentence[1:].removesuffix('.')}.", style="lead sentence")


def base_of(theme: int, subjects: Sequence[str]) -> None:
    """What was found on the whole theme, place by place: the base beside which the view is read."""
    tally = session.kept(theme_tally, theme, tuple(subjects))
    told = f"On the whole theme, in places: {tally.sentence('places')}. "
    paragraph(told, Linked("See them place by place", pattern_address("matrix", {"subject": list(subjects)})))


def paragraphs_of(ids: Sequence[str], words: str = "Paragraphs") -> None:
    """The paragraphs of these records, each under its record."""
    heading(words)
    names = {node.id: node.name for node in session.kept(nodes, tuple(ids))}
    show_citations(session.kept(citations, tuple(ids)), names)
