"""Finding a place to start, and walking from it: nodes by their words, their sections, and what lies around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.database import Database
from inquiry_graph.schema import NodeKind
from inquiry_graph.subgraph import Link, Node, Subgraph

Order = Literal["name", "newest", "connected"]

MOST_ROWS = 1_000_000
MOST_WORDS, LONGEST_WORD = 12, 40  # of a search: what people paste beyond them narrows nothing

_KINDS = tuple(model.table_kinds())
_LABELS = tuple(kind.label for kind in _KINDS)
_TYPES = tuple(link.type for link in model.LINK_KINDS)
_WORDS = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_AFTER_APOSTROPHE = re.compile(r"['’]\w*")
_ID = re.compile(r"[a-z]+:[a-z0-9.-]+")
_PREFIX = re.compile(r"\s*([^:]+?)\s*:\s*(.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of one kind: how many in all, and the first of them. `kind` is a label."""

    kind: str
    count: int
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The links of one type that a node has one way. `words` say how they read from the node."""

    type: str
    outward: bool
    words: str
    links: int


def find(database: Database, text: str, *, limit: int = 8) -> tuple[Hits, ...]:
    """Nodes that hold all the words, or their beginnings, or nearly; the most fitting kind first.

    A kind before a colon narrows: "agency: south york". A pasted id finds its node.
    """
    kinds, words = narrowed(text)
    by_id = nodes(database, [text.strip()] if _ID.fullmatch(text.strip()) else [])
    if by_id:
        return tuple(Hits(node.kind, 1, (node,)) for node in by_id)
    if not words and len(kinds) == len(_KINDS):
        return ()
    parameters = {
        "index": model.SEARCH_INDEX,
        "words": lucene(words),
        "text": " ".join(words).lower(),
        "kinds": [kind.label for kind in kinds],
        "limit": limit,
    }
    rows = database.read(statement("_app/find"), parameters)
    return tuple(Hits(row["kind"], row["hits"], tuple(row["nodes"])) for row in rows)


def narrowed(text: str) -> tuple[tuple[NodeKind, ...], tuple[str, ...]]:
    """The kinds that a text asks for, all without a prefix that names any, and its words."""
    prefix = _PREFIX.match(text)
    kinds = tuple(kind for kind in _KINDS if prefix and _named(kind, prefix[1]))
    rest = prefix[2] if prefix and kinds else text
    words = _WORDS.findall(_AFTER_APOSTROPHE.sub(" ", rest))
    return kinds or _KINDS, tuple(word[:LONGEST_WORD] for word in words[:MOST_WORDS])


def lucene(words: Iterable[str]) -> str:
    """A full-text query for all the words: whole, as a beginning, inside a word or, for longer ones, nearly.

    The words are letters and digits in small letters, so that nothing in them is a sign of the query language.
    """
    return " AND ".join(_forms(word.lower()) for word in words) or "*:*"


def nodes(database: Database, ids: Iterable[str]) -> tuple[Node, ...]:
    """The nodes of these ids that the graph holds, in the order of the ids."""
    rows = database.read(statement("_app/nodes"), {"ids": list(ids)}, row_limit=MOST_ROWS)
    return tuple(row["node"] for row in rows)


def among(database: Database, ids: Iterable[str]) -> Subgraph:
    """These nodes and every link among them."""
    listed = list(dict.fromkeys(ids))
    rows = database.read(statement("_app/links_among"), {"ids": listed}, row_limit=MOST_ROWS)
    return Subgraph.of(nodes(database, listed), (row["link"] for row in rows))


def sections(database: Database, identifier: str) -> tuple[Section, ...]:
    """The types of link that a node has, each way, in the model's order: citations first."""
    rows = database.read(statement("_app/sections"), {"id": identifier})
    found = (Section(row["type"], row["outward"], _words(row["type"], row["outward"]), row["links"]) for row in rows)
    return tuple(sorted(found, key=lambda each: (_TYPES.index(each.type), not each.outward)))


def section(
    database: Database, identifier: str, type_: str, outward: bool, *, skip: int = 0, limit: int = 50
) -> tuple[tuple[Link, Node], ...]:
    """The links of one section with the nodes at their other ends, by name, after the first `skip`."""
    parameters = {"id": identifier, "type": type_, "outward": outward, "skip": skip, "limit": limit}
    return tuple((row["link"], row["other"]) for row in database.read(statement("_app/section"), parameters))


def hidden_counts(database: Database, ids: Iterable[str]) -> dict[str, int]:
    """How many neighbours of each node are not among these nodes; nothing for a node that has none."""
    return dict(database.read(statement("_app/hidden_counts"), {"ids": list(ids)}, row_limit=MOST_ROWS).rows)


def hidden_kinds(database: Database, identifier: str, shown: Iterable[str]) -> dict[str, int]:
    """How many neighbours of a node are not shown, by label; the most numerous first."""
    parameters = {"id": identifier, "shown": list(shown), "kinds": list(_LABELS)}
    return dict(database.read(statement("_app/hidden_kinds"), parameters).rows)


def expand(
    database: Database,
    ids: Iterable[str],
    shown: Iterable[str],
    *,
    kind: str | None = None,
    order: Order = "name",
    limit: int = 50,
) -> tuple[Node, ...]:
    """Neighbours of these nodes that are not shown yet: of one kind (a label) or of all, in that order."""
    parameters = {"ids": list(ids), "shown": list(shown), "kind": kind, "order": order, "limit": limit}
    return tuple(row["other"] for row in database.read(statement("_app/expand"), parameters))


def link(database: Database, identifier: str) -> tuple[Node, Link, Node] | None:
    """A link with its ends, or None if the graph does not hold it."""
    start, end = model.ends_of_link_id(identifier)
    rows = database.read(statement("_app/link"), {"id": identifier, "start": start, "end": end}).rows
    return (rows[0][0], rows[0][1], rows[0][2]) if rows else None


def recommendations_after(database: Database, finding_id: str) -> tuple[Node, ...]:
    """What the finding's sources recommended about its practice."""
    rows = database.read(statement("_app/recommendations_after"), {"id": finding_id})
    return tuple(row["recommendation"] for row in rows)


def around_finding(database: Database, finding_id: str) -> Subgraph:
    """A finding with all that it points to, its place, theme and publishers, and the claims that answer it."""
    return database.read(statement("_app/around_finding"), {"id": finding_id}, row_limit=MOST_ROWS).subgraph()


def _named(kind: NodeKind, prefix: str) -> bool:
    """Whether a person who types that before a colon means the kind: "agency", "agencies", "ag"."""
    wanted = prefix.casefold()
    names = (kind.label, kind.words, kind.plural, kind.prefix)
    return any(name.casefold().startswith(wanted) for name in names)


def _forms(word: str) -> str:
    forms = [f"{word}^8", f"{word}*^4"]
    if len(word) > 2:
        forms.append(f"*{word}*")
    if len(word) > 4:
        forms.append(f"{word}~1")
    return f"({' OR '.join(forms)})"


def _words(type_: str, outward: bool) -> str:
    kind = model.link_kind(type_)
    return kind.forward if outward else kind.backward
