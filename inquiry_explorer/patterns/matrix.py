"""The matrix: what was found about each practice or theme in each place."""

from __future__ import annotations

from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.patterns import fields
from inquiry_explorer.patterns.frame import opening
from inquiry_explorer.patterns.grid import COUNTS, grid
from inquiry_explorer.prose import paragraph
from inquiry_explorer.states import key
from inquiry_graph.cells import Topics, cells

TITLE = "Matrix"
ASKS = "What was found about each practice or theme, place by place, and where has nobody looked?"


def show() -> None:
    """Draw the view."""
    opening(TITLE, ASKS)
    topics = fields.one("topics", "Columns", {"theme": "Themes", "practice": "Practices"})
    found = session.kept(cells, "place", cast(Topics, topics))
    st.html(grid(found, TITLE))
    paragraph(f"Below a symbol: the findings that say {COUNTS}.", style="quiet")
    st.html(key({cell.state for cell in found}))
