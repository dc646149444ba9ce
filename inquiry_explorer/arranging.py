"""Where the nodes of a picture belong in a layout that means something: a column, a year, a point of the country.

The canvas turns these anchors into places and keeps nodes apart. A node may have none: then it stands
beside the picture, and nothing is said of its year or place that the graph does not say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import fmean

from inquiry_explorer.canvas import Anchor, Layout, Mark
from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.database import Database
from inquiry_graph.export.legend import node_words
from inquiry_graph.neighbourhood import MOST_ROWS
from inquiry_graph.subgraph import Node, Subgraph

_DATED = ("from_year", "conduct_from", "published", "date")  # the first that a node has is its year
_TELLS_YEAR = frozenset({"EVIDENCED_BY", "MADE_IN"})  # a record without a year of its own has its source's
_TELLS_THEME = frozenset({"PART_OF_THEME", "OF_PRACTICE", "TARGETS"})
_NARROWING = 0.6  # of a degree east, as long as one north at 53 degrees


@dataclass(frozen=True)
class Arrangement:
    """The anchor of each node that has one, and what stands above the columns."""

    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()


def beside_picture(database: Database, ids: Iterable[str]) -> Subgraph:
    """What tells themes, places and years of these nodes, on the canvas or not."""
    rows = database.read(statement("_app/beside_picture"), {"ids": list(ids)}, row_limit=MOST_ROWS)
    return rows.subgraph()


def arranged(picture: Subgraph, layout: Layout, beside: Subgraph | None = None) -> Arrangement:
    """The arrangement of a picture; `beside` is what tells of its nodes without being drawn."""
    whole = picture | (beside or Subgraph())
    drawn = {node.id for node in picture.nodes}
    match layout:
        case "layered":
            found = _by_kind(picture)
        case "themes":
            found = _by_theme(whole, drawn)
        case "years":
            found = _by_year(whole, drawn)
        case "places":
            found = Arrangement(_points(whole))
        case "force":
            return Arrangement()
    return Arrangement({node: at for node, at in found.anchors.items() if node in drawn}, found.marks)


def _by_kind(picture: Subgraph) -> Arrangement:
    held = {node.kind for node in picture.nodes}
    known = [kind.label for kind in model.NODE_KINDS if kind.label in held]
    order = {label: at for at, label in enumerate([*known, *sorted(held - set(known))])}
    words = {kind.label: kind.plural for kind in model.NODE_KINDS}
    marks = (Mark(at, words.get(label, node_words(label))) for label, at in order.items())
    return Arrangement({node.id: (order[node.kind], 0) for node in picture.nodes}, tuple(marks))


def _by_theme(whole: Subgraph, drawn: set[str]) -> Arrangement:
    themes = sorted((node for node in whole.nodes if node.kind == "Theme"), key=_number)
    column = {theme.id: at for at, theme in enumerate(themes)}
    several, none = len(themes), len(themes) + 1
    told = _themes_of(whole, column)
    anchors: dict[str, Anchor] = {}
    for node in drawn:
        own = told.get(node, set())
        anchors[node] = (column[min(own)] if len(own) == 1 else several if own else none, 0)
    used = {at for at, _ in anchors.values()}
    named = [*enumerate(map(_numbered, themes)), (several, "Several themes"), (none, "No theme")]
    return Arrangement(anchors, tuple(Mark(at, words) for at, words in named if at in used))


def _themes_of(whole: Subgraph, themes: Iterable[str]) -> dict[str, set[str]]:
    """The themes of each node: by its practice, or else those of all that it is linked to."""
    told: dict[str, set[str]] = {theme: {theme} for theme in themes}
    by_practice = _neighbours(whole, _TELLS_THEME)
    others = _neighbours(whole)
    for neighbours in (by_practice, by_practice, others):
        news = {
            node.id: set().union(*(told.get(other, set()) for other in neighbours[node.id]))
            for node in whole.nodes
            if node.id not in told
        }
        told |= {node: found for node, found in news.items() if found}
    return told


def _numbered(theme: Node) -> str:
    number = theme.properties.get("number")
    return f"{number}. {theme.name}" if number else theme.name


def _number(theme: Node) -> tuple[float, str]:
    return float(theme.properties.get("number", 0)), theme.id


def _by_year(whole: Subgraph, drawn: set[str]) -> Arrangement:
    own = {node.id: year for node in whole.nodes if (year := _year(node)) is not None}
    sources = _neighbours(whole, _TELLS_YEAR)
    for node in drawn - own.keys():
        known = [own[other] for other in sources[node] if other in own]
        if known:
            own[node] = min(known)
    years = [own[node] for node in drawn if node in own]
    if not years:
        return Arrangement()
    marks = (Mark(year, str(year)) for year in range(min(years), max(years) + 1))
    return Arrangement({node: (year, 0) for node, year in own.items()}, tuple(marks))


def _year(node: Node) -> int | None:
    text = next((str(node.properties[name]) for name in _DATED if node.properties.get(name)), "")
    return int(text[:4]) if text[:4].isdigit() else None


def _points(whole: Subgraph) -> dict[str, Anchor]:
    """Places where they lie, and everything else in the middle of what it is linked to, step by step outwards."""
    points = dict(_located(whole.nodes))
    neighbours = _neighbours(whole)
    while True:
        news = {
            node.id: _middle([points[other] for other in neighbours[node.id] if other in points])
            for node in whole.nodes
            if node.id not in points and not points.keys().isdisjoint(neighbours[node.id])
        }
        if not news:
            return points
        points |= news


def _located(nodes: Iterable[Node]) -> Iterator[tuple[str, Anchor]]:
    for node in nodes:
        east, north = node.properties.get("longitude"), node.properties.get("latitude")
        if east is not None and north is not None:
            yield node.id, (float(east) * _NARROWING, float(north))


def _middle(points: list[Anchor]) -> Anchor:
    return fmean(x for x, _ in points), fmean(y for _, y in points)


def _neighbours(whole: Subgraph, types: frozenset[str] | None = None) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for link in whole.links:
        if types is None or link.kind in types:
            found[link.start].append(link.end)
            found[link.end].append(link.start)
    return found
