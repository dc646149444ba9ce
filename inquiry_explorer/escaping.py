"""Text from the graph is text: put into our own HTML and into Streamlit's labels so that it shows as typed."""

from __future__ import annotations

import html
import re
from typing import Any

from inquiry_graph.export.material import as_text

_JOINER = "\u2060"  # takes no room; keeps apart what Markdown, emoji names and arrows would read together
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_READ_TOGETHER = re.compile(r"(?<=[!-/:-@\[-`{-~])(?=[!-/:-@\[-`{-~])|(?<=:)|(?<=www)(?=\.)|(?=@)")


def as_html(value: Any) -> str:
    """The value as text within an element or an attribute of our own HTML."""
    return html.escape(as_text(value))


def as_label(value: Any) -> str:
    """The value as a label of a widget, which Streamlit reads as Markdown."""
    apart = _READ_TOGETHER.sub(_JOINER, " ".join(as_text(value).split()))
    return _PUNCTUATION.sub(r"\\\1", apart)
