"""Tables in our own HTML: numbers right aligned, states by symbol and word, every cell escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from inquiry_explorer.addresses import outside, record_address, records_address
from inquiry_explorer.escaping import as_html
from inquiry_explorer.states import chip
from inquiry_graph import model
from inquiry_graph.export.material import as_text
from inquiry_graph.subgraph import Node, Rows

PAGE = 100  # rows shown at a time
FOUR_DIGITS = 10_000  # below it no comma, so that a year reads as one
LONG_WORD = 40  # characters from which a word may be broken anywhere
PROSE = 60  # characters from which a cell holds a sentence
_NUMBERS = frozenset({"integer", "number"})
_STYLES = {"ids": "short", "date": "date"}  # of cells whose kind says how they look
_OUTCOME_WORDS = {term.value: term.words for term in model.OUTCOMES} | {s.value: s.words for s in model.STATES}


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading. `kind` is one of a question's column kinds; `meaning` shows on hover."""

    heading: str
    kind: str = "text"
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """A cell that leads somewhere: text and an address of our own (never one out of the data)."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Pick:
    """A cell that selects a record where it is pressed; only `rows` listens to it."""

    text: str
    id: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Sorted:
    """By which column, counted from 0, rows are sorted, and which way."""

    column: int
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Html:
    """A cell of our own HTML, already escaped."""

    body: str


def show_table(columns: Sequence[Column], rows: Sequence[Sequence[Any]], *, caption: str, key: str = "") -> None:
    """Show the rows, a page of them at a time where they are many."""
    if len(rows) <= PAGE:
        st.html(table(columns, rows, caption))
    else:
        _paged(columns, rows, caption, key or caption)


@st.fragment
def _paged(columns: Sequence[Column], rows: Sequence[Sequence[Any]], caption: str, key: str) -> None:
    place = st.container()
    page = st.pagination(-(-len(rows) // PAGE), key=f"page-of-{key}")
    first = (page - 1) * PAGE
    shown = rows[first : first + PAGE]
    told = f"{caption} (rows {first + 1:,} to {first + len(shown):,} of {len(rows):,})"
    place.html(table(columns, shown, told))


def table(columns: Sequence[Column], rows: Iterable[Sequence[Any]], caption: str, by: Sorted | None = None) -> str:
    """The table as HTML, in a frame of its own that scrolls sideways and can be reached by keyboard.

    If it says by what it is sorted, its headings are buttons.
    """
    head = "".join(_heading(column, place, by) for place, column in enumerate(columns))
    body = "".join(f"<tr>{''.join(map(_cell, columns, row))}</tr>" for row in rows)
    told = as_html(caption)
    return (
        f'<div class="frame" tabindex="0" role="region" aria-label="{told}"><table class="figures">'
        f"<caption>{told}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def plain(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> Rows:
    """The same table for a file: values without links, under the same headings."""
    return Rows(tuple(column.heading for column in columns), tuple(tuple(map(_plain, row)) for row in rows))


def facts_table(pairs: Iterable[tuple[str, Any]]) -> str:
    """Pairs of word and value, as a list of what is known of one thing; each value may be Linked or Html."""
    rows = "".join(f"<div><dt>{as_html(word)}</dt><dd>{shown(value)}</dd></div>" for word, value in pairs)
    return f'<dl class="facts">{rows}</dl>'


def shown(value: Any, kind: str = "text") -> str:
    """One value as HTML."""
    match value:
        case Html():
            return value.body
        case Linked():
            return f'<a href="{as_html(value.address)}">{as_html(value.text)}</a>'
        case Pick():
            pressed = f'aria-pressed="{"true" if value.chosen else "false"}"'
            return f'<button type="button" data-pick="{as_html(value.id)}" {pressed}>{as_html(value.text)}</button>'
        case None:
            return ""
        case Node():
            return f'<a href="{as_html(record_address(value.id))}">{as_html(value.name)}</a>'
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:,.2f}".rstrip("0").rstrip(".")
        case int():
            return f"{value:,}" if kind in _NUMBERS and abs(value) >= FOUR_DIGITS else str(value)
    return _text(value, kind)


def _text(value: Any, kind: str) -> str:
    if kind == "state":
        return chip(str(value), _OUTCOME_WORDS.get(str(value)))
    if kind == "url":
        address = outside(str(value))
        return outward(address, str(value)) if address else as_html(value)
    if kind == "id" and value:
        return f'<a href="{as_html(record_address(str(value)))}" title="{as_html(value)}">Open</a>'
    if kind == "ids" and value:
        words = "1 record" if len(value) == 1 else f"{len(value):,} records"
        return f'<a class="whole" href="{as_html(records_address(value))}">{words}</a>'
    if isinstance(value, list | tuple):
        return "; ".join(shown(part) for part in value)
    return as_html(value)


def outward(address: str, text: str) -> str:
    """A link that leaves the app, in a tab of its own, telling the other side nothing of ours.

    On paper stands the page's address instead, without the words that it opens at.
    """
    page = as_html(address.partition("#:~:")[0])
    return (
        f'<a class="outward" href="{as_html(address)}" data-page="{page}" target="_blank" rel="noopener noreferrer">'
        f"{as_html(text)}</a>"
    )


def _plain(value: Any) -> Any:
    return value.text if isinstance(value, Linked) else value


def _heading(column: Column, place: int, by: Sorted | None) -> str:
    number = ' class="number"' if column.kind in _NUMBERS else ""
    meaning = f' title="{as_html(column.meaning)}"' if column.meaning else ""
    words = as_html(column.heading)
    if by is None:
        return f'<th scope="col"{number}{meaning}>{words}</th>'
    way = ("descending" if by.descending else "ascending") if by.column == place else "none"
    button = f'<button type="button" data-sort="{place}">{words}</button>'
    return f'<th scope="col" aria-sort="{way}"{number}{meaning}>{button}</th>'


def _cell(column: Column, value: Any) -> str:
    style = "number" if column.kind in _NUMBERS else _STYLES.get(column.kind) or _width(value)
    return f'<td class="{style}">{shown(value, column.kind)}</td>'


def _width(value: Any) -> str:
    """Prose needs room; a word so long that it would push the other columns away may be broken anywhere."""
    if isinstance(value, Html):
        return ""
    text = value.text if isinstance(value, Linked | Pick) else as_text(value)
    if any(len(word) > LONG_WORD for word in text.split()):
        return "long"
    return "prose" if len(text) > PROSE else ""
