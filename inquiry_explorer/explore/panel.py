"""The panel beside the canvas: what is selected there, its citations first, and its links as closed sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import WRONG, correction_address, record_address
from inquiry_explorer.citing import show_citations
from inquiry_explorer.escaping import as_html, as_label
from inquiry_explorer.explore import connecting, desk
from inquiry_explorer.explore.expanding import offer_expansion
from inquiry_explorer.explore.grounds import show_repeats, show_standing
from inquiry_explorer.facts import facts, is_citation, link_facts, outcome
from inquiry_explorer.prose import paragraph
from inquiry_explorer.states import chip
from inquiry_explorer.tables import Linked, facts_table
from inquiry_graph import model
from inquiry_graph.citations import citations
from inquiry_graph.export.legend import node_words, symbol
from inquiry_graph.neighbourhood import Section, link, nodes, recommendations_after, section, sections
from inquiry_graph.subgraph import Link, Node

MOST_LISTED = 50
FIRST_FACTS = 5
MOST_SELECTED = 12


def show_panel() -> None:
    """The selected node or link, several nodes as a list, or None if nothing is selected that the graph holds."""
    selected = desk.view().selected
    found = session.kept(nodes, selected)
    if len(found) > 1:
        _show_several(found)
    elif found:
        _show_node(found[0])
    elif selected:
        _show_link(selected[0])


def _show_node(node: Node) -> None:
    kind = model.node_kind(node.kind)
    _head(kind.words, _full_name(node), symbol(node.kind))
    judged = outcome(node)
    if judged:
        st.html(f"<p>{chip(judged.value, judged.words)}</p>")
    _node_buttons(node)
    if model.has_dossier(node.id):
        paragraph(Linked("Open its dossier", record_address(node.id)))
    if node.kind in model.MUST_CITE:
        _subhead("Citations")
        show_standing((node.id,))
        show_citations(session.kept(citations, (node.id,)), told=False)
        paragraph(Linked(WRONG, correction_address(node.id)))
        show_repeats(node)
    else:
        show_standing((node.id,), "findings", heading="What it rests on")
    _show_facts(node, judged.words if judged else "")
    offer_expansion(node)
    _show_sections(node)


def _full_name(node: Node) -> str:
    """The whole text of which a name is the beginning."""
    return str(node.properties.get(model.node_kind(node.kind).named_by) or node.name)


def _show_facts(node: Node, *besides: str) -> None:
    """What the graph knows of it, the first at once and the rest on request; not what stands above already."""
    above = {_full_name(node), *besides}
    told = [(fact.words, fact.text) for fact in facts(node) if fact.text not in above]
    if not told:
        return
    _subhead("Facts")
    st.html(facts_table(told[:FIRST_FACTS]))
    if told[FIRST_FACTS:]:
        with st.expander(f"{len(told) - FIRST_FACTS} more facts"):
            st.html(facts_table(told[FIRST_FACTS:]))


def _node_buttons(node: Node) -> None:
    view = desk.view()
    with st.container(horizontal=True, gap="small"):
        if node.id not in view.shown:
            st.button("Add to the canvas", key="panel-add", on_click=desk.add, args=([node.id],), type="primary")
        elif node.id in view.hidden:
            st.button("Bring back", key="panel-back", on_click=desk.bring_back, args=([node.id],))
        else:
            st.button(
                "Hide",
                key="panel-hide",
                on_click=desk.hide,
                args=([node.id],),
                help="Out of the view, not out of the data",
            )
        st.button(
            connecting.words_for(node.id), key="panel-connect", on_click=connecting.take, args=(node.id,),
            help="Find the shortest ways from one node to another",
        )  # fmt: skip
        st.button("Close", key="panel-close", on_click=desk.select, args=((),))


def _show_sections(node: Node) -> None:
    listed = session.kept(sections, node.id)
    if listed:
        _subhead("Links")
    for each in listed:
        label = f"{_section_words(each)} · {each.links:,}"
        key = f"section {node.id} {each.type} {each.outward}"
        with st.expander(as_label(label), key=key, on_change="rerun") as opened:
            if opened.open:
                _show_section(node, each)


def _section_words(of: Section) -> str:
    """How the links read, and what is at their other ends where that is of one kind: "Is the place of: cases"."""
    kind = model.link_kind(of.type)
    ends = kind.ends if of.outward else kind.starts
    words = of.words[:1].upper() + of.words[1:]
    return f"{words}: {model.node_kind(ends[0]).plural.lower()}" if len(ends) == 1 else words


def _show_section(node: Node, of: Section) -> None:
    key = f"{node.id} {of.type} {of.outward}"
    place, pages = st.container(), -(-of.links // MOST_LISTED)
    page = st.pagination(pages, key=f"page {key}") if pages > 1 else 1
    skip = (page - 1) * MOST_LISTED
    pairs = session.kept(section, node.id, of.type, of.outward, skip=skip, limit=MOST_LISTED)
    ends = dict.fromkeys(other.id for _, other in pairs)
    missing = [each for each in ends if each not in desk.view().shown]
    with place:
        if of.links > len(pairs):
            paragraph(f"{skip + 1:,} to {skip + len(pairs):,} of {of.links:,}, by name.", style="quiet")
        if missing:
            words = f"Add {'all' if len(missing) == of.links else 'these'} {len(missing):,} to the canvas"
            st.button(words, key=f"add {key}", on_click=desk.add, args=(missing,))
        for each, other in pairs:
            _row(each, other)


def _row(each: Link, other: Node) -> None:
    on = other.id in desk.view().shown
    told = "; ".join(fact.text for fact in link_facts(each)) or str(each.properties.get("locator") or "")
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"row {each.id}"):
        st.button(
            as_label(other.name), key=f"open {each.id}", on_click=desk.add, args=([other.id],),
            kwargs={"select": [other.id]}, type="tertiary", width="stretch",
            help="On the canvas: select it" if on else "Add it to the canvas and select it",
        )  # fmt: skip
        st.button(
            as_label(told or "link"), key=f"link {each.id}", on_click=_open_link, args=(each,), type="tertiary",
            help="Show this link and what it rests on",
        )  # fmt: skip


def _open_link(each: Link) -> None:
    desk.add([each.start, each.end], select=[each.id])


def _show_link(identifier: str) -> None:
    found = session.kept(link, identifier)
    if found is None:
        _head("Not in the graph", "What was selected is not there", "")
        paragraph("The data may have changed since this address was made. Find it again by its words.")
        st.button("Close", key="panel-close", on_click=desk.select, args=((),))
        return
    start, each, end = found
    kind = model.link_kind(each.kind)
    _head("Link", f"{start.name} {kind.forward} {end.name}", "")
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Hide", key="panel-hide", on_click=desk.hide, args=([each.id],), help="Out of the view, not out of the data"
        )
        st.button("Close", key="panel-close", on_click=desk.select, args=((),))
    _show_evidence(start, each, end)
    _subhead("What this link means")
    paragraph(kind.meaning)
    if link_facts(each):
        st.html(facts_table((fact.words, fact.text) for fact in link_facts(each)))
    _show_ends(start, end)
    if start.kind == "Finding" or end.kind == "Finding":
        _show_recommendations(start if start.kind == "Finding" else end)


def _show_evidence(start: Node, each: Link, end: Node) -> None:
    """The link's own citation and then the record's others; for a link that cites nothing, what its record rests on."""
    record = start if start.kind in model.MUST_CITE or is_citation(each) else end
    cited = session.kept(citations, (record.id,))
    _subhead("Citations")
    if not cited:
        paragraph(
            "No paragraph is cited for this link: it comes from the codebook or from reference data.", style="quiet"
        )
        return
    show_standing((record.id,))
    paragraph(Linked(WRONG, correction_address(record.id)))
    if not is_citation(each):
        show_citations(cited, told=False)
        return
    show_citations((citation for citation in cited if citation.id == each.id), told=False)
    others = [citation for citation in cited if citation.id != each.id]
    _subhead("Other sources for it")
    if others:
        show_citations(others, told=False)
    else:
        paragraph("None: this is the one place where we have read it.", style="quiet")


def _show_recommendations(finding: Node) -> None:
    _subhead("Recommendations that followed")
    found = session.kept(recommendations_after, finding.id)
    if not found:
        paragraph("None that we have read in its sources about this practice.", style="quiet")
    _buttons(found, "recommended")


def _show_ends(start: Node, end: Node) -> None:
    _subhead("From and to")
    _buttons((start, end), "end")


def _show_several(found: Sequence[Node]) -> None:
    _head("Selection", f"{len(found):,} nodes", "")
    ids = [node.id for node in found]
    with st.container(horizontal=True, gap="small"):
        st.button("Hide them", key="panel-hide", on_click=desk.hide, args=(ids,))
        if len(ids) == 2:
            st.button("Connect the two", key="panel-join", on_click=connecting.join, args=tuple(ids))
        st.button("Close", key="panel-close", on_click=desk.select, args=((),))
    _buttons(found[:MOST_SELECTED], "selected")
    if len(found) > MOST_SELECTED:
        paragraph(f"And {len(found) - MOST_SELECTED:,} more: see the table.", style="quiet")
    show_citations(session.kept(citations, tuple(ids)), {node.id: node.name for node in found})


def _buttons(found: Iterable[Node], purpose: str) -> None:
    for node in found:
        st.button(
            as_label(f"{node_words(node.kind)}: {node.name}"), key=f"{purpose} {node.id}", on_click=desk.add,
            args=([node.id],), kwargs={"select": [node.id]}, type="tertiary",
        )  # fmt: skip


def _head(kicker: str, name: str, drawing: str) -> None:
    told = as_html(name if len(name) <= 600 else f"{name[:600]} …")
    st.html(f'<p class="kicker">{drawing}{as_html(kicker)}</p><h3 class="name"><bdi>{told}</bdi></h3>')


def _subhead(words: str) -> None:
    st.html(f'<h4 class="part">{as_html(words)}</h4>')
