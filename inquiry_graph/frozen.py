"""A frozen view opened again: whether the graph still gives the same picture, and what has changed if not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from inquiry_graph.cells import number
from inquiry_graph.database import Database
from inquiry_graph.errors import ViewFileError
from inquiry_graph.export.frozen import FORMAT, VERSION, content_hash, mark, own_hash
from inquiry_graph.neighbourhood import among

MOST_NAMED = 5
_NEXT = "Choose a file that Inquiry Graph made with “Freeze this view”."


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a file of a view holds. `view` is how it was drawn, `intact` whether the file is as it was made."""

    title: str
    created: str
    dataset: str
    checksum: str
    content: str
    view: Mapping[str, Any]
    nodes: Mapping[str, tuple[str, str]]
    links: Mapping[str, str]
    intact: bool

    @property
    def day(self) -> str:
        """The day on which it was made."""
        return self.created[:10]


@dataclass(frozen=True, slots=True)
class Compared:
    """A frozen view beside the graph of now. Nodes are told by their names, links by their ids."""

    frozen: Frozen
    dataset_now: str
    gone: tuple[str, ...]
    changed: tuple[str, ...]
    links_gone: tuple[str, ...]
    links_new: tuple[str, ...]
    links_changed: tuple[str, ...]
    content_now: str

    @property
    def identical(self) -> bool:
        """Whether the graph gives exactly what the file says it gave."""
        return self.content_now == self.frozen.content

    def sentence(self) -> str:
        """Identical or different, on which data, and in what."""
        made = f"“{self.frozen.title}”, frozen on {self.frozen.day} on version {self.frozen.dataset or 'not recorded'}"
        on = "" if self.dataset_now == self.frozen.dataset else f" on version {self.dataset_now}"
        held = f"{number(len(self.frozen.nodes), 'nodes')} and {number(len(self.frozen.links), 'links')}"
        if self.identical:
            told = f"{made}: identical{on}, all {held} are as they were."
        else:
            told = f"{made}: different{on}, of {held} {'; '.join(self._differences())}."
        return told if self.frozen.intact else f"{told} The file was changed after it was made: do not cite it."

    def _differences(self) -> Iterator[str]:
        for ids, words in ((self.gone, "gone"), (self.changed, "changed")):
            if ids:
                more = ", …" if len(ids) > MOST_NAMED else ""
                yield f"{number(len(ids), 'nodes')} {words} ({', '.join(ids[:MOST_NAMED])}{more})"
        for ids, words in ((self.links_gone, "gone"), (self.links_new, "new"), (self.links_changed, "changed")):
            if ids:
                yield f"{number(len(ids), 'links')} {words}"


def read_frozen(content: bytes) -> Frozen:
    """What a file holds. Raises ViewFileError for a file that is not a frozen view, or is damaged."""
    try:
        described = json.loads(content)
        if described["format"] != FORMAT:
            raise ViewFileError(f"This file is no frozen view. {_NEXT}")
        if described["version"] != VERSION:
            raise ViewFileError(
                f"This file is of version {described['version']!r}, which this Inquiry Graph cannot read (it reads "
                f"{VERSION}). Bring Inquiry Graph up to date."
            )
        return _frozen(described)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ViewFileError(f"This file is no frozen view, or is damaged ({error!r}). {_NEXT}") from error


def compare(database: Database, frozen: Frozen) -> Compared:
    """Ask for the same nodes again, and say what differs."""
    now = among(database, frozen.nodes)
    load = database.last_load()
    nodes = {node.id: mark(node) for node in now.nodes}
    links = {link.id: mark(link) for link in now.links}
    return Compared(
        frozen,
        load.dataset_version if load else "",
        gone=tuple(name for each, (name, _) in frozen.nodes.items() if each not in nodes),
        changed=tuple(name for each, (name, was) in frozen.nodes.items() if nodes.get(each, was) != was),
        links_gone=tuple(sorted(frozen.links.keys() - links.keys())),
        links_new=tuple(sorted(links.keys() - frozen.links.keys())),
        links_changed=tuple(sorted(each for each, was in frozen.links.items() if links.get(each, was) != was)),
        content_now=content_hash((*now.nodes, *now.links)),
    )


def _frozen(described: Mapping[str, Any]) -> Frozen:
    return Frozen(
        title=str(described["title"]),
        created=str(described["created"]),
        dataset=str(described["dataset"]["version"] or ""),
        checksum=str(described["dataset"]["checksum"] or ""),
        content=str(described["content"]),
        view=dict(described["view"]),
        nodes={str(each): (str(name), str(was)) for each, (name, was) in described["nodes"].items()},
        links={str(each): str(was) for each, was in described["links"].items()},
        intact=own_hash(described) == described["sha256"],
    )
