"""What the views of Patterns have in common: a title with the way back, and the sentence that answers."""

from __future__ import annotations

from inquiry_explorer.addresses import PATTERNS, address
from inquiry_explorer.prose import paragraph, title
from inquiry_explorer.tables import Linked


def opening(words: str, asks: str) -> None:
    """The view's title, the way back to all patterns, and what the view asks."""
    title(words, trail=(Linked("Patterns", address(PATTERNS)),))
    paragraph(asks, style="quiet")


def answer(sentence: str) -> None:
    """The one sentence that answers the view's question, with figure, base and bounds."""
    paragraph(f"{sentence[:1].upper()}{sentence[1:].removesuffix('.')}.", style="lead sentence")
