"""The look that the theme cannot give, and links that change the page in place: put into each page once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from inquiry_explorer import states

_FOLDER = Path(__file__).parent


def apply_look() -> None:
    """Bring style and links into the page."""
    st.html(_style())
    with st.container(key="frame"):
        _links()(key="links")


@cache
def _style() -> str:
    sheets = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in ("look.css", "print.css"))
    return f"<style>{sheets}\n{states.style()}</style>"


@cache
def _links() -> ComponentRenderer:
    script = (_FOLDER / "links.js").read_text(encoding="utf-8")
    return st.components.v2.component("inquiry-graph.links", js=script)
