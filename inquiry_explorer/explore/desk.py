"""The state of Explore in one session: its history, its address, and what the reader's deeds do to it.

Nothing here draws. The view stands in the address as soon as the canvas has told where its nodes stand, so that
one deed of the reader makes one step of the browser's own back and forward.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.canvas import Act, CanvasEvents, Layout
from inquiry_explorer.explore.filters import toggled
from inquiry_explorer.explore.grouping import group_of
from inquiry_explorer.explore.view import History, Picture, View, from_query, to_query
from inquiry_graph.errors import AddressError
from inquiry_graph.neighbourhood import Order, expand, hidden_counts, hidden_kinds

CANVAS = "explore-canvas"
AT_ONCE = 50  # hidden neighbours up to which an expansion does not ask first
_HISTORY, _WRITTEN, _NOTICE, _ASKING, _MADE_ON, _TURN = (
    f"explore-{each}" for each in ("history", "written", "notice", "asking", "made-on", "turn")
)


def history() -> History:
    """The views of this session."""
    return cast(History, st.session_state.setdefault(_HISTORY, History()))


def view() -> View:
    """What is to be drawn now."""
    return history().present


def go(to: View) -> None:
    """Make that the view; one more step unless it merely selects."""
    _keep(history().to(to))


def turn() -> int:
    """How often the page itself has changed what is selected; the canvas answers as of a turn."""
    return int(st.session_state.get(_TURN, 0))


def _keep(changed: History) -> None:
    if changed.present.selected != view().selected:
        st.session_state[_TURN] = turn() + 1
    st.session_state[_HISTORY] = changed


def undo() -> None:
    """Take the last step back."""
    _keep(history().undo())


def redo() -> None:
    """Take the step that was undone."""
    _keep(history().redo())


def say(sentence: str) -> None:
    """Tell the reader something above the canvas, until the view is another one."""
    st.session_state[_NOTICE] = (sentence, view().steps_apart)


def said() -> str:
    """What there is to tell of this view."""
    sentence, of = st.session_state.get(_NOTICE, ("", None))
    return str(sentence) if of == view().steps_apart else ""


def asking() -> str | None:
    """The node of which too many neighbours are hidden to add them unasked, while it is selected."""
    asked = st.session_state.get(_ASKING)
    return asked if asked in view().selected else None


def add(ids: Iterable[str], *, select: Iterable[str] | None = None) -> None:
    """Put nodes on the canvas."""
    go(view().adding(ids, select=select))


def hide(ids: Iterable[str]) -> None:
    """Take nodes or links out of sight."""
    go(view().hiding(ids))


def bring_back(ids: Iterable[str]) -> None:
    """Show hidden nodes or links again."""
    go(view().bringing_back(ids))


def select(ids: Iterable[str]) -> None:
    """Select nodes, or one link."""
    go(view().selecting(ids))


def light(ids: Iterable[str]) -> None:
    """Let these stand out while the rest fades; none: show all alike."""
    go(view().highlighting(ids))


def clear() -> None:
    """Begin anew; undo brings the picture back."""
    go(View(layout=view().layout, picture=view().picture))


def lay_out(layout: Layout) -> None:
    """Change the layout; nodes find new places."""
    go(replace(view(), layout=layout, places=()))


def group_by(by: str) -> None:
    """Draw nodes together by place, agency or practice; "" draws each alone."""
    go(view().grouping(by))


def draw_as(picture: Picture) -> None:
    """Look at the same nodes another way; what is selected stays selected."""
    go(replace(view(), picture=picture))


def filter_by(facet: str, only: Sequence[str], without: Sequence[str]) -> None:
    """Choose and leave out values of a facet."""
    go(view().filtering(facet, only, without))


def expand_all(identifier: str) -> None:
    """Add a node's hidden neighbours, or ask which if they are many."""
    shown = view().shown
    count = session.kept(hidden_counts, shown).get(identifier, 0)
    if count > AT_ONCE:
        st.session_state[_ASKING] = identifier
        select([identifier])
    elif count:
        expand_by(identifier, None)
    else:
        say("Nothing more lies around that node: all its neighbours are on the canvas, or hidden from the view.")


def expand_by(identifier: str, kind: str | None, order: Order = "name", limit: int = AT_ONCE) -> None:
    """Add hidden neighbours of a node, of one kind or of all, and say how many were left where there are more."""
    shown = view().shown
    hidden = session.kept(hidden_kinds, identifier, shown)
    found = session.kept(expand, (identifier,), shown, kind=kind, order=order, limit=limit)
    st.session_state.pop(_ASKING, None)
    add([node.id for node in found], select=[identifier])
    wanted = hidden.get(kind, 0) if kind else sum(hidden.values())
    if wanted > len(found):
        say(f"{len(found):,} of {wanted:,} neighbours were added. Expand the node again to add more.")


def act_on(events: CanvasEvents, drawn: Sequence[str]) -> None:
    """Do what the reader asked for on the canvas. `drawn` are the nodes that the canvas was last told to draw."""
    if not events.fresh:
        return
    chosen = [each for each in events.selected or (events.selected_link,) if each and group_of(each) is None]
    told = view().selecting(chosen) if events.turn == turn() else view()
    places = events.places if events.layout == view().layout else {}
    st.session_state[_HISTORY] = history().to(told.placed(places, drawn))
    for act in events.acts:
        home = group_of(act.id)
        if home is None:
            _act(act)
        else:
            _act_on_group(act.what, home)


def _act(act: Act) -> None:
    match act.what:
        case "expand":
            expand_all(act.id)
        case "hide":
            hide([act.id])
        case "open":
            add([act.id], select=[act.id])
        case "add":
            add([act.id])
        case "toggle":
            go(toggled(view(), act.id))
        case "undo":
            undo()
        case "redo":
            redo()


def _act_on_group(what: str, home: str) -> None:
    if what == "ungroup":
        go(view().opening([home]))
    else:
        say("A group is drawn as one: open it, then each of its nodes can be hidden or expanded.")


def follow_address() -> None:
    """Take the view over from the address, where somebody opened a link or went back or forward.

    Only for a run of the whole page, as those are: a deed on the canvas may arrive with the address of a moment ago.
    """
    now = st.query_params.to_dict()
    if now == st.session_state.get(_WRITTEN, {}):
        return
    if not now and CANVAS not in st.session_state and _HISTORY in st.session_state:
        write_address(settled=True)  # back from another page: go on where we were
        return
    try:
        opened = from_query(now)
        trouble = ""
    except AddressError as error:
        opened, trouble = from_query({}), str(error)
    st.session_state[_WRITTEN] = now
    st.session_state[_MADE_ON] = opened.dataset
    go(opened.view)
    say(trouble)


def made_on() -> str:
    """The version of the data on which the opened address was made, if it is not the one at hand."""
    load = session.current_load()
    made = str(st.session_state.get(_MADE_ON, ""))
    return made if made and load and made != load.dataset_version else ""


def write_address(*, settled: bool) -> None:
    """Put the view in the address; `settled` says that the canvas will not tell more about it."""
    if not (settled or view().settled):
        return
    load = session.current_load()
    try:
        query = to_query(view(), load.dataset_version if load else "")
    except AddressError as error:
        say(str(error))
        return
    if query != st.session_state.get(_WRITTEN, {}):
        st.session_state[_WRITTEN] = query
        if query:
            st.query_params.from_dict(query)
        else:
            st.query_params.clear()  # from_dict of nothing tells the browser nothing
