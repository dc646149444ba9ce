"""What Explore can draw beside the canvas: the same nodes, filter and selection, another way.

A picture is a function that is given what is seen and draws it. It reads `desk.view().selected` and calls
`desk.select` where a reader chooses; the panel, the table and the address follow by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from inquiry_explorer.explore import desk
from inquiry_explorer.explore.everything import everything
from inquiry_explorer.explore.map import show_map
from inquiry_explorer.explore.timeline import show_timeline
from inquiry_explorer.explore.view import Picture
from inquiry_graph.subgraph import Subgraph

OTHERS: Mapping[Picture, tuple[str, Callable[[Subgraph], None]]] = {
    "timeline": ("Timeline", show_timeline),
    "map": ("Map", show_map),
}
_CANVAS: Picture = "canvas"


def offer_pictures() -> None:
    """The switch between the canvas and the others, if there are any."""
    if not OTHERS:
        return
    words = {_CANVAS: "Canvas"} | {name: words for name, (words, _) in OTHERS.items()}
    st.session_state["picture"] = drawn_as()
    st.segmented_control(
        "Picture", list(words), key="picture", format_func=words.__getitem__, label_visibility="collapsed",
        on_change=_draw, required=True,
    )  # fmt: skip


def drawn_as() -> Picture:
    """The picture that the view asks for, or the canvas if there is no such one here."""
    picture = desk.view().picture
    return picture if picture in OTHERS else _CANVAS


def filterable(whole: Subgraph) -> Subgraph:
    """What the filter is about: what is on the canvas, or all that another picture shows where nothing is."""
    return whole if whole or drawn_as() == _CANVAS else everything()


def _draw() -> None:
    desk.draw_as(st.session_state["picture"])
