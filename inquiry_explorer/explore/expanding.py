"""Adding hidden neighbours from the panel: by kind with their numbers, and after asking where they are many."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.escaping import as_html
from inquiry_explorer.explore import desk
from inquiry_explorer.prose import paragraph
from inquiry_graph import model
from inquiry_graph.neighbourhood import Order, hidden_kinds
from inquiry_graph.subgraph import Node

MOST = 500  # neighbours that one step may add
_ORDERS: dict[Order, str] = {"name": "By name", "newest": "Newest first", "connected": "Most linked first"}


def offer_expansion(node: Node) -> None:
    """Buttons for the kinds of neighbour that are not on the canvas; a form instead where they are many."""
    view = desk.view()
    if node.id not in view.shown:
        return
    hidden = session.kept(hidden_kinds, node.id, view.shown)
    total = sum(hidden.values())
    st.html('<h4 class="part">Neighbours not on the canvas</h4>')
    if not total:
        paragraph("None: all its neighbours are on the canvas, or hidden from the view.", style="quiet")
        return
    if total > desk.AT_ONCE:
        _ask(node, hidden, total)
        return
    with st.container(horizontal=True, gap="small"):
        if len(hidden) > 1:
            st.button(
                f"All +{total:,}", key="expand-all", on_click=desk.expand_by, args=(node.id, None), type="primary"
            )
        for label, count in hidden.items():
            words = f"{_plural(label, count)} +{count:,}"
            st.button(words, key=f"expand-{label}", on_click=desk.expand_by, args=(node.id, label))


def _ask(node: Node, hidden: dict[str, int], total: int) -> None:
    """Which kind, in which order and how many at most: no canvas is flooded."""
    if desk.asking() == node.id:
        st.html(f'<div class="notice" role="status">{as_html(_flood(total))}</div>')
    with st.form("expand-form", border=False):
        st.selectbox(
            "Kind", [None, *hidden], index=1, key=f"expand-kind-{node.id}",
            format_func=lambda each: f"{_plural(each, hidden[each])} ({hidden[each]:,})" if each else f"All ({total})",
        )  # fmt: skip
        st.selectbox("Order", list(_ORDERS), format_func=_ORDERS.__getitem__, key=f"expand-order-{node.id}")
        st.number_input("At most", 1, MOST, min(25, total), key=f"expand-most-{node.id}")
        st.form_submit_button("Add to the canvas", type="primary", on_click=_add, args=(node.id,))


def _add(identifier: str) -> None:
    kind, order, most = (st.session_state[f"expand-{each}-{identifier}"] for each in ("kind", "order", "most"))
    desk.expand_by(identifier, kind, order, int(most))


def _flood(total: int) -> str:
    return f"{total:,} neighbours are hidden: too many to add at once. Choose which."


def _plural(label: str, count: int) -> str:
    kind = model.node_kind(label)
    return kind.words if count == 1 else kind.plural
