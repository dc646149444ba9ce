"""A picture with nodes drawn together as groups, by place, agency or practice.

A node is put into a group only where the links say of one place (agency, practice) alone that it is the nearest;
what belongs to several or to none stands by itself. Groups are for drawing: the table, the counts and every
export still hold the nodes themselves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.subgraph import Link, Node, Subgraph

By = Literal["place", "agency", "practice"]

GROUPINGS: dict[By, str] = {"place": "Location", "agency": "Agency", "practice": "Practice"}
MOST_ALONE = 5_000  # nodes; a picture of more is grouped unasked
STEPS = 2  # of the way from a node to what it is grouped by
_PREFIX = "group:"


@dataclass(frozen=True)
class Grouped:
    """What is drawn, how many nodes each group stands for, and a sentence about it."""

    picture: Subgraph
    members: Mapping[str, int] = field(default_factory=dict)
    sentence: str = ""


def group_of(identifier: str) -> str | None:
    """The id of the place, agency or practice that a group's id names; None for what is no group."""
    return identifier.removeprefix(_PREFIX) if identifier.startswith(_PREFIX) else None


def grouped(picture: Subgraph, by: By, opened: Iterable[str] = (), beside: Subgraph | None = None) -> Grouped:
    """The picture with each place, agency or practice and its nodes as one; but not of the `opened` (their ids).

    `beside` is what tells where nodes belong without being drawn.
    """
    whole = picture | (beside or Subgraph())
    names = {node.id: node for node in whole.nodes if node.kind == GROUPINGS[by]}
    nearest = _nearest(whole, names)
    drawn = {node.id for node in picture.nodes}
    sizes = Counter(home for node, home in nearest.items() if node in drawn)
    closed = {home for home, size in sizes.items() if size > 1} - set(opened)
    home_of = {node: home for node, home in nearest.items() if node in drawn and home in closed}
    groups = [Node(_PREFIX + home, names[home].kind, names[home].name) for home in sorted(closed)]
    alone = tuple(node for node in picture.nodes if node.id not in home_of)
    ends = {node: _PREFIX + home for node, home in home_of.items()}
    together = Subgraph.of((*groups, *alone), _drawn_together(picture.links, ends))
    members = {_PREFIX + home: sizes[home] for home in closed}
    return Grouped(together, members, _told(by, members, len(alone)) if members else "")


def _nearest(whole: Subgraph, homes: Iterable[str]) -> dict[str, str]:
    """For each node the one home that is nearest to it; nothing where two are equally near."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for link in whole.links:
        neighbours[link.start].add(link.end)
        neighbours[link.end].add(link.start)
    reached: dict[str, set[str]] = {home: {home} for home in homes}
    for _ in range(STEPS):
        news: dict[str, set[str]] = defaultdict(set)
        for node, found in reached.items():
            for other in neighbours[node] - reached.keys():
                news[other] |= found
        reached |= news
    return {node: next(iter(found)) for node, found in reached.items() if len(found) == 1}


def _drawn_together(links: Iterable[Link], ends: Mapping[str, str]) -> Iterable[Link]:
    """Links as they were where neither end is in a group; else one for all that join the same two."""
    groups = set(ends.values())
    between: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        start, end = ends.get(link.start, link.start), ends.get(link.end, link.end)
        if start != end:
            between[start, end].append(link)
    for (start, end), joined in between.items():
        if len(joined) == 1 or groups.isdisjoint((start, end)):
            yield from (Link(link.id, link.kind, start, end, link.properties) for link in joined)
        else:
            yield Link(f"{start}|{end}", f"{len(joined):,} links", start, end)


def _told(by: By, members: Mapping[str, int], alone: int) -> str:
    kind = model.node_kind(GROUPINGS[by])
    inside = sum(members.values())
    rest = f"; {number(alone, 'nodes')} that {'belongs' if alone == 1 else 'belong'} to several or to none, or whose"
    rest += " group is open, " + ("stands alone" if alone == 1 else "stand alone")
    groups = number(len(members), "groups")
    return (
        f"{number(inside, 'nodes')} are drawn as {groups}, each of one of the {kind.plural.lower()} and what is nearest"
        f" to it by its links{rest if alone else ''}. Click a group to open it; table and exports hold every node."
    )
