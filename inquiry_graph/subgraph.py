"""Plain frozen values that pages, exports and tests pass round: never a driver's objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Node:
    """A node by our own id. `kind` is its label in the model."""

    id: str
    kind: str
    name: str
    properties: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A link by our own id, from `start` to `end` (ids of nodes). `kind` is its type in the model."""

    id: str
    kind: str
    start: str
    end: str
    properties: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes and links, each once, in the order in which they were met; every link's ends are among the nodes."""

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()

    @classmethod
    def of(cls, nodes: Iterable[Node], links: Iterable[Link]) -> Subgraph:
        """Bring nodes and links together: doubles go, and so do links whose ends are not there."""
        by_id = {node.id: node for node in nodes}
        kept = {link.id: link for link in links if link.start in by_id and link.end in by_id}
        return cls(tuple(by_id.values()), tuple(kept.values()))

    def __or__(self, other: Subgraph) -> Subgraph:
        """Both together."""
        return Subgraph.of(self.nodes + other.nodes, self.links + other.links)

    def __bool__(self) -> bool:
        return bool(self.nodes)

    def without(self, hidden: Iterable[str]) -> Subgraph:
        """The same without the nodes and links of those ids, and without links to hidden nodes."""
        gone = frozenset(hidden)
        return Subgraph.of(
            (node for node in self.nodes if node.id not in gone), (link for link in self.links if link.id not in gone)
        )

    def node(self, identifier: str) -> Node | None:
        """The node with that id, or None."""
        return next((node for node in self.nodes if node.id == identifier), None)


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer as a table. Values are plain: text, numbers, booleans, lists, maps, Node, Link and Path.

    `truncated` says that the row limit was reached and more rows exist.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Row by row, as a mapping from column to value."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def subgraph(self) -> Subgraph:
        """Every node and link that stands anywhere in the rows."""
        nodes: list[Node] = []
        links: list[Link] = []
        for row in self.rows:
            for value in row:
                _gather(value, nodes, links)
        return Subgraph.of(nodes, links)


@dataclass(frozen=True, slots=True)
class Path:
    """Nodes and links in the order of a walk; one link fewer than nodes."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


def _gather(value: Any, nodes: list[Node], links: list[Link]) -> None:
    if isinstance(value, Node):
        nodes.append(value)
    elif isinstance(value, Link):
        links.append(value)
    elif isinstance(value, Path):
        nodes.extend(value.nodes)
        links.extend(value.links)
    elif isinstance(value, Mapping):
        for part in value.values():
            _gather(part, nodes, links)
    elif isinstance(value, list | tuple):
        for part in value:
            _gather(part, nodes, links)
