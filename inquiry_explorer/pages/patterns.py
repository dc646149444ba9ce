"""Patterns: what recurs, where, among whom, and what has not been looked at. The address's `view` says which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import pattern_address
from inquiry_explorer.patterns import (
    communication,
    compare,
    cooccurrence,
    forces,
    gaps,
    headlines,
    matrix,
    methods,
    over_time,
    prosecution,
    returns,
    similarity,
    support,
    vulnerability,
)
from inquiry_explorer.prose import heading, items, title
from inquiry_explorer.tables import Linked
from inquiry_graph.errors import AddressError
from inquiry_graph.patterns.exchanges import THEME as COMMUNICATION
from inquiry_graph.patterns.forces import THEME as BETWEEN_FORCES
from inquiry_graph.patterns.path import THEME as PROSECUTION
from inquiry_graph.patterns.signs import THEME as VULNERABILITY
from inquiry_graph.patterns.supports import THEME as SUPPORT


@dataclass(frozen=True, slots=True)
class View:
    """One view: its name in the address, its title, what it asks, and what draws it.

    `theme` is the number of the theme whose question it answers, if it answers one.
    """

    name: str
    title: str
    asks: str
    show: Callable[[], None]
    theme: int | None = None


GROUPS: tuple[tuple[str, tuple[View, ...]], ...] = (
    (
        "The five questions",
        (
            View("forces", forces.TITLE, forces.ASKS, forces.show, BETWEEN_FORCES),
            View("communication", communication.TITLE, communication.ASKS, communication.show, COMMUNICATION),
            View("support", support.TITLE, support.ASKS, support.show, SUPPORT),
            View("vulnerability", vulnerability.TITLE, vulnerability.ASKS, vulnerability.show, VULNERABILITY),
            View("prosecution", prosecution.TITLE, prosecution.ASKS, prosecution.show, PROSECUTION),
        ),
    ),
    (
        "The whole",
        (
            View("headlines", headlines.TITLE, headlines.ASKS, headlines.show),
            View("matrix", matrix.TITLE, matrix.ASKS, matrix.show),
            View("returns", returns.TITLE, returns.ASKS, returns.show),
            View("compare", compare.TITLE, compare.ASKS, compare.show),
            View("gaps", gaps.TITLE, gaps.ASKS, gaps.show),
        ),
    ),
    (
        "What recurs, tested",
        (
            View("cooccurrence", cooccurrence.TITLE, cooccurrence.ASKS, cooccurrence.show),
            View("similarity", similarity.TITLE, similarity.ASKS, similarity.show),
            View("time", over_time.TITLE, over_time.ASKS, over_time.show),
            View("methods", methods.TITLE, methods.ASKS, methods.show),
        ),
    ),
)
VIEWS = {view.name: view for _, views in GROUPS for view in views}
OF_THEMES = {view.theme: view for view in VIEWS.values() if view.theme}


def show() -> None:
    """Draw the list of views, or the one that the address names."""
    session.graph()
    name = st.query_params.get("view")
    if not name:
        _show_list()
    elif name in VIEWS:
        VIEWS[name].show()
    else:
        near = get_close_matches(name, VIEWS, n=3, cutoff=0.4) or list(VIEWS)
        raise AddressError(f"Patterns has no view {name!r}. Did you mean {', '.join(near)}?")


def _show_list() -> None:
    title(
        "Patterns",
        "What recurs, where, among whom, and what nobody has looked at: every figure with its base and its bounds, "
        "every cell one click from its paragraphs.",
    )
    for words, views in GROUPS:
        heading(words)
        items((Linked(view.title, pattern_address(view.name)), view.asks) for view in views)
