"""What the views of Patterns have in common: a title with the way back, and the sentence that answers."""

from __future__ import annotations

from collections.abc import Sequence

from inquiry_explorer import session
from inquiry_explorer.addresses import PATTERNS, address, pattern_address
from inquiry_explorer.citing import show_citations
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.tables import Linked
from inquiry_graph.citations import citations
from inquiry_graph.neighbourhood import nodes
from inquiry_graph.patterns.findings import theme_tally


def opening(words: str, asks: str) -> None:
    """The view's title, the way back to all patterns, and what the view asks."""
    title(words, trail=(Linked("Patterns", address(PATTERNS)),))
    paragraph(asks, style="quiet")


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
