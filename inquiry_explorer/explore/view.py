"""All that the Explore page shows, as one frozen value, and the address that brings it back.

An address holds ids of ours and never the engine's, and nothing that runs. It names its own version and the
version of the data, so that a page can say when either has moved on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Self, TypeVar, get_args
from urllib.parse import urlencode

from inquiry_explorer.canvas import Layout
from inquiry_explorer.explore.grouping import GROUPINGS
from inquiry_explorer.explore.packing import GRID, Place, on_grid, pack, pack_places, unpack, unpack_places
from inquiry_graph.errors import AddressError

ADDRESS_VERSION = "1"
PAGE = "explore"
STEPS = 20  # that can be undone
MOST_PLACED = 500  # nodes up to which an address says where they stand
LONGEST = 16_000  # characters; beyond it some browsers and proxies refuse an address

Choice = tuple[str, str]  # facet and value
Picture = Literal["canvas", "timeline", "map"]
_T = TypeVar("_T", str, Choice)


@dataclass(frozen=True, slots=True)
class View:
    """What is on the canvas and how. Ids stand in the order of the alphabet, each once.

    `hidden` are nodes and links kept out of sight, `selected` nodes or one link, `highlighted` nodes and links that
    stand out while the rest fades. Of each facet, `only` are the
    values chosen, `without` those left out. `places` is empty, or says of every node of `shown` where it stands, in
    steps of the grid (None: it was not drawn). `picture` is how they are drawn: the same nodes, filter and selection.
    Nodes are drawn together by `group` ("": each alone), but those whose place, agency or practice is `opened`.
    """

    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    only: tuple[Choice, ...] = ()
    without: tuple[Choice, ...] = ()
    layout: Layout = "force"
    places: tuple[Place | None, ...] = ()
    picture: Picture = "canvas"
    highlighted: tuple[str, ...] = ()
    group: str = ""
    opened: tuple[str, ...] = ()

    def adding(self, ids: Iterable[str], *, select: Iterable[str] | None = None) -> Self:
        """The same with these nodes too; what was hidden among them is seen again."""
        added = set(ids)
        return replace(
            self,
            shown=_sorted(added | set(self.shown)),
            hidden=tuple(each for each in self.hidden if each not in added),
            selected=self.selected if select is None else _sorted(select),
            places=self.places if added <= set(self.shown) else (),
        )

    def hiding(self, ids: Iterable[str]) -> Self:
        """The same with these nodes or links out of sight."""
        gone = set(ids)
        return replace(
            self,
            hidden=_sorted(gone | set(self.hidden)),
            selected=tuple(each for each in self.selected if each not in gone),
        )

    def bringing_back(self, ids: Iterable[str]) -> Self:
        """The same with these in sight again."""
        back = set(ids)
        return replace(self, hidden=tuple(each for each in self.hidden if each not in back))

    def selecting(self, ids: Iterable[str]) -> Self:
        """The same with exactly these selected."""
        return replace(self, selected=_sorted(ids))

    def highlighting(self, ids: Iterable[str]) -> Self:
        """The same with exactly these standing out."""
        return replace(self, highlighted=_sorted(ids))

    def filtering(self, facet: str, only: Iterable[str], without: Iterable[str]) -> Self:
        """The same with these values of the facet chosen and left out."""
        return replace(
            self,
            only=_sorted({*(each for each in self.only if each[0] != facet), *((facet, value) for value in only)}),
            without=_sorted(
                {*(each for each in self.without if each[0] != facet), *((facet, value) for value in without)}
            ),
        )

    def grouping(self, by: str) -> Self:
        """The same with its nodes drawn together that way, each group closed; nodes find new places."""
        return replace(self, group=by, opened=(), places=())

    def opening(self, ids: Iterable[str]) -> Self:
        """The same with the groups of these places, agencies or practices open."""
        return replace(self, opened=_sorted({*self.opened, *ids}), places=())

    def placed(self, places: Mapping[str, tuple[float, float]], drawn: Iterable[str]) -> Self:
        """The same with these places, if they tell of all that is drawn; else as it is."""
        if not self.shown or len(self.shown) > MOST_PLACED or not places or not all(each in places for each in drawn):
            return self
        known = (places.get(each) for each in self.shown)
        return replace(self, places=tuple(on_grid(*place) if place else None for place in known))

    def laid_out(self) -> dict[str, tuple[float, float]]:
        """Where its nodes stand, in the canvas's own units."""
        pairs = zip(self.shown, self.places, strict=False)
        return {each: (place[0] * GRID, place[1] * GRID) for each, place in pairs if place}

    @property
    def settled(self) -> bool:
        """Whether it says where its nodes stand, or need not."""
        placed = len(self.places) == len(self.shown)
        return placed or len(self.shown) > MOST_PLACED or self.picture != "canvas" or bool(self.group)

    @property
    def steps_apart(self) -> tuple[object, ...]:
        """What must differ for two views to be two steps: a selection, a node's place or another picture is none."""
        drawn = (self.layout, self.highlighted, self.group, self.opened)
        return (self.shown, self.hidden, self.only, self.without, *drawn)


