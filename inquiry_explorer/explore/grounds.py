"""What something in the panel rests on, and whether it was found or asked again: each repeat a path on the canvas."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.citing import show_citations
from inquiry_explorer.escaping import as_html
from inquiry_explorer.explore import desk
from inquiry_explorer.failures import failures_shown
from inquiry_explorer.prose import paragraph
from inquiry_graph.citations import citations
from inquiry_graph.explore.repeats import Repeat, repeats_of
from inquiry_graph.explore.standing import standing
from inquiry_graph.neighbourhood import among, nodes
from inquiry_graph.subgraph import Node

_CAN_REPEAT = ("Finding", "Recommendation")


def show_standing(ids: tuple[str, ...], noun: str = "records", *, heading: str = "") -> None:
    """How many sources, and how independent; nothing where nothing is cited."""
    told = session.kept(standing, ids).sentence(noun)
    if told and heading:
        st.html(f'<h4 class="part">{as_html(heading)}</h4>')
    if told:
        paragraph(told, style="quiet")


def show_repeats(node: Node) -> None:
    """A closed section with the return visits and repeats of a finding or a recommendation; read when it is opened."""
    if node.kind not in _CAN_REPEAT:
        return
    with st.expander("Return visits and repeats", key=f"repeats {node.id}", on_change="rerun") as opened:
        if opened.open:
            with failures_shown():
                _list(session.kept(repeats_of, node.id))


def _list(found: tuple[Repeat, ...]) -> None:
    if not found:
        paragraph("None that we have read: no visit judged it again, and no later failure follows it.", style="quiet")
    for place, each in enumerate(found):
        paragraph(each.words)
        st.button("Show as a path", key=f"repeat {place}", on_click=_show, args=(each,))
        names = {node.id: node.name for node in session.kept(nodes, each.steps)}
        show_citations(session.kept(citations, each.steps), names, told=False)


def _show(repeat: Repeat) -> None:
    """Put the path on the canvas and let the rest fade."""
    path = session.kept(among, repeat.nodes)
    links = (link.id for link in path.links)
    desk.go(desk.view().adding(repeat.nodes).highlighting({*repeat.nodes, *links}))
