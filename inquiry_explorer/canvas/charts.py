"""The timeline and the map: a Streamlit component beside the canvas, drawn as SVG.

Like the canvas it knows no label and no colour of its own, and is mounted under a fixed key, so that what the reader
zoomed to stays from run to run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from inquiry_explorer.canvas import built
from inquiry_explorer.canvas.scene import Shape

Pick = Callable[[tuple[str, ...]], None]


@dataclass(frozen=True)
class TimelineMark:
    """A period or a date as drawn, in years with fractions. `key` is its own, `ids` the nodes that it stands for.

    `sign` stands inside the bar of a period; a date has the shape of its kind. `loose` is a period known only as that
    under review, and `open` ("start" or "end") the end of one that is not known. `told` are lines of the tooltip.
    """

    key: str
    ids: tuple[str, ...]
    caption: str
    told: tuple[str, ...]
    start: float
    end: float
    years: bool
    open: str
    loose: bool
    colour: str
    shape: Shape
    sign: str


@dataclass(frozen=True)
class TimelineLane:
    """A lane by its name, with its marks in the order of time."""

    id: str
    name: str
    marks: tuple[TimelineMark, ...]


@dataclass(frozen=True)
class _OnMap:
    """What a place and a force share. It is `dim` where nothing else that is in view belongs to it."""

    key: str
    ids: tuple[str, ...]
    caption: str
    told: tuple[str, ...]
    colour: str
    sign: str
    dim: bool


@dataclass(frozen=True)
class MapPoint(_OnMap):
    """A place on the outline."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class MapTile(_OnMap):
    """A police force on the grid of equal tiles, by the `short` form of its name and its `base` ("2 of 3")."""

    column: int
    row: int
    short: str
    base: str


@dataclass(frozen=True)
class Frame:
    """What a picture shares with the page: its key and height, and what is selected as of the page's `turn`.

    `about` are the lines that a picture which is saved says below itself.
    """

    key: str
    height: int
    turn: int
    selected: tuple[str, ...]
    about: tuple[str, ...] = ()


def draw_timeline(frame: Frame, lanes: Iterable[TimelineLane], first: float, last: float, pick: Pick) -> None:
    """Draw lanes on one axis from `first` to `last`. `pick` is called with the ids that the reader chose."""
    told = [{"id": lane.id, "name": lane.name, "marks": [vars(mark) for mark in lane.marks]} for lane in lanes]
    _draw("timeline", frame, {"lanes": told, "first": first, "last": last}, pick)


def draw_map(frame: Frame, points: Iterable[MapPoint], tiles: Iterable[MapTile], pick: Pick) -> None:
    """Draw places on an outline and forces on a grid. `pick` is called with the ids that the reader chose."""
    data = {"points": [vars(point) for point in points], "tiles": [vars(tile) for tile in tiles]}
    _draw("map", frame, data, pick)


def _draw(picture: Literal["timeline", "map"], frame: Frame, data: dict[str, Any], pick: Pick) -> None:
    def picked() -> None:
        chosen = st.session_state[frame.key].get("pick")
        if chosen is not None:
            pick(tuple(str(each) for each in chosen))

    _component()(key=frame.key, data=vars(frame) | {"picture": picture} | data, on_pick_change=picked)


@cache
def _component() -> ComponentRenderer:
    script, style = built("pictures.js"), built("pictures.css")
    return st.components.v2.component("inquiry-graph.pictures", js=script, css=style)
