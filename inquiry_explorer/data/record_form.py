"""A record as it stands in the package, beside its page; and its columns as fields in which a value can be changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

import streamlit as st

from graph_loader.package import Row
from graph_loader.records import SEPARATOR
from graph_loader.rereading.corrections import Correction, values_of
from graph_loader.rereading.standing import Standing, address_of
from inquiry_explorer.addresses import outside, record_address
from inquiry_explorer.data.fields import Choices, show_field
from inquiry_explorer.escaping import as_html
from inquiry_explorer.facts import words_of
from inquiry_explorer.prose import heading, paragraph
from inquiry_explorer.tables import Linked, facts_table, outward, shown
from inquiry_graph import model
from inquiry_graph.schema import Column

_VERDICTS = {term.value: term.words for term in model.VERDICTS}
_FAULTS = {term.value: term.words for term in model.FAULTS}
_PER_LINE = 2


def show_standing(found: Standing, offered: Choices) -> None:
    """What the record says, where to look for it, and what past readings found."""
    paragraph(found.caption, style="lead sentence")
    heading("What to look at")
    for each in found.citations:
        st.html(_citation(found, each))
    heading("The row")
    st.html(facts_table(_facts(found, offered)))
    paragraph(Linked("This record in Evidence", record_address(found.id)), style="quiet")
    if found.readings:
        heading("Read before")
        told = ((each.get("read_on", ""), _reading(each)) for each in reversed(found.readings))
        st.html(facts_table(told))


def show_drafts(drafts: Sequence[Correction]) -> None:
    """What somebody says is wrong with it."""
    for each in drafts:
        parts = [f"{_FAULTS.get(each.fault, each.fault)}. {each.page_says}"]
        if each.quotation:
            parts.append(f"“{each.quotation}”, {each.locator or 'place not given'}.")
        parts += [f"{words_of(name)} would be: {value or '(empty)'}." for name, value in each.proposed.items()]
        told = as_html(f"{each.reader}, {each.made_at[:10]}, says that it is wrong")
        st.html(f'<div class="notice" role="note"><strong>{told}.</strong> {as_html(" ".join(parts))}</div>')


def show_fields(found: Standing, names: Iterable[str], offered: Choices, key: str) -> dict[str, str]:
    """A field for each of these columns with what stands in it; gives what stands in them now."""
    held, declared = values_of(found), _columns(found)
    listed = [declared[name] for name in names]
    given: dict[str, str] = {}
    for first in range(0, len(listed), _PER_LINE):
        line = listed[first : first + _PER_LINE]
        for where, column in zip(st.columns(_PER_LINE), line, strict=False):
            with where:
                given[column.name] = show_field(column, held.get(column.name, ""), offered, f"{key}-{column.name}")
    return given


def changed(found: Standing, given: dict[str, str]) -> dict[str, str]:
    """The values that differ from what stands."""
    held = values_of(found)
    lines = {name: " ".join(value.split()) for name, value in given.items()}
    return {name: value for name, value in lines.items() if value != held.get(name, "")}


def _columns(found: Standing) -> dict[str, Column]:
    """The columns of the record and of its citation; of a name that stands in both, the record's."""
    return {column.name: column for column in (*model.citation_columns(), *model.columns(found.kind))}


def _citation(found: Standing, citation: Row) -> str:
    values, address = citation.values, outside(address_of(citation) or None)
    relation = model.link_kind(values["link"]).forward
    source = shown(Linked(found.name_of_source(citation), record_address(values["source"])))
    seen = next((term.words for term in model.SEEN_IN if term.value == values["seen_in"]), values["seen_in"])
    words = outward(address, f"Open {urlsplit(address).hostname} at these words") if address else _WITHHELD
    return (
        f'<ol class="citations"><li><blockquote>“{as_html(values["quotation"])}”</blockquote>'
        f'<p class="where">{as_html(relation[:1].upper() + relation[1:])} {source}, {as_html(values["locator"])}. '
        f"Seen in: {as_html(seen.lower())}, {as_html(values['accessed'])}.</p>"
        f'<p class="where">{words}</p></li></ol>'
    )


_WITHHELD = "The address is withheld, since it would name a person or a case."


def _facts(found: Standing, offered: Choices) -> Iterator[tuple[str, str]]:
    for name, column in _columns(found).items():
        value = found.row.values.get(name, "")
        if value and value != found.caption:
            yield words_of(name), _words(column, value, offered)


def _words(column: Column, value: str, offered: Choices) -> str:
    """The value as people read it: the words of a closed list, the names of records."""
    if column.property and column.property.terms:
        return next((term.words for term in column.property.terms if term.value == value), value)
    if not column.link:
        return value
    names = {each: name for end in column.link.ends for each, name in offered.get(end, {}).items()}
    told = []
    for entry in value.split(SEPARATOR):
        identifier, _, qualifier = entry.strip().partition("=")
        told.append(names.get(identifier, identifier) + (f" ({qualifier.replace('_', ' ')})" if qualifier else ""))
    return "; ".join(told)


def _reading(values: Mapping[str, str]) -> str:
    verdict = _VERDICTS.get(values.get("verdict", ""), values.get("verdict", ""))
    return f"{verdict}, by {values.get('read_by', '')}. {values.get('note', '')}"
