"""Explore: the graph itself, walked from node to node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import EXPLORE, record_address
from inquiry_explorer.arranging import beside_picture
from inquiry_explorer.canvas import CanvasEvents, LegendItem, Scene, canvas_events, graph_canvas
from inquiry_explorer.explore import connecting, desk
from inquiry_explorer.explore.chips import show_chips, show_toolbar
from inquiry_explorer.explore.connecting import show_connect
from inquiry_explorer.explore.filters import KIND, LINKS, filtered, options, passes
from inquiry_explorer.explore.finding import found
from inquiry_explorer.explore.grouping import MOST_ALONE, By, Grouped, grouped
from inquiry_explorer.explore.panel import show_panel
from inquiry_explorer.explore.pictures import OTHERS, drawn_as
from inquiry_explorer.explore.rows import show_rows
from inquiry_explorer.explore.starting import show_starting_points
from inquiry_explorer.explore.uncovering import show_uncovered
from inquiry_explorer.exporting import offer_export
from inquiry_explorer.facts import outcome
from inquiry_explorer.failures import failures_shown, show_notice
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.scenes import legend_of, scene_of
from inquiry_explorer.tables import Column, Linked, Pick
from inquiry_graph.cells import number
from inquiry_graph.export import Material, of_selection
from inquiry_graph.export.legend import node_words
from inquiry_graph.export.material import table_of
from inquiry_graph.neighbourhood import among, hidden_counts
from inquiry_graph.subgraph import Node, Subgraph

HEIGHT = 560  # pixels of the canvas's stage
AROUND = 84  # pixels of what stands above and below it: the box and the legend
_DRAWN = "explore-drawn"
_STYLE = Path(__file__).parent.parent / "explore" / "explore.css"


def show() -> None:
    """Draw the page. All below the title reruns alone, so that a click on the canvas changes nothing else."""
    st.html(_style())
    title("Explore")
    desk.follow_address()
    _explore()


@st.fragment
def _explore() -> None:
    # The same six blocks in every run. What follows a block keeps its place and is not drawn anew, and the
    # fragments within the last ones find their block even where a run was broken off before it had sent all.
    above, picture, below, table, download, unseen = (st.container() for _ in range(6))
    with failures_shown():
        events = canvas_events(desk.CANVAS)
        desk.act_on(events, st.session_state.get(_DRAWN, ()))
        whole = session.kept(among, desk.view().shown)
        seen = filtered(whole, desk.view())
        st.session_state[_DRAWN] = tuple(node.id for node in seen.nodes)
        drawn = _grouped(seen)
        with above:
            _tell(whole)
            show_toolbar(whole, seen)
            show_chips()
            if drawn.sentence and drawn_as() == "canvas":
                paragraph(drawn.sentence, style="quiet")
        with picture:
            _show_picture(whole, seen, drawn, events)
        if whole:
            with below:
                heading("On the canvas")
                paragraph(_counted(whole, seen), style="quiet")
            with table:
                _show_table(seen)
            with download:
                offer_export(lambda: _material(whole, seen), key="explore")
            with unseen:
                show_uncovered(tuple(node.id for node in seen.nodes))
        desk.write_address(settled=events.failed)


def _show_picture(whole: Subgraph, seen: Subgraph, drawn: Grouped, events: CanvasEvents) -> None:
    left, right = st.columns([2.15, 1], gap="medium")
    with left:
        picture = drawn_as()
        if picture == "canvas":
            answer = found(events.query, desk.view().shown)
            graph_canvas(_scene(whole, drawn), key=desk.CANVAS, height=HEIGHT, found=answer)
        else:
            OTHERS[picture][1](seen)
    with right, st.container(height=HEIGHT + AROUND, border=False, key="explore-panel"):
        show_connect()
        if desk.view().selected:
            show_panel()
        elif not connecting.is_open():
            show_starting_points(empty=not desk.view().shown)


def _scene(whole: Subgraph, drawn: Grouped) -> Scene:
    view = desk.view()
    hidden = session.kept(hidden_counts, view.shown)
    beside = None if view.layout in ("force", "layered") else session.kept(beside_picture, view.shown)
    scene = scene_of(
        drawn.picture, hidden, layout=view.layout, selected=view.selected, highlighted=view.highlighted,
        places=view.laid_out(), beside=beside, members=drawn.members,
    )  # fmt: skip
    load = session.current_load()
    note = f"Inquiry Graph, version {load.dataset_version} of the data" if load else "Inquiry Graph"
    return replace(scene, legend=tuple(_legend(whole)), turn=desk.turn(), note=note)


def _grouped(seen: Subgraph) -> Grouped:
    """What is drawn of it: as the reader wants it, and by place unasked where each node alone would be too many."""
    view = desk.view()
    by = cast(By, view.group or ("place" if len(seen.nodes) > MOST_ALONE else ""))
    if not by:
        return Grouped(seen)
    return grouped(seen, by, view.opened, session.kept(beside_picture, view.shown))


def _legend(whole: Subgraph) -> Iterator[LegendItem]:
    """Every kind that is there, those that the filter leaves out too, so that they can be brought back."""
    view = desk.view()
    counts = {
        facet.name: {option.value: option.count for option in values} for facet, values in options(whole, view).items()
    }
    for item in legend_of(whole.without(view.hidden)):
        facet = LINKS if item.shape in ("line", "dashed") else KIND
        yield replace(item, count=counts.get(facet, {}).get(item.kind, 0), shown=passes(view, facet, item.kind))


def _tell(whole: Subgraph) -> None:
    """What the reader must know of this view: a message, another version of the data, nodes that are gone."""
    message, made_on = desk.said(), desk.made_on()
    load = session.current_load()
    if message:
        show_notice("Note", message)
    if made_on and load:
        now = load.dataset_version
        show_notice(
            "Another version", f"This address was made on version {made_on} of the data; this is version {now}."
        )
    missing = [each for each in desk.view().shown if whole.node(each) is None]
    if missing:
        some = ", ".join(missing[:5])
        show_notice("Not in this graph", f"{len(missing):,} of the nodes of this view are not here: {some}.")


def _show_table(seen: Subgraph) -> None:
    columns = (
        Column("Name", meaning="Press a name to select it on the canvas"),
        Column("Kind"),
        Column("Outcome", "state"),
        Column("Links", "integer"),
        Column("Citations"),
        Column("Page"),
    )
    chosen = set(desk.view().selected)
    told = [
        (
            Pick(node.name, node.id, node.id in chosen), node_words(node.kind), getattr(outcome(node), "value", None),
            row["links"], row["citations"], _page(node),
        )
        for node, row in zip(seen.nodes, table_of(seen), strict=True)
    ]  # fmt: skip
    by_kind = sorted(told, key=lambda row: row[1])
    show_rows(columns, by_kind, caption="Nodes on the canvas", key="explore-rows", on_pick=_select)


def _select(identifier: str) -> None:
    desk.select([identifier])


def _counted(whole: Subgraph, seen: Subgraph) -> str:
    hidden = len(whole.nodes) - len(whole.without(desk.view().hidden).nodes)
    filtered_out = len(whole.nodes) - hidden - len(seen.nodes)
    told = f"{number(len(seen.nodes), 'nodes')} and {number(len(seen.links), 'links')}"
    rest = [f"{hidden:,} hidden"] * bool(hidden) + [f"{filtered_out:,} left out by the filter"] * bool(filtered_out)
    return f"{told}; {' and '.join(rest)}." if rest else f"{told}."


def _page(node: Node) -> Linked | None:
    """The page on which it is read; none for what stands on the canvas alone."""
    where = record_address(node.id)
    return None if where.startswith(f"{EXPLORE}?") else Linked("Open", where)


def _material(whole: Subgraph, seen: Subgraph) -> Material:
    """What is seen, and which links among its nodes are not."""
    ids, drawn = tuple(node.id for node in seen.nodes), {link.id for link in seen.links}
    among = Subgraph.of(seen.nodes, whole.links).links
    left_out = tuple(link.id for link in among if link.id not in drawn)
    return of_selection(ids, seen, session.graph().facts(), session.current_load(), left_out=left_out)


@cache
def _style() -> str:
    return f"<style>{_STYLE.read_text(encoding='utf-8')}</style>"