@dataclass(frozen=True, slots=True)
class History:
    """Views in the order in which they were made, and which of them is on screen."""

    present: View = field(default_factory=View)
    past: tuple[View, ...] = ()
    future: tuple[View, ...] = ()

    def to(self, view: View) -> Self:
        """Go on to that view; what had been undone is forgotten, unless it only selects."""
        if view.steps_apart == self.present.steps_apart:
            return replace(self, present=view)
        return replace(self, present=view, past=(*self.past, self.present)[-STEPS:], future=())

    def undo(self) -> Self:
        """One step back, if there is one."""
        if not self.past:
            return self
        return replace(self, present=self.past[-1], past=self.past[:-1], future=(self.present, *self.future)[:STEPS])

    def redo(self) -> Self:
        """One step forward again, if one was undone."""
        if not self.future:
            return self
        return replace(self, present=self.future[0], past=(*self.past, self.present)[-STEPS:], future=self.future[1:])


@dataclass(frozen=True, slots=True)
class Opened:
    """What an address held: the view, and the version of the data that it was made on (empty if it names none)."""

    view: View
    dataset: str


def to_query(view: View, dataset: str = "") -> dict[str, str]:
    """The view as the parameters of an address; an empty view has an empty address.

    Raises AddressError for a view that no address can hold.
    """
    if view == View():
        return {}
    parts = {
        "show": pack(view.shown),
        "hide": pack(view.hidden),
        "select": pack(view.selected),
        "light": pack(view.highlighted),
        "only": pack(":".join(each) for each in view.only),
        "without": pack(":".join(each) for each in view.without),
        "layout": "" if view.layout == "force" else view.layout,
        "as": "" if view.picture == "canvas" else view.picture,
        "group": view.group,
        "open": pack(view.opened),
        "at": pack_places(view.places),
        "data": dataset,
    }
    query = {"v": ADDRESS_VERSION} | {name: text for name, text in parts.items() if text}
    if len(urlencode(query)) > LONGEST:
        query.pop("at", None)
    if len(urlencode(query)) > LONGEST:
        raise AddressError(
            f"{len(view.shown):,} nodes are too many for an address. Narrow the view, or export it as a file."
        )
    return query


def from_query(query: Mapping[str, str]) -> Opened:
    """The view that an address holds. Raises AddressError if it is not one of ours, or is damaged."""
    if not any(query.get(name) for name in ("v", "show", "as")):
        return Opened(View(), "")
    if query.get("v", ADDRESS_VERSION) != ADDRESS_VERSION:
        raise AddressError(
            f"This address is of version {query['v']!r}, which this Inquiry Graph cannot read (it reads "
            f"{ADDRESS_VERSION}). Bring Inquiry Graph up to date, or find the nodes again by name."
        )
    try:
        return Opened(_view(query), query.get("data", ""))
    except ValueError as error:
        raise AddressError(
            f"This address is damaged ({error}). Ask for it again, or find the nodes again by name."
        ) from error


def explore_address(ids: Iterable[str], *, select: Iterable[str] = ()) -> str:
    """The address, relative to the app's own, at which Explore opens these nodes."""
    return f"{PAGE}?{urlencode(to_query(View().adding(ids, select=select)))}"


def _view(query: Mapping[str, str]) -> View:
    layout, picture = query.get("layout", "force"), query.get("as", "canvas")
    if layout not in get_args(Layout):
        raise ValueError(f"there is no layout {layout!r}")
    if picture not in get_args(Picture):
        raise ValueError(f"there is no picture {picture!r}")
    group = query.get("group", "")
    if group and group not in GROUPINGS:
        raise ValueError(f"there are no groups by {group!r}")
    shown = _sorted(unpack(query.get("show", "")))
    places = tuple(unpack_places(query.get("at", "")))
    return View(
        shown=shown,
        hidden=_sorted(unpack(query.get("hide", ""))),
        selected=_sorted(unpack(query.get("select", ""))),
        only=_choices(query.get("only", "")),
        without=_choices(query.get("without", "")),
        layout=layout,  # type: ignore[arg-type]  # one of the layouts, as was just seen
        places=places if len(places) == len(shown) else (),
        highlighted=_sorted(unpack(query.get("light", ""))),
        group=group,
        opened=_sorted(unpack(query.get("open", ""))),
        picture=picture,  # type: ignore[arg-type]  # one of the pictures, likewise
    )


def _choices(text: str) -> tuple[Choice, ...]:
    pairs = (each.partition(":") for each in unpack(text))
    return _sorted({(facet, value) for facet, _, value in pairs})


def _sorted(items: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(sorted(set(items)))
