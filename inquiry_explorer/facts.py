"""What a node or a link says of itself, in the model's words: for the panel, the table and the tooltips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from inquiry_graph import model
from inquiry_graph.export.legend import link_properties, node_properties
from inquiry_graph.export.material import as_text
from inquiry_graph.schema import Property, Term, ValueKind
from inquiry_graph.subgraph import Link, Node

# Told elsewhere on screen (as the name, as the outcome's mark) or of use to those who keep the data alone.
_QUIET = frozenset({"read_by", "read_on", "corrected_on", "reference", "latitude", "longitude"})
_CITATIONS = frozenset(kind.type for kind in model.LINK_KINDS if model.is_citation(kind.type))
_YES_NO = {True: "yes", False: "no"}
_WORDS = {
    "url": "address",
    "seen_in": "seen in",
    "years_basis": "years known from",
    "agency_as_written": "body as written",
    "conduct_from": "conduct from",
    "conduct_to": "conduct to",
    "replies_sought_on": "replies looked for on",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One property: what it is called, what it says, and what the model means by it."""

    words: str
    text: str
    meaning: str


def facts(node: Node) -> tuple[Fact, ...]:
    """What a reader wants to know of a node, in the model's order; its name is not repeated."""
    declared = (each for each in node_properties(node.kind) if each.name not in _QUIET)
    return tuple(fact for fact in _facts(declared, node.properties) if fact.text.strip() != node.name.strip())


def link_facts(link: Link) -> tuple[Fact, ...]:
    """What a link records beside its ends: its qualifier; a citation is shown as a citation instead."""
    if is_citation(link):
        return ()
    return tuple(_facts(link_properties(link.kind), link.properties))


def is_citation(link: Link) -> bool:
    """Whether the link carries locator and quotation; False for a type that the model does not have."""
    return link.kind in _CITATIONS


def outcome(node: Node) -> Term | None:
    """How the node's finding judges, or None for what judges nothing."""
    return next((term for term in model.OUTCOMES if term.value == node.properties.get("outcome")), None)


def term_words(terms: Iterable[Term], value: Any) -> str:
    """The words for a value of a closed list; the value itself if the list does not hold it."""
    return next((term.words for term in terms if term.value == value), as_text(value))


def words_of(name: str) -> str:
    """What a property is called on screen."""
    words = _WORDS.get(name, name.replace("_", " "))
    return words[:1].upper() + words[1:]


def _facts(declared: Iterable[Property], held: Mapping[str, Any]) -> Iterator[Fact]:
    for each in declared:
        value = held.get(each.name)
        if value is None or value == "" or value == []:
            continue
        text = term_words(each.terms, value) if each.terms else as_text(value)
        if each.kind is ValueKind.BOOLEAN:
            text = _YES_NO[bool(value)]
        yield Fact(words_of(each.name), text, each.meaning)
