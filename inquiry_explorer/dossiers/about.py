"""What the subject of a dossier is: its facts, its own links, and where a practice is worded."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.citing import show_citations
from inquiry_explorer.prose import paragraph
from inquiry_explorer.record_views import facts_of, linked_to
from inquiry_explorer.tables import facts_table
from inquiry_graph.citations import citations
from inquiry_graph.dossier import Dossier


def show(of: Dossier) -> None:
    """Facts and links, in the model's words."""
    text = str(of.subject.properties.get("text", ""))
    links = (linked_to(each.section, each.ends) for each in of.ties)
    st.html(facts_table([*facts_of(of.subject, besides=text), *links]))
    if of.subject.kind == "Practice":
        paragraph("Published wordings that it maps to:", style="quiet")
        show_citations(session.kept(citations, (of.subject.id,)))
