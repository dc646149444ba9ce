"""Explore's nodes on one axis of time, in lanes by theme or by place: the picture, its key and the equal table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import record_address
from inquiry_explorer.canvas import Shape
from inquiry_explorer.canvas.charts import Frame, TimelineLane, TimelineMark, draw_timeline
from inquiry_explorer.escaping import as_html
from inquiry_explorer.explore import desk
from inquiry_explorer.explore.everything import EMPTY, pictured, saved_with
from inquiry_explorer.prose import paragraph
from inquiry_explorer.states import chip, look_of
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph import model
from inquiry_graph.explore.bearings import bearings
from inquiry_graph.explore.timeline import By, Lane, Mark, Timeline, timeline_of
from inquiry_graph.export.legend import as_address, node_words, symbol
from inquiry_graph.subgraph import Node, Subgraph

KEY = "explore-timeline"
HEIGHT = 540  # pixels of the stage; more lanes than fit scroll
_LANES: Mapping[By, str] = {"theme": "Lanes by theme", "place": "Lanes by place"}
_LOOSE = next(term.words for term in model.YEARS_BASES if term.value == "review_period")
_COLUMNS = (
    Column("When", meaning="In brackets how that is known"), Column("What"), Column("Kind"),
    Column("Outcome", "state"), Column("Lane"),
)  # fmt: skip


def show_timeline(seen: Subgraph) -> None:
    """Draw what is seen, or all that the graph holds where nothing is on the canvas."""
    view = desk.view()
    nodes = pictured(seen)
    by = _lanes_by()
    found = timeline_of(nodes, session.kept(bearings, tuple(node.id for node in nodes)), by)
    paragraph(found.sentence() if view.shown else f"{EMPTY} {found.sentence()}", style="quiet")
    if found.lanes:
        key = list(_key(found))
        about = saved_with(found.sentence(), "; ".join(f"{sign} {words}".strip() for sign, _, words in key))
        frame = Frame(KEY, HEIGHT, desk.turn(), view.selected, about)
        draw_timeline(frame, map(_lane, found.lanes), found.first, found.last, desk.select)
        st.html(_shown_key(key))
    if found.counted:
        rows = list(_rows(found, {node.id: node for node in nodes}))
        show_table(_COLUMNS, rows, caption="The timeline as a table", key=KEY)


def _lanes_by() -> By:
    chosen: By = st.segmented_control(
        "Lanes", list(_LANES), key="timeline-lanes", format_func=_LANES.__getitem__, default="theme", required=True,
        label_visibility="collapsed",
    )  # fmt: skip
    return chosen


def _lane(lane: Lane) -> TimelineLane:
    return TimelineLane(lane.id, lane.name, tuple(_mark(mark, lane) for mark in lane.marks))


def _mark(mark: Mark, lane: Lane) -> TimelineMark:
    kind, judged = model.node_kind(mark.kind), look_of(mark.outcome)
    first = f"{kind.words}: {judged.words}" if judged else kind.words
    span = mark.span
    return TimelineMark(
        key=f"{lane.id} {mark.ids[0]}",
        ids=mark.ids,
        caption=mark.name,
        told=(first, _when(mark), lane.name),
        start=span.start,
        end=span.end,
        years=span.years,
        open=span.open,
        loose=span.known == _LOOSE,
        colour=judged.colour if judged else kind.colour,
        shape=cast(Shape, kind.shape),
        sign=judged.symbol if judged else "",
    )


def _key(found: Timeline) -> Iterator[tuple[str, str, str]]:
    """What the marks mean: a sign, how it is drawn, and its words. Of outcomes and kinds those that occur."""
    marks = [mark for lane in found.lanes for mark in lane.marks]
    for term in model.OUTCOMES:
        state = look_of(term.value)
        if state and any(mark.outcome == term.value for mark in marks):
            yield state.symbol, chip(term.value), state.words
    for kind in model.NODE_KINDS:
        if any(not mark.outcome and mark.kind == kind.label for mark in marks):
            drawn = f'<span class="state">{_drawing(kind.label)} {as_html(kind.words)}</span>'
            yield f"{kind.shape}:", drawn, kind.words
    for occurs, words in (
        (any(mark.span.known == _LOOSE for mark in marks), f"broken outline: {_LOOSE.lower()}"),
        (any(mark.span.open for mark in marks), "arrow: that end is not known"),
        (any(len(mark.ids) > 1 for mark in marks), "a number: so many alike"),
    ):
        if occurs:
            yield "", as_html(words), words


def _shown_key(key: Iterable[tuple[str, str, str]]) -> str:
    items = "".join(f"<li>{drawn}</li>" for _, drawn, _ in key)
    return f'<ul class="inline-key" aria-label="What the marks mean">{items}</ul>'


def _drawing(label: str) -> str:
    """The kind's shape as a picture of its own: drawings within a page's text are taken out of it."""
    return f'<img src="{as_html(as_address(symbol(label)))}" alt="" width="12" height="12">'


def _rows(found: Timeline, nodes: Mapping[str, Node]) -> Iterator[tuple[object, ...]]:
    for lane in found.lanes:
        for mark in lane.marks:
            for node in (nodes[each] for each in mark.ids):
                yield _row(node, _when(mark), lane.name)
    for node in found.undated:
        yield _row(node, "not known", "")


def _row(node: Node, when: str, lane: str) -> tuple[object, ...]:
    outcome = node.properties.get("outcome")
    return (when, Linked(node.name, record_address(node.id)), node_words(node.kind), outcome, lane)


def _when(mark: Mark) -> str:
    known = mark.span.known
    return f"{mark.span.told} ({known[:1].lower()}{known[1:]})" if known else mark.span.told
