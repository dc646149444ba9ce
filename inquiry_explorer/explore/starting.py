"""Where to begin: the five themes and the places, each with a first picture that can be read."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.escaping import as_label
from inquiry_explorer.explore import desk
from inquiry_explorer.prose import paragraph
from inquiry_graph.catalogue import statement
from inquiry_graph.database import Database
from inquiry_graph.neighbourhood import expand
from inquiry_graph.subgraph import Node

MOST_FINDINGS, MOST_SOURCES = 24, 8
MOST_READ = 10_000
_NEXT = (
    "Click a node or a link to read what it is and what it rests on. Double click a node, or press e, to add its "
    "neighbours: the number beside it says how many are not on the canvas. Add more from here or from the box above."
)


def show_starting_points(*, empty: bool) -> None:
    """What to do next: with an empty canvas, and with one of which nothing is selected."""
    if empty:
        st.html('<h3 class="name">Begin somewhere</h3>')
        paragraph("Type in the box above the canvas, or take one of these.")
    else:
        st.html('<h3 class="name">Nothing selected</h3>')
        paragraph(_NEXT)
    st.html('<h4 class="part">The five questions</h4>')
    for theme in session.kept(themes):
        question = f"{theme.properties['number']}. {theme.name}"
        st.button(
            as_label(question), key=f"start {theme.id}", on_click=_begin_with_theme, args=(theme.id,), type="tertiary"
        )
    st.html('<h4 class="part">A place</h4>')
    names = session.kept(places)
    st.selectbox(
        "Place", list(names), index=None, key="start-place", format_func=lambda each: names.get(each, each),
        placeholder=f"{len(names):,} places with findings", label_visibility="collapsed",
        on_change=_begin_with_place,
    )  # fmt: skip
    paragraph("Keys: press the keyboard sign at the top right of the canvas for the list.", style="quiet")


def themes(database: Database) -> tuple[Node, ...]:
    """The five themes in their order."""
    return tuple(row["theme"] for row in database.read(statement("_app/themes")))


def places(database: Database) -> dict[str, str]:
    """Places of which some case has a finding, by id, with their names."""
    return dict(database.read(statement("_app/places_with_findings")).rows)


def _begin_with_theme(theme: str) -> None:
    """A theme and its practices: badges say where findings are."""
    practices = session.kept(expand, (theme,), (), kind="Practice")
    desk.add([theme, *(node.id for node in practices)], select=[theme])


def _begin_with_place() -> None:
    """A place, its cases, their findings up to a number, and the sources of these; what was left out is said."""
    place = st.session_state["start-place"]
    if place is None:
        return
    cases = [node.id for node in session.kept(expand, (place,), (), kind="Case", limit=MOST_READ)]
    findings = [node.id for node in session.kept(expand, tuple(cases), (), kind="Finding", limit=MOST_READ)]
    some = findings[:MOST_FINDINGS]
    sources = [
        node.id for node in session.kept(expand, tuple(some), (), kind="Source", order="connected", limit=MOST_READ)
    ]
    desk.add([place, *cases, *some, *sources[:MOST_SOURCES]], select=[place])
    parts = [
        f"{most:,} of its {len(found):,} {noun}"
        for found, most, noun in ((findings, MOST_FINDINGS, "findings"), (sources, MOST_SOURCES, "sources"))
        if len(found) > most
    ]
    if parts:
        desk.say(f"To begin with, {' and '.join(parts)} are shown. Expand a case or a finding to add more.")
