"""The words in which the model is declared: properties, kinds of node, kinds of link.

Nothing here knows what the graph is about; `model.py` does. Everything else (columns
of the CSV files and their checks, constraints, ingest statements, legend, captions,
documentation) is derived from these declarations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class ValueKind(StrEnum):
    """How a value is written in a CSV file and stored in the graph."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"  # true or false
    TERM = "term"  # one of a closed list
    DATE = "date"  # ISO 8601, to the day, the month or the year
    URL = "url"
    TEXTS = "texts"  # several, separated by a semicolon


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a closed list, and how it reads. `weight` is set where the list is a scale."""

    value: str
    words: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """What a node or a link records. `derived` ones are worked out by the loader and have no column."""

    name: str
    meaning: str
    kind: ValueKind = ValueKind.TEXT
    terms: tuple[Term, ...] = ()
    required: bool = False
    derived: bool = False
    searched: bool = False
    words: int | None = None  # most words allowed
    least: float | None = None
    most: float | None = None

    def term(self, value: str) -> Term:
        """The term with that value; KeyError if the list does not hold it."""
        for term in self.terms:
            if term.value == value:
                return term
        raise KeyError(value)


@dataclass(frozen=True, slots=True)
class State:
    """One of the states of a cell, and how it looks: a word, a colour and a symbol, never a colour alone."""

    value: str
    words: str
    meaning: str
    colour: str
    symbol: str


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A label: what it stands for, how its ids begin, and how it looks and reads."""

    label: str
    prefix: str
    table: str  # name of its CSV file, without .csv; empty for a kind that no file holds
    words: str
    plural: str
    meaning: str
    colour: str
    shape: str
    properties: tuple[Property, ...]
    named_by: str = ""  # the property whose beginning is the node's name; empty: the name is a column

    def property(self, name: str) -> Property:
        """The declared property of that name; KeyError if there is none."""
        for declared in self.properties:
            if declared.name == name:
                return declared
        raise KeyError(name)


class HeldBy(StrEnum):
    """Which CSV file a link is written in."""

    START = "start"  # a column of the file of the node it starts from
    END = "end"  # a column of the file of the node it ends at
    CITATIONS = "citations"  # a row of citations.csv
    LOADER = "loader"  # made by the loader, in no file


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A type of link: what it joins, how it reads both ways, and where it is written.

    `qualifier` is a property with a closed list; in a column it stands behind the id,
    after an equals sign: `agency:some-council=jointly`.
    """

    type: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    forward: str
    backward: str
    meaning: str
    held_by: HeldBy = HeldBy.START
    column: str = ""
    qualifier: Property | None = None
    many: bool = True
    required: bool = False

    @property
    def holders(self) -> tuple[str, ...]:
        """Labels of the nodes in whose file this link is a column."""
        return {HeldBy.START: self.starts, HeldBy.END: self.ends}.get(self.held_by, ())


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a CSV file: a property of the row's node, or links to other nodes."""

    name: str
    meaning: str
    required: bool
    property: Property | None = None
    link: LinkKind | None = None


def columns_of(kind: NodeKind, links: tuple[LinkKind, ...]) -> Iterator[Column]:
    """The columns of a kind's CSV file: id, then its properties, then its links."""
    yield Column("id", f"Stable id: {kind.prefix}: and a readable name in small letters, digits and hyphens.", True)
    if not kind.named_by:
        yield Column("name", "The name by which people know it.", True)
    for declared in kind.properties:
        if not declared.derived:
            yield Column(declared.name, declared.meaning, declared.required, property=declared)
    for link in links:
        if kind.label in link.holders:
            yield Column(link.column, link.meaning, link.required, link=link)
