"""The graph canvas: a Streamlit component that draws a scene with sigma.js.

It is mounted under a fixed key, so that a rerun updates the picture that is there: positions,
zoom and selection stay. Script and style travel inside the page's own messages, since that works
the same in a checkout, an editable install and a wheel, and asks the network for nothing.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from inquiry_explorer.canvas.scene import (
    LAYOUTS,
    Act,
    Anchor,
    CanvasEvents,
    Found,
    FoundKind,
    FoundNode,
    Layout,
    LegendItem,
    LineStyle,
    Mark,
    Scene,
    SceneLink,
    SceneNode,
    Shape,
)
from inquiry_explorer.canvas.wire import packed
from inquiry_graph.errors import InquiryGraphError

__all__ = [
    "LAYOUTS",
    "Act",
    "Anchor",
    "CanvasEvents",
    "Found",
    "FoundKind",
    "FoundNode",
    "Layout",
    "LegendItem",
    "LineStyle",
    "Mark",
    "Scene",
    "SceneLink",
    "SceneNode",
    "Shape",
    "canvas_events",
    "graph_canvas",
]

BUILD = Path(__file__).parent / "frontend" / "build"


def graph_canvas(scene: Scene, *, key: str, height: int = 640, found: Found | None = None) -> CanvasEvents:
    """Draw `scene`, its stage `height` pixels high, and return what the reader did.

    Give one `key` to one place in the app and keep it: nodes are matched by id from run to run. A page that
    answers with `found` gets a box to find nodes by, and is asked what the legend shall show.
    Raises InquiryGraphError if the canvas has not been built.
    """
    data = _told_anew(packed(scene, name=key, height=height, found=found), key)
    result = _component()(key=key, data=data, on_events_change=_keep)
    return _fresh(result.get("events"), key)


def canvas_events(key: str) -> CanvasEvents:
    """What the reader did on the canvas of that key, before it is drawn in this run: act on it, then draw once."""
    return _fresh(st.session_state.get(key, {}).get("events"), key)


def _fresh(payload: dict[str, Any] | None, key: str) -> CanvasEvents:
    seen_key = f"{key}-seen"
    events = CanvasEvents.from_json(payload, st.session_state.get(seen_key, 0))
    st.session_state[seen_key] = events.count
    return events


def _told_anew(data: bytes, key: str) -> bytes:
    """The same with spaces after it: another number of them for each scene that is not the last one again.

    Streamlit sends a message that it has sent before as a mere reference. Where a step leads back to an earlier
    scene, the browser has at times let that message go already.
    """
    digest = hashlib.sha256(data).digest()
    told: tuple[bytes, int] = st.session_state.get(f"{key}-told", (b"", 0))
    last, spaces = told
    if digest != last:
        spaces = (spaces + 1) % 64
        st.session_state[f"{key}-told"] = (digest, spaces)
    return data + b" " * spaces


def _keep() -> None:
    """Streamlit keeps a value of a component only if something is called when it changes."""


@cache
def _component() -> ComponentRenderer:
    script, style = built("canvas.js"), built("canvas.css")
    return st.components.v2.component("inquiry-graph.canvas", js=script, css=style)


def built(name: str) -> str:
    """A file of the build. Raises InquiryGraphError if it is not there."""
    file = BUILD / name
    if not file.is_file():
        raise InquiryGraphError(
            f"The graph canvas is not built: {file} is missing. Run `pip install --no-deps -e .` in the project's"
            " folder (or `make setup`), then reload the page."
        )
    return file.read_text(encoding="utf-8")
