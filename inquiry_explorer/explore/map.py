"""Explore's nodes on the map: places at their points, police forces on equal tiles, and both as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import explore_address
from inquiry_explorer.canvas.charts import Frame, MapPoint, MapTile, draw_map
from inquiry_explorer.explore import desk
from inquiry_explorer.explore.everything import EMPTY, pictured, saved_with
from inquiry_explorer.explore.filters import chosen
from inquiry_explorer.explore.view import View
from inquiry_explorer.prose import paragraph
from inquiry_explorer.states import SHOWN, state_of
from inquiry_explorer.states import key as key_of_states
from inquiry_explorer.tables import Column, Html, Linked, show_table, shown
from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION, number
from inquiry_graph.explore.bearings import bearings
from inquiry_graph.explore.placing import Held, Placed, Placing, held, placing, topics
from inquiry_graph.export.legend import node_words
from inquiry_graph.subgraph import Subgraph

KEY = "explore-map"
HEIGHT = 560  # pixels of the stage
_TOPIC = "map-topic"
_TILES = (
    "Tiles: the first inspections of police forces under one programme, on child protection at large, read apart from "
    "the places"
)
_SUBJECTS = {term.value: term.words for term in model.SUBJECTS}
_COLUMNS = (
    Column("State", "state"), Column("Failing or mixed", meaning="Of the findings that judge it"),
    Column("Findings"), Column("In view", "integer", "Of what this view holds, how much belongs here"),
)  # fmt: skip


def show_map(seen: Subgraph) -> None:
    """Draw the places and the forces; those to which nothing that is seen belongs are dimmed."""
    view = desk.view()
    where = session.kept(bearings, tuple(node.id for node in pictured(seen)))
    subjects = subjects_of(view)
    names = {topic.id: f"{node_words(topic.kind)}: {topic.name}" for topic in session.kept(topics)}
    topic = _topic(names, subjects)
    if not topic:
        paragraph("The graph holds no place with a case and no police force: there is nothing to draw.")
        return
    found = placing(_held(topic, subjects), topic, where)
    subject = " and ".join(_SUBJECTS[each].lower() for each in subjects)
    of_places = f"Places, on {subject}: {found.tally_of_places.sentence('places')}."
    of_forces = f"{_TILES}: {found.tally_of_forces.sentence('forces')}."
    paragraph(of_places)
    _draw(found, view, saved_with(names[topic], of_places, of_forces, _signs(found)))
    st.html(key_of_states({each.cell.state for each in (*found.places, *found.forces)}))
    paragraph(of_forces)
    _tell(found, everything=not view.shown)
    _tables(found)


def subjects_of(view: View) -> tuple[str, ...]:
    """What findings in places are to be about: exploitation, unless the filter says otherwise."""
    only, without = chosen(view, "subject")
    return tuple(each for each in (only or EXPLOITATION) if each in _SUBJECTS and each not in without) or EXPLOITATION


def _held(topic: str, subjects: tuple[str, ...]) -> Held:
    kind = model.kind_of_id(topic)
    return session.kept(held, "theme" if kind and kind.label == "Theme" else "practice", subjects)


def _topic(names: Mapping[str, str], subjects: tuple[str, ...]) -> str:
    """The theme or practice that is shown; at first the theme that is judged in most places."""
    if not names:
        return ""
    if st.session_state.get(_TOPIC) not in names:
        judged = Counter(cell.topic_id for cell in session.kept(held, "theme", subjects).places if cell.verdict)
        st.session_state[_TOPIC] = max(names, key=lambda each: judged[each])
    st.selectbox("Theme or practice", list(names), key=_TOPIC, format_func=names.__getitem__)
    return str(st.session_state[_TOPIC])


def _tell(found: Placing, *, everything: bool) -> None:
    """How to read the picture."""
    unplaced = sum(each.point is None for each in found.places)
    rest = f" {number(unplaced, 'places')} without a point on the map: see the table." if unplaced else ""
    paragraph(
        f"A figure says how many of the findings that judge say failing or mixed; in brackets where it is in no count. "
        f"{EMPTY if everything else 'Pale: nothing of this view belongs there.'}{rest}",
        style="quiet",
    )


def _draw(found: Placing, view: View, about: tuple[str, ...]) -> None:
    """A node that is selected selects the places and forces that it belongs to."""
    listed = (*found.places, *found.forces)
    marked = tuple(each.node.id for each in listed if set(view.selected) & {each.node.id, *each.here})
    frame = Frame(KEY, HEIGHT, desk.turn(), marked, about)
    draw_map(frame, _points(found.places), _tiles(found.forces), desk.select)


def _signs(found: Placing) -> str:
    states = {each.cell.state for each in (*found.places, *found.forces)}
    signs = [f"{state.symbol} {state.words}" for state in SHOWN if state.value in states]
    return "; ".join([*signs, "in brackets: in no count"])


def _points(places: Iterable[Placed]) -> Iterator[MapPoint]:
    for each in places:
        state = state_of(each.cell.state)
        if each.point and state:
            yield MapPoint(
                key=each.node.id, ids=(each.node.id,), caption=each.node.name, told=_said(each), colour=state.colour,
                sign=state.symbol, dim=not each.here, latitude=each.point[0], longitude=each.point[1],
            )  # fmt: skip


def _tiles(forces: Iterable[Placed]) -> Iterator[MapTile]:
    placed = [(each.tile, each, state) for each in forces if each.tile and (state := state_of(each.cell.state))]
    for tile, each, state in sorted(placed, key=lambda of: (of[0].row, of[0].column)):
        yield MapTile(
            key=each.node.id, ids=(each.node.id,), caption=each.node.name, told=_said(each), colour=state.colour,
            sign=state.symbol, dim=not each.here, column=tile.column, row=tile.row, short=tile.short,
            base=each.base if each.cell.counted or not each.base else f"({each.base})",
        )  # fmt: skip


def _said(each: Placed) -> tuple[str, ...]:
    state = state_of(each.cell.state)
    first = f"{state.words}{', conflicting' if each.cell.conflicting else ''}" if state else each.cell.state
    judged = f"failing or mixed in {each.base} findings that judge it" if each.base else "no finding that judges it"
    return (first, judged, *_outside(each), f"records of this view that belong here: {len(each.here):,}")


def _outside(each: Placed) -> Iterator[str]:
    """Why it is in no count, if it is not."""
    if not each.cell.counted:
        place = each.node.kind == "Location"
        yield "not counted: " + ("narrower places within it are" if place else "read mostly on other kinds of page")


def _tables(found: Placing) -> None:
    for noun, listed in (("Place", found.places), ("Police force", found.forces)):
        rows = [
            (
                Linked(each.node.name, explore_address((each.node.id,))),
                each.cell.state,
                "; ".join(filter(None, (each.base, *_outside(each)))),
                Html(shown(each.cell.findings, "ids")),
                len(each.here),
            )
            for each in listed
        ]
        show_table((Column(noun), *_COLUMNS), rows, caption=f"{noun}s of the map", key=f"{KEY}-{noun}")
