"""The rows above the canvas: picture and layout; steps, filter, what is hidden; the chips of what is on."""

from __future__ import annotations

import json

import streamlit as st

from inquiry_explorer.addresses import workbench_address
from inquiry_explorer.canvas import LAYOUTS
from inquiry_explorer.escaping import as_label
from inquiry_explorer.explore import connecting, desk
from inquiry_explorer.explore.filters import Facet, Option, chosen, facet_words, options, value_words
from inquiry_explorer.explore.grouping import GROUPINGS
from inquiry_explorer.explore.pictures import drawn_as, filterable, offer_pictures
from inquiry_explorer.explore.saving import show_saving
from inquiry_explorer.explore.view import LONGEST, STEPS
from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.cells import number
from inquiry_graph.export.legend import link_words, node_words
from inquiry_graph.subgraph import Link, Node, Subgraph

CYPHER = "Cypher of this picture"
_GROUPS = {"": "Each node alone"} | {by: f"Grouped by {by}" for by in GROUPINGS}


def show_toolbar(whole: Subgraph, seen: Subgraph) -> None:
    """Everything that changes the picture as a whole; `whole` is before hiding and filtering, `seen` after."""
    view, history = desk.view(), desk.history()
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="explore-pictures"):
        offer_pictures()
        if drawn_as() == "canvas":
            _layout_menu()
            _group_menu(seen)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="explore-toolbar"):
        st.button(
            "Undo",
            key="undo",
            on_click=desk.undo,
            disabled=not history.past,
            help=f"The last {STEPS} steps (Ctrl Z on the canvas)",
        )
        st.button("Redo", key="redo", on_click=desk.redo, disabled=not history.future)
        st.button(
            "Connect",
            key="connect",
            on_click=connecting.toggle,
            type="primary" if connecting.is_open() else "secondary",
            help="The shortest ways from one node to another",
        )
        _filter_menu(filterable(whole))
        _hidden_menu(whole)
        st.button(
            "Clear",
            key="clear",
            on_click=desk.clear,
            disabled=not view.shown,
            help="Empty the canvas; undo brings it back",
        )
        show_saving(whole)
        if seen:
            _cypher(seen)


def _cypher(seen: Subgraph) -> None:
    """The statement of the picture in the workbench; where its ids are too many for an address, the statement alone."""
    text = statement("_app/picture").strip()
    address = workbench_address(text, json.dumps({"ids": [node.id for node in seen.nodes]}, ensure_ascii=False))
    if len(address) <= LONGEST:
        st.link_button(CYPHER, address, help="The statement that makes this picture, in the workbench")
        return
    with st.popover(CYPHER, key="cypher"):
        st.code(text, language="cypher")
        st.caption(
            f"The ids of {number(len(seen.nodes), 'nodes')} are too many for an address. Freeze this view: its file "
            "holds the statement with all of them, and inquiry-graph verify runs it."
        )


def show_chips() -> None:
    """What is highlighted, and the values that are chosen or left out, each a button that takes it off."""
    view = desk.view()
    pairs = [*((each, True) for each in view.only), *((each, False) for each in view.without)]
    if not pairs and not view.highlighted:
        return
    with st.container(horizontal=True, gap="small", key="explore-chips"):
        if view.highlighted:
            lit = sum(not any(model.ends_of_link_id(each)) for each in view.highlighted)
            st.button(
                f"Highlighted: {number(lit, 'nodes')} ×",
                key="chip lit",
                on_click=desk.light,
                args=((),),
                help="Show all alike again",
            )
        for (facet, value), wanted in pairs:
            words = f"{facet_words(facet)}: {'only' if wanted else 'without'} {value_words(facet, value).lower()} ×"
            st.button(
                as_label(words), key=f"chip {wanted} {facet} {value}", on_click=_take_off, args=(facet, value),
                help="Take this off the filter",
            )  # fmt: skip


def _filter_menu(whole: Subgraph) -> None:
    view = desk.view()
    number = len(view.only) + len(view.without)
    menu = st.popover(f"Filter ({number})" if number else "Filter", key="filter", disabled=not whole)
    with menu.container(key="explore-filter"):
        for facet, values in options(whole, view).items():
            _facet(facet, values)


def _facet(facet: Facet, values: tuple[Option, ...]) -> None:
    only, without = chosen(desk.view(), facet.name)
    words = {each.value: f"{each.words} {each.count:,}" for each in values}
    st.markdown(f"**{as_label(facet.words)}**")
    for purpose, label, now in (("only", "Show only", only), ("without", "Leave out", without)):
        key = f"filter {facet.name} {purpose}"
        st.session_state[key] = [each for each in now if each in words]
        st.pills(
            label, list(words), selection_mode="multi", key=key, format_func=lambda each: as_label(words[each]),
            on_change=_filter, args=(facet.name,),
        )  # fmt: skip


def _filter(facet: str) -> None:
    only, without = (st.session_state[f"filter {facet} {purpose}"] for purpose in ("only", "without"))
    desk.filter_by(facet, only, [each for each in without if each not in only])


def _take_off(facet: str, value: str) -> None:
    only, without = chosen(desk.view(), facet)
    desk.filter_by(facet, [each for each in only if each != value], [each for each in without if each != value])


def _hidden_menu(whole: Subgraph) -> None:
    hidden = desk.view().hidden
    with st.popover(f"Hidden ({len(hidden)})" if hidden else "Hidden", key="hidden", disabled=not hidden):
        st.caption("Out of the view, not out of the data. Press one to bring it back.")
        names = {node.id: node for node in whole.nodes}
        links = {link.id: link for link in whole.links}
        if len(hidden) > 1:
            st.button("Bring all back", key="back-all", on_click=desk.bring_back, args=(hidden,), type="primary")
        for each in hidden:
            words = _named(each, names, links)
            st.button(as_label(words), key=f"back {each}", on_click=desk.bring_back, args=([each],), type="tertiary")


def _named(identifier: str, nodes: dict[str, Node], links: dict[str, Link]) -> str:
    if identifier in nodes:
        return f"{node_words(nodes[identifier].kind)}: {nodes[identifier].name}"
    link = links.get(identifier)
    if link is None:
        return identifier
    return f"Link: {nodes[link.start].name} {link_words(link.kind)} {nodes[link.end].name}"


def _layout_menu() -> None:
    st.session_state["layout"] = desk.view().layout
    st.segmented_control(
        "Layout", list(LAYOUTS), key="layout", format_func=LAYOUTS.__getitem__, label_visibility="collapsed",
        on_change=_lay_out, required=True,
    )  # fmt: skip


def _group_menu(seen: Subgraph) -> None:
    """Which nodes are drawn as one."""
    with st.popover("Group", key="groups", disabled=not seen, help="Draw nodes together as one"):
        st.session_state["group"] = desk.view().group
        st.pills("Groups", list(_GROUPS), key="group", format_func=_GROUPS.__getitem__, on_change=_group, required=True)


def _lay_out() -> None:
    desk.lay_out(st.session_state["layout"])


def _group() -> None:
    desk.group_by(st.session_state["group"])
