"""A field of a form for each column of the model: its kind, its closed list and its links decide how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from graph_loader.records import SEPARATOR
from inquiry_explorer.escaping import as_label
from inquiry_explorer.facts import words_of
from inquiry_graph import model
from inquiry_graph.schema import Column, ValueKind

Choices = Mapping[str, Mapping[str, str]]  # names by id, by label
_LONG = {"summary": 80, "text": 80, "quotation": 80}  # pixels of the fields that hold sentences


def columns_of(label: str, names: Iterable[str]) -> list[Column]:
    """The columns of a kind by their names, in that order."""
    declared = {column.name: column for column in model.columns(model.node_kind(label))}
    declared |= {column.name: column for column in model.citation_columns()}
    return [declared[name] for name in names]


def show_field(column: Column, value: str, choices: Choices, key: str, likely: Mapping[str, str] | None = None) -> str:
    """The field with that value in it; gives what stands in it now, as a package's file writes it.

    `likely` are ids that are offered first, each with the reason. Ids of a kind that is not offered are
    typed.
    """
    label = as_label(words_of(column.name))
    offered_whole = column.link and all(end in choices for end in column.link.ends)
    if column.link and offered_whole and column.link.many:
        return _several(column, value, choices, key, label)
    if column.link and offered_whole:
        offered = {each: name for end in column.link.ends for each, name in choices[end].items()}
        return _one(offered, value, key, label, column.meaning, likely or {})
    return _plain(column, value, key, label)


def _plain(column: Column, value: str, key: str, label: str) -> str:
    declared = column.property
    if declared and declared.kind is ValueKind.TERM:
        return _one({term.value: term.words for term in declared.terms}, value, key, label, column.meaning, {})
    if declared and declared.kind is ValueKind.BOOLEAN:
        return "true" if st.checkbox(label, value == "true", key=key, help=column.meaning) else ""
    if column.name in _LONG:
        return st.text_area(label, value, key=key, help=column.meaning, height=_LONG[column.name]) or ""
    return st.text_input(label, value, key=key, help=column.meaning) or ""


def _one(offered: Mapping[str, str], value: str, key: str, label: str, help_: str, likely: Mapping[str, str]) -> str:
    first = [each for each in likely if each in offered]
    listed = [*first, *(each for each in offered if each not in first)]
    words = {each: f"{offered[each]} — {likely[each]}" if each in likely else offered[each] for each in listed}
    chosen = st.selectbox(
        label,
        listed,
        index=listed.index(value) if value in listed else None,
        format_func=words.__getitem__,
        key=key,
        help=help_,
        placeholder="Choose",
    )
    return chosen or ""


def _several(column: Column, value: str, choices: Choices, key: str, label: str) -> str:
    """Records with their qualifier, each pair one entry; what the package does not hold is shown as it is."""
    link = column.link
    if link is None:
        return value
    offered = {each: name for end in link.ends for each, name in choices[end].items()}
    if link.qualifier:
        terms = link.qualifier.terms
        offered = {f"{each}={term.value}": f"{name}: {term.words}" for each, name in offered.items() for term in terms}
    held = [entry for entry in value.split(SEPARATOR) if entry]
    offered |= {entry: entry for entry in held if entry not in offered}
    chosen = st.multiselect(
        label,
        list(offered),
        default=held,
        format_func=offered.__getitem__,
        key=key,
        help=column.meaning,
        placeholder="None",
    )
    return SEPARATOR.join(chosen)
