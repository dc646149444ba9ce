"""What the canvas is asked to draw, and what it answers: plain frozen values.

The canvas knows no label and no colour of its own: kinds, captions, colours, shapes and
words are those of the model, put into the scene by whoever draws it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Shape = Literal["circle", "square", "diamond", "triangle", "pentagon", "hexagon"]
LineStyle = Literal["solid", "dashed"]
Layout = Literal["force", "layered", "themes", "places", "years"]
Anchor = tuple[float, float]

LAYOUTS: dict[Layout, str] = {
    "force": "Freely",
    "layered": "By kind",
    "themes": "By theme",
    "places": "By place",
    "years": "By year",
}


@dataclass(frozen=True)
class SceneNode:
    """A node as drawn. `colour` is #rrggbb; text is drawn as text, however long or odd it is.

    `words` is what one of its kind is called. `badge` is the number of neighbours that are not on the canvas (None
    or 0: no badge). `x` and `y` place the node where a saved view had it, in any unit that the whole scene shares,
    y upwards; a node without them is laid out. A `pinned` node is not moved by a layout. `anchor` is where the layout
    wants it: the number of its column, its year, or how far east and north it lies. `members` is how many nodes a group
    stands for.
    `state` is an outcome or state in words, `mark` one character that stands for it inside the node.
    """

    id: str
    kind: str
    caption: str
    colour: str
    shape: Shape = "circle"
    badge: int | None = None
    x: float | None = None
    y: float | None = None
    pinned: bool = False
    state: str | None = None
    mark: str | None = None
    tooltip: tuple[str, ...] = ()
    words: str = ""
    anchor: Anchor | None = None
    members: int | None = None


@dataclass(frozen=True)
class SceneLink:
    """A link as drawn. `words` read from source to target and show on hover and selection."""

    id: str
    source: str
    target: str
    kind: str
    words: str
    colour: str
    style: LineStyle = "solid"
    tooltip: tuple[str, ...] = ()


@dataclass(frozen=True)
class LegendItem:
    """A kind of node, or of link (shape "line" or "dashed"), that the legend names and can switch off.

    A page that filters says how many there are before its filter (`count`; None: what the scene holds) and
    whether they are `shown`.
    """

    kind: str
    words: str
    colour: str
    shape: Shape | Literal["line", "dashed"]
    count: int | None = None
    shown: bool = True


@dataclass(frozen=True)
class Mark:
    """Words above a column of the picture, or the year at a place of its axis; `at` is as in the nodes' anchors."""

    at: float
    words: str


@dataclass(frozen=True)
class FoundNode:
    """A node that was found: its caption, what tells it from its like, and whether it is on the canvas."""

    id: str
    caption: str
    detail: str = ""
    on: bool = False


@dataclass(frozen=True)
class FoundKind:
    """What was found of one kind: how many in all, and the first of them. `prefix` is a text that finds these alone."""

    kind: str
    words: str
    prefix: str
    colour: str
    shape: Shape
    count: int
    nodes: tuple[FoundNode, ...]


@dataclass(frozen=True)
class Found:
    """What the page answers to the words in the box above the canvas."""

    query: str = ""
    kinds: tuple[FoundKind, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain lists and dictionaries under the same names."""
        kinds = [vars(kind) | {"nodes": [vars(node) for node in kind.nodes]} for kind in self.kinds]
        return {"query": self.query, "kinds": kinds}


@dataclass(frozen=True)
class Scene:
    """One picture. The same scene draws the same picture: a layout starts from `seed`.

    `selected` (ids of nodes, or of one link) is set by the page; None leaves what the reader chose. A page that
    sets it counts its `turn` up, and gets it back with what the reader chose after.
    `highlighted` (ids of nodes and links) stand out while the rest dims, as for a path. `note` stands below a picture
    that is saved, beside the day.
    """

    nodes: tuple[SceneNode, ...]
    links: tuple[SceneLink, ...]
    legend: tuple[LegendItem, ...] = ()
    layout: Layout = "force"
    marks: tuple[Mark, ...] = ()
    seed: int = 1
    selected: tuple[str, ...] | None = None
    turn: int = 0
    highlighted: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Act:
    """Something that the reader asked for once: `id` is a node's or group's, or for "toggle" a kind of the legend."""

    what: Literal["expand", "hide", "open", "add", "toggle", "undo", "redo", "ungroup"]
    id: str


@dataclass(frozen=True)
class CanvasEvents:
    """What the reader did on the canvas.

    `selected`, `selected_link` (as of the page's `turn`) and `pins` (node id -> where it was dragged) hold until they
    change, and so do `query` (the words in the box) and `places` (where every node of a small picture stands in that
    `layout`: what is told late may be of one that the page has left).
    `acts`, and of them `expand` and `hide`, are set in one run only, the first that sees event number `count`;
    that run has `fresh` True, so a rerun for another reason repeats nothing. `failed`: the browser cannot draw.
    """

    selected: tuple[str, ...] = ()
    selected_link: str | None = None
    turn: int = 0
    expand: str | None = None
    hide: tuple[str, ...] = ()
    pins: dict[str, tuple[float, float]] = field(default_factory=dict)
    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    layout: str = "force"
    query: str = ""
    acts: tuple[Act, ...] = ()
    failed: bool = False
    count: int = 0
    fresh: bool = False

    @classmethod
    def from_json(cls, payload: dict[str, Any] | None, seen: int) -> CanvasEvents:
        """Read the browser's last message; `seen` is the number of the last event acted upon."""
        if not payload:
            return cls(count=seen)
        new = tuple(Act(action["what"], action["id"]) for action in payload["actions"] if action["count"] > seen)
        expanded = [act.id for act in new if act.what == "expand"]
        return cls(
            selected=tuple(payload["selected"]),
            selected_link=payload["selectedLink"],
            turn=payload["turn"],
            expand=expanded[-1] if expanded else None,
            hide=tuple(act.id for act in new if act.what == "hide"),
            pins={node: (x, y) for node, (x, y) in payload["pins"].items()},
            places={node: (x, y) for node, (x, y) in payload["places"].items()},
            layout=payload["layout"],
            query=payload["query"],
            acts=new,
            failed=payload["failed"],
            count=payload["count"],
            fresh=payload["count"] != seen,
        )
