"""What was said in reply, and whether a reply was looked for at all."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import record_address
from inquiry_explorer.citing import quoted
from inquiry_explorer.dossiers.listing import joined, listed
from inquiry_explorer.prose import paragraph
from inquiry_explorer.tables import Column, Linked, show_table, shown
from inquiry_graph.cells import number
from inquiry_graph.citations import Citation, citations
from inquiry_graph.dossier import Dossier, Reply, Response


def show(of: Dossier) -> None:
    """Claims with their paragraphs, then publications in response."""
    held = of.coverage
    paragraph(
        f"A search for replies is recorded for {held.sought} of the {number(held.sources, 'sources')} behind this "
        "dossier; other replies were met while reading. Where none stands, whether there was one is not known.",
        style="quiet",
    )
    _show_claims(of)
    _show_responses(of)


def _show_claims(of: Dossier) -> None:
    if not of.replies:
        paragraph("No reply or claim of a body is held.", style="quiet")
        return
    cited: dict[str, list[Citation]] = {}
    for each in session.kept(citations, tuple(reply.claim.id for reply in of.replies)):
        cited.setdefault(each.record, []).append(each)
    items = [_item(each, cited.get(each.claim.id, [])) for each in of.replies]
    st.html(listed(items, "citations", "replies and claims"))


def _item(reply: Reply, cited: list[Citation]) -> str:
    claim = shown(Linked(str(reply.claim.properties["text"]), record_address(reply.claim.id)))
    by = f"Says {joined(reply.bodies, ', ').body}" if reply.bodies else "Who says so is not stated"
    answers = f", in answer to: {joined(reply.answered, '; ').body}" if reply.answered else ""
    return f'<p class="finding">{claim}</p><p class="where">{by}{answers}.</p>{"".join(map(quoted, cited))}'


def _show_responses(of: Dossier) -> None:
    if of.responses:
        columns = (Column("Response"), Column("Published", "date"), Column("By"), Column("Responds to"))
        show_table(columns, [_row(each) for each in of.responses], caption="Publications in response", key="responses")


def _row(each: Response) -> tuple[object, ...]:
    published = each.source.properties.get("published") or "not known"
    return each.source, published, joined(each.bodies, "; "), each.answered
