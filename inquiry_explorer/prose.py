"""The parts that every page is made of: its title, its sentence, headings, paragraphs and links, all escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from inquiry_explorer.escaping import as_html, as_label
from inquiry_explorer.tables import Html, shown

Part = object  # text, Linked or Html


def title(words: str, sentence: str = "", *, trail: Sequence[Part] = ()) -> None:
    """The page's title, above it the way back, below it the one sentence that answers the page's question."""
    if trail:
        st.html(f'<p class="trail">{" › ".join(map(shown, trail))}</p>')
    st.title(as_label(words), anchor=False)
    if sentence:
        st.html(f'<p class="lead sentence">{as_html(sentence)}</p>')


def heading(words: str) -> None:
    """The heading of a part of the page."""
    st.subheader(as_label(words), anchor=False)


def paragraph(*parts: Part, style: str = "") -> None:
    """A paragraph of texts and links; `style` is a class of look.css."""
    attribute = f' class="{style}"' if style else ""
    st.html(f"<p{attribute}>{''.join(map(shown, parts))}</p>")


def items(lines: Iterable[tuple[Part, str]], style: str = "questions") -> None:
    """A list of links, each with a line that says more."""
    body = "".join(f"<li>{shown(link)}<span>{as_html(more)}</span></li>" for link, more in lines)
    st.html(f'<ul class="{style}">{body}</ul>')


def cautioned(sentence: str | None) -> None:
    """What a reader must know before comparing, set apart; nothing if there is nothing."""
    if sentence:
        st.html(f'<p class="caution"><strong>Caution.</strong> {as_html(sentence)}</p>')


def joined(parts: Iterable[str]) -> Html:
    """Pieces of our own HTML, one after the other with a comma."""
    return Html(", ".join(parts))
