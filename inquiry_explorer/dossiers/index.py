"""The lists of dossiers, kind by kind, each narrowed by words that stand in the address."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import EVIDENCE, address, record_address
from inquiry_explorer.dossiers.listing import joined
from inquiry_explorer.escaping import as_html
from inquiry_explorer.facts import term_words
from inquiry_explorer.prose import paragraph, title
from inquiry_explorer.tables import Column, Html, Linked, show_table
from inquiry_graph import model
from inquiry_graph.dossier.index import Entry, entries
from inquiry_graph.errors import AddressError
from inquiry_graph.export.legend import node_properties
from inquiry_graph.schema import NodeKind
from inquiry_graph.subgraph import Node

KINDS = {model.node_kind(label).prefix: model.node_kind(label) for label in model.DOSSIERS}


def show_kinds(chosen: str) -> None:
    """A line that leads from list to list; `chosen` is the prefix of the one that is shown."""
    parts = (
        Html(f"<strong>{as_html(kind.plural)}</strong>")
        if prefix == chosen
        else Linked(kind.plural, address(EVIDENCE, {} if kind.label == "Source" else {"of": prefix}))
        for prefix, kind in KINDS.items()
    )
    paragraph("Dossiers: ", joined(parts))


def show(prefix: str) -> None:
    """All dossiers of the kind whose ids begin with the prefix. Raises AddressError for another."""
    if prefix not in KINDS:
        raise AddressError(f"There are no dossiers of {prefix!r}. Choose one of {', '.join(KINDS)}.")
    kind = KINDS[prefix]
    listed = session.kept(entries, kind.label)
    title(kind.plural, _sentence(kind, listed), trail=(Linked("Evidence", address(EVIDENCE)),))
    show_kinds(prefix)
    text = st.text_input("Words in the name", key="text", bind="query-params") or ""
    words = text.casefold().split()
    fitting = [each for each in listed if all(word in _name(each.subject).casefold() for word in words)]
    told = f"{len(fitting):,} of {len(listed):,} {kind.plural.lower()}"
    if not fitting:
        paragraph(f"{told}. Take a word away to see more.", style="quiet")
        return
    _show_table(kind.label, fitting, told, prefix)


def _sentence(kind: NodeKind, listed: Sequence[Entry]) -> str:
    """How many there are, and of how many anything is held."""
    told = f"{len(listed):,} {kind.plural.lower()}, each with its dossier"
    if kind.label == "Recommendation":
        return f"{told}; a statement of its status was read for {sum(bool(each.stated) for each in listed):,}."
    return f"{told}; a finding is held of {sum(bool(each.findings) for each in listed):,}."


def _show_table(label: str, listed: Sequence[Entry], told: str, key: str) -> None:
    columns: tuple[Column, ...]
    rows: list[tuple[object, ...]]
    name = Column(model.node_kind(label).words)
    if label == "Recommendation":
        columns = (name, Column("Statements of its status", "integer"))
        rows = [(_link(each.subject), each.stated) for each in listed]
    else:
        sort = Column("Its failure" if label == "Practice" else "Kind")
        columns = (name, sort, Column("Findings", "integer", "At its own level"))
        rows = [(_link(each.subject), _kind(each.subject), each.findings) for each in listed]
    show_table(columns, rows, caption=told, key=f"dossiers-{key}")


def _link(subject: Node) -> Linked:
    return Linked(_name(subject), record_address(subject.id))


def _name(subject: Node) -> str:
    """The name; of a recommendation its whole text."""
    return str(subject.properties.get("text") or subject.name)


def _kind(subject: Node) -> str:
    """What sort of its kind it is; of a practice the words for its failure."""
    declared = {each.name: each for each in node_properties(subject.kind)}
    if "kind" in declared:
        return term_words(declared["kind"].terms, subject.properties["kind"])
    return str(subject.properties.get("failure_name", ""))
