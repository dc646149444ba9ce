"""The findings, the weightiest first, each with the words that make it and a link that opens the page there."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer.addresses import record_address
from inquiry_explorer.citing import counted, quoted
from inquiry_explorer.dossiers.listing import joined, listed
from inquiry_explorer.escaping import as_html
from inquiry_explorer.prose import paragraph
from inquiry_explorer.record_views import judged
from inquiry_explorer.tables import Linked, shown
from inquiry_graph.dossier import Dossier, Evidence


def show(of: Dossier) -> None:
    """All findings; what a finding is about stands below its words."""
    if not of.evidence:
        paragraph("No finding is held. That is no answer: nothing that was read says so either way.", style="quiet")
        return
    cited = [each for held in of.evidence for each in held.citations]
    paragraph(
        f"{counted(cited)} Ordered by the weight of the source's kind and of the page that was read; "
        "weight says nothing about how bad something was.",
        style="quiet",
    )
    st.html(listed([_item(each, of.subject.id) for each in of.evidence], "citations evidence", "findings"))


def _item(held: Evidence, subject: str) -> str:
    summary = str(held.finding.properties["summary"])
    link = shown(Linked(summary, record_address(held.finding.id)))
    others = (each for each in (held.practice, held.case, *held.bodies) if each.id != subject)
    about = joined((judged(held.finding), *others)).body
    hedged = " · hedged by the source" if held.finding.properties.get("hedged") else ""
    paragraphs = "".join(map(quoted, held.citations))
    return f'<p class="finding">{link}</p><p class="where">{about}{as_html(hedged)}</p>{paragraphs}'
