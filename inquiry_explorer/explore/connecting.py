"""Connect: two fields above the panel, and the shortest ways between them highlighted on the canvas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.escaping import as_label
from inquiry_explorer.explore import desk
from inquiry_explorer.prose import paragraph
from inquiry_graph import model
from inquiry_graph.errors import InquiryGraphError
from inquiry_graph.explore.connecting import TYPES, Ways, connect, ends_to_choose
from inquiry_graph.export.legend import node_words
from inquiry_graph.neighbourhood import nodes
from inquiry_graph.subgraph import Path

LISTED = 8  # ways that are listed at once
_REQUEST = "explore-connect-request"
_FIELDS = ("start", "end", "without", "every")


@dataclass(frozen=True, slots=True)
class Request:
    """What the fields hold. `every` asks for all shortest ways in place of one."""

    start: str | None = None
    end: str | None = None
    without: tuple[str, ...] = ()
    every: bool = False

    def ways(self) -> Ways | None:
        """The ways that are asked for; None as long as a field is empty."""
        if not self.start or not self.end or self.start == self.end:
            return None
        return session.kept(connect, self.start, self.end, without=self.without)


def is_open() -> bool:
    """Whether the fields are on screen."""
    return _REQUEST in st.session_state


def toggle() -> None:
    """Open the fields, or close them; what they highlighted stays until it is taken off."""
    if is_open():
        st.session_state.pop(_REQUEST)
    else:
        st.session_state[_REQUEST] = Request()


def words_for(identifier: str) -> str:
    """What a button of the panel says that hands a node to the fields."""
    waiting = is_open() and _request().start and not _request().end and _request().start != identifier
    return "Connect to here" if waiting else "Connect from here"


def take(identifier: str) -> None:
    """Put a node into the field that waits for one: the second if the first is filled, else the first."""
    before = _request()
    if before.start and not before.end and before.start != identifier:
        _ask(replace(before, end=identifier))
    else:
        _ask(replace(before, start=identifier, end=None))


def join(start: str, end: str) -> None:
    """Connect these two at once."""
    _ask(replace(_request(), start=start, end=end))


def show_connect() -> None:
    """The fields, if they are open, and the ways that were found."""
    if not is_open():
        return
    request = _request()
    with st.container(key="explore-connect", gap="small"):
        st.html('<h3 class="name">Connect two nodes</h3>')
        _show_fields(request)
        ways = request.ways()
        if ways is not None:
            paragraph(ways.sentence(every=request.every), style="quiet")
            _list(ways, request)
        elif request.start and request.start == request.end:
            paragraph("Both fields name the same node: choose another for one of them.", style="quiet")
        else:
            paragraph("Choose a node in each field. “Connect from here” in the panel fills them too.", style="quiet")


def _show_fields(request: Request) -> None:
    choices = _choices(request)
    for name, label in (("start", "From"), ("end", "To")):
        st.session_state[_key(name)] = getattr(request, name)
        st.selectbox(
            label, list(choices), key=_key(name), format_func=lambda each: choices.get(each, each),
            placeholder="Type a name", on_change=_changed,
        )  # fmt: skip
    with st.container(horizontal=True, gap="small"):
        st.button("Swap", key="connect-swap", on_click=_swap, disabled=not (request.start or request.end))
        st.button("Close", key="connect-close", on_click=toggle)
    st.session_state[_key("every")] = request.every
    st.segmented_control(
        "Which", [False, True], key=_key("every"), required=True, label_visibility="collapsed", on_change=_changed,
        format_func=lambda every: "All shortest ways" if every else "One shortest way",
    )  # fmt: skip
    st.session_state[_key("without")] = list(request.without)
    st.multiselect(
        "Kinds of link not to follow", list(TYPES), key=_key("without"), format_func=_type_words,
        placeholder="All are followed", on_change=_changed,
    )  # fmt: skip


def _list(ways: Ways, request: Request) -> None:
    listed = ways.paths if request.every else ways.paths[:1]
    lit = set(desk.view().highlighted)
    for place, path in enumerate(listed[:LISTED]):
        _way(path, place, lit)
    if len(listed) > LISTED:
        with st.expander(f"The other {len(listed) - LISTED:,} ways"):
            for place, path in enumerate(listed[LISTED:], LISTED):
                _way(path, place, lit)
    if len(listed) > 1:
        st.button("Highlight them all", key="connect-all", on_click=_light, args=(listed,), type="primary")


def _way(path: Path, place: int, lit: set[str]) -> None:
    between = path.nodes[1:-1]
    told = " › ".join(f"{node_words(node.kind)}: {node.name}" for node in between) or "They are linked directly"
    st.button(
        as_label(told), key=f"way {place}", on_click=_light, args=((path,),), type="tertiary",
        help="On the canvas now" if _ids(path) <= lit else "Highlight this way alone",
    )  # fmt: skip


def _changed() -> None:
    told = {name: st.session_state[_key(name)] for name in _FIELDS}
    _ask(Request(**{**told, "without": tuple(told["without"])}))


def _swap() -> None:
    request = _request()
    _ask(replace(request, start=request.end, end=request.start))


def _ask(request: Request) -> None:
    st.session_state[_REQUEST] = request
    try:
        ways = request.ways()
    except InquiryGraphError as error:
        desk.say(str(error))
        return
    if ways and ways.paths:
        _light(ways.paths if request.every else ways.paths[:1])


def _light(paths: Iterable[Path]) -> None:
    """Put the ways on the canvas, and let the rest fade."""
    listed = tuple(paths)
    ids = {node.id for path in listed for node in path.nodes}
    desk.go(desk.view().adding(ids, select=()).highlighting(frozenset().union(*map(_ids, listed))))


def _ids(path: Path) -> frozenset[str]:
    return frozenset({*(node.id for node in path.nodes), *(link.id for link in path.links)})


def _choices(request: Request) -> dict[str, str]:
    """What the fields offer: all that goes by a name, what is on the canvas, and what they hold already."""
    named = session.kept(ends_to_choose)
    others = sorted({*desk.view().shown, *filter(None, (request.start, request.end))} - named.keys())
    extra = {node.id: node.name for node in session.kept(nodes, tuple(others))}
    return {each: f"{name} ({_kind_words(each)})" for each, name in {**named, **extra}.items()}


def _kind_words(identifier: str) -> str:
    kind = model.kind_of_id(identifier)
    return kind.words.lower() if kind else "of a kind that we do not know"


def _type_words(type_: str) -> str:
    kind = model.link_kind(type_)
    starts, ends = (" or ".join(node_words(each).lower() for each in side) for side in (kind.starts, kind.ends))
    return f"{starts} {kind.forward} {ends}"


def _request() -> Request:
    return cast(Request, st.session_state.get(_REQUEST, Request()))


def _key(field: str) -> str:
    return f"connect-{field}"
