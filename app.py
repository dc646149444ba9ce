"""The frame of the app: its pages, the navigation between them, one look and one place for what goes wrong."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import addresses
from inquiry_explorer.failures import failures_shown
from inquiry_explorer.look import apply_look
from inquiry_explorer.pages import data, evidence, explore, overview, patterns, questions, workbench

st.set_page_config(page_title="Inquiry Graph", layout="wide")
page = st.navigation(
    [
        st.Page(overview.show, title="Overview", url_path=addresses.OVERVIEW, default=True),
        st.Page(questions.show, title="Questions", url_path=addresses.QUESTIONS),
        st.Page(explore.show, title="Explore", url_path=addresses.EXPLORE),
        st.Page(patterns.show, title="Patterns", url_path=addresses.PATTERNS),
        st.Page(evidence.show, title="Evidence", url_path=addresses.EVIDENCE),
        st.Page(data.show, title="Data", url_path=addresses.DATA),
        st.Page(workbench.show, title="Workbench", url_path=addresses.WORKBENCH),
    ],
    position="top",
)
apply_look()
with failures_shown():
    page.run()
