"""What a timeline draws of some nodes: lanes by theme or by place, and in each what happened there, with its time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from inquiry_graph import model
from inquiry_graph.explore.bearings import NOWHERE, Bearing
from inquiry_graph.explore.spans import TIMED, Span, around, span_of
from inquiry_graph.subgraph import Node

By = Literal["theme", "place"]
ONE_BY_ONE = 150  # marks up to which each node has its own; beyond it those alike share one
_OUTSIDE: Mapping[By, str] = {"theme": "No theme of its own", "place": "No place of its own"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on the axis: a node, or several of one kind, outcome and time. `kind` is their label."""

    ids: tuple[str, ...]
    kind: str
    name: str
    outcome: str
    span: Span


@dataclass(frozen=True, slots=True)
class Lane:
    """What belongs to one theme or place; an empty `id` holds what belongs to none."""

    id: str
    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Of one kind of node, how many have a time, and of how many."""

    kind: str
    dated: int
    of: int

    def __str__(self) -> str:
        kind = model.node_kind(self.kind)
        noun = kind.words if self.of == 1 else kind.plural
        return f"{self.dated:,} of {self.of:,} {noun.lower()}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes in their order, from `first` to `last` year (the end of it), and what has no time.

    `counted` has every kind that can have one. `timeless` is how many nodes are of other kinds.
    """

    by: By
    lanes: tuple[Lane, ...]
    first: float
    last: float
    undated: tuple[Node, ...]
    counted: tuple[Told, ...]
    timeless: int

    def sentence(self) -> str:
        """What is on the axis, with its base, and what is not."""
        if not self.counted:
            return "Nothing here has a time: findings, sources, recommendations, progress, events and cases do."
        shown = f"On the axis: {', '.join(map(str, self.counted))}."
        rest = f" Without a known time, listed below the picture: {len(self.undated):,}." if self.undated else ""
        other = f" Of kinds that have no time: {self.timeless:,}." if self.timeless else ""
        return shown + rest + other


def timeline_of(nodes: Iterable[Node], bearings: Mapping[str, Bearing], by: By) -> Timeline:
    """The timeline of these nodes. One that belongs to several themes or places stands in the lane of each."""
    listed = list(nodes)
    timed = [node for node in listed if node.kind in TIMED]
    spans = {node.id: span_of(node, bearings.get(node.id, NOWHERE).made) for node in timed}
    dated = {node.id: (node, span) for node in timed if (span := spans[node.id])}
    lanes = tuple(_lanes(dated, bearings, by))
    first, last = around(span for _, span in dated.values())
    counted = tuple(_counted(timed, (node for node, _ in dated.values())))
    undated = tuple(node for node in timed if node.id not in dated)
    return Timeline(by, lanes, first, last, undated, counted, len(listed) - len(timed))


def _counted(timed: Iterable[Node], dated: Iterable[Node]) -> Iterator[Told]:
    every = Counter(node.kind for node in timed)
    known = Counter(node.kind for node in dated)
    for kind in model.NODE_KINDS:
        if every[kind.label]:
            yield Told(kind.label, known[kind.label], every[kind.label])


def _lanes(dated: Mapping[str, tuple[Node, Span]], bearings: Mapping[str, Bearing], by: By) -> Iterator[Lane]:
    held: dict[Node | None, list[tuple[Node, Span]]] = {}
    for node, span in dated.values():
        bearing = bearings.get(node.id, NOWHERE)
        for owner in (bearing.themes if by == "theme" else bearing.places) or (None,):
            held.setdefault(owner, []).append((node, span))
    alone = sum(map(len, held.values())) <= ONE_BY_ONE
    for owner in sorted(held, key=_order):
        name = owner.name if owner else _OUTSIDE[by]
        yield Lane(owner.id if owner else "", name, tuple(_marks(held[owner], alone)))


def _order(owner: Node | None) -> tuple[bool, int, str]:
    """Themes by their number, places by their name, and last what belongs to none."""
    return (True, 0, "") if owner is None else (False, int(owner.properties.get("number", 0)), owner.name)


def _marks(held: Iterable[tuple[Node, Span]], alone: bool) -> Iterator[Mark]:
    """The marks of one lane in the order of time; those alike are one mark unless each is to stand `alone`."""
    groups: dict[tuple[str, str, str, Span], list[Node]] = {}
    for node, span in held:
        outcome = str(node.properties.get("outcome", ""))
        groups.setdefault((node.id if alone else "", node.kind, outcome, span), []).append(node)
    for (_, kind, outcome, span), nodes in sorted(groups.items(), key=lambda pair: _when(pair[0])):
        name = nodes[0].name if len(nodes) == 1 else f"{len(nodes):,} {model.node_kind(kind).plural.lower()}"
        yield Mark(tuple(node.id for node in nodes), kind, name, outcome, span)


def _when(key: tuple[str, str, str, Span]) -> tuple[float, float, str, str, str]:
    identifier, kind, outcome, span = key
    return (span.start, -span.end, kind, outcome, identifier)
