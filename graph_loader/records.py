"""From a row of text to nodes and links with typed values, and every problem on the way."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from graph_loader.package import Row
from inquiry_graph import model
from inquiry_graph.problems import Problem
from inquiry_graph.schema import Column, HeldBy, LinkKind, NodeKind, Property, ValueKind

SEPARATOR = ";"
_ID = re.compile(r"[a-z]+:[a-z0-9]+(?:[.-][a-z0-9]+)*")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """A node as it will be written."""

    kind: NodeKind
    id: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """A link as it will be written, and the place in the files that it comes from."""

    kind: LinkKind
    start: str
    end: str
    properties: Mapping[str, Any]
    column: str

    @property
    def start_label(self) -> str:
        """The label that the start's id names; empty if it names none."""
        kind = model.kind_of_id(self.start)
        return kind.label if kind else ""

    @property
    def id(self) -> str:
        """Ends and type; for a citation also where it points, else the qualifier."""
        cited = self.kind.held_by is HeldBy.CITATIONS
        told_apart_by = ("locator", "seen_in") if cited else tuple(self.properties)
        values = (str(self.properties.get(name, "")) for name in told_apart_by)
        return model.link_id(self.start, self.kind.type, self.end, *values)


@dataclass(slots=True)
class Parsed:
    """What a row says, as far as it could be understood."""

    row: Row
    node: NodeRecord | None = None
    links: list[LinkRecord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, column: str, value: str, wrong: str, right: str) -> None:
        """Note a problem of this row."""
        self.problems.append(Problem(self.row.file, self.row.line, column, value, wrong, right))


def parse_node(kind: NodeKind, row: Row) -> Parsed:
    """A row of a kind's file: its node, and the links that stand in its columns."""
    parsed = Parsed(row)
    cells = dict(row.values)
    identifier = cells.pop("id", "").strip()
    if not _ID.fullmatch(identifier) or model.kind_of_id(identifier) is not kind:
        right = f"{kind.prefix}: followed by small letters, digits and hyphens."
        parsed.problem("id", identifier, "is not an id of this kind.", right)
    properties = _take(parsed, cells, model.columns(kind)[1:], identifier)
    _check_years(parsed, properties)
    parsed.node = NodeRecord(kind, identifier, properties)
    return parsed


def parse_citation(row: Row) -> Parsed:
    """A row of the citations file: one link from a record to a source."""
    parsed = Parsed(row)
    cells = dict(row.values)
    ends = [cells.pop(name, "").strip() for name in ("of", "link", "source")]
    properties = _take(parsed, cells, model.citation_columns()[3:])
    if bool(properties.get("url")) is bool(properties.get("address_withheld")):
        right = "either an address, or address_withheld true and no address."
        parsed.problem("url", str(properties.get("url", "")), "and address_withheld do not fit together.", right)
    of, type_, source = ends
    kind = next((link for link in model.LINK_KINDS if link.type == type_), None)
    if kind is None or kind.held_by is not HeldBy.CITATIONS:
        allowed = ", ".join(link.type for link in model.LINK_KINDS if link.held_by is HeldBy.CITATIONS)
        parsed.problem("link", type_, "is not a citation link.", f"one of {allowed}.")
    else:
        parsed.links.append(LinkRecord(kind, of, source, properties, "of"))
    return parsed


def parse_beside(columns: Iterable[Column], row: Row) -> Parsed:
    """A row of a file that lies beside the tables: no node and no link, but each value is held to its column."""
    parsed = Parsed(row)
    _take(parsed, dict(row.values), columns)
    return parsed


def _take(parsed: Parsed, cells: dict[str, str], columns: Iterable[Column], holder: str = "") -> dict[str, Any]:
    """The typed values of these columns, their links entered in `parsed` as those of `holder`.

    What is left in the cells then stands in no column of the model, and is complained of.
    """
    properties: dict[str, Any] = {}
    for column in columns:
        text = cells.pop(column.name, "").strip()
        if not text and column.required:
            parsed.problem(column.name, "", "is empty.", column.meaning)
        elif text and column.link:
            parsed.links += _links(parsed, holder, column, text)
        elif text:
            properties |= _value(parsed, column, text)
    _complain_of_the_rest(parsed, cells)
    return properties


def _complain_of_the_rest(parsed: Parsed, cells: Mapping[str, str]) -> None:
    for name, value in cells.items():
        parsed.problem(name, value, "stands in a column that the model does not have.", "no such column.")


def _check_years(parsed: Parsed, properties: Mapping[str, Any]) -> None:
    for first, last in (("from_year", "to_year"), ("conduct_from", "conduct_to"), ("valid_from", "valid_to")):
        if properties.get(first) and properties.get(last) and properties[first] > properties[last]:
            parsed.problem(first, str(properties[first]), f"is later than {last}.", f"{first} not later than {last}.")


def _links(parsed: Parsed, holder: str, column: Column, text: str) -> Iterator[LinkRecord]:
    link = column.link
    if link is None:
        return
    entries = [entry.strip() for entry in text.split(SEPARATOR) if entry.strip()]
    if len(entries) > 1 and not link.many:
        parsed.problem(column.name, text, "holds more than one id.", "exactly one id.")
    for entry in entries:
        other, _, qualifier = entry.partition("=")
        properties = _qualifier(parsed, column.name, link, qualifier)
        start, end = (holder, other) if link.held_by is HeldBy.START else (other, holder)
        yield LinkRecord(link, start, end, properties, column.name)


def _qualifier(parsed: Parsed, column: str, link: LinkKind, text: str) -> dict[str, Any]:
    if link.qualifier is None:
        if text:
            parsed.problem(column, text, "stands behind an id that takes no qualifier.", "the id alone.")
        return {}
    if not text:
        allowed = ", ".join(term.value for term in link.qualifier.terms)
        parsed.problem(column, text, "lacks its qualifier.", f"id={link.qualifier.name}, one of {allowed}.")
        return {}
    return _value(parsed, Column(column, "", True, property=link.qualifier), text)


def _value(parsed: Parsed, column: Column, text: str) -> dict[str, Any]:
    """The typed value by its property's name; nothing, and a problem, if it cannot be one."""
    declared = column.property
    if declared is None:
        return {"name": text}
    try:
        return {declared.name: _typed(declared, text)}
    except ValueError as error:
        parsed.problem(column.name, text, "is not a value of this column.", str(error))
        return {}


def _typed(declared: Property, text: str) -> Any:
    """The value that the text stands for. Raises ValueError, which says what would be right."""
    if declared.words is not None and len(text.split()) > declared.words:
        raise ValueError(f"at most {declared.words} words; these are {len(text.split())}.")
    match declared.kind:
        case ValueKind.TEXT:
            return text
        case ValueKind.TEXTS:
            return [part.strip() for part in text.split(SEPARATOR) if part.strip()]
        case ValueKind.INTEGER | ValueKind.NUMBER:
            return _number(declared, text)
        case ValueKind.BOOLEAN:
            return _one_of(text, {"true": True, "false": False})
        case ValueKind.TERM:
            return _one_of(text, {term.value: term.value for term in declared.terms})
        case ValueKind.DATE:
            return _date(text)
        case ValueKind.URL:
            return _url(text)


def _number(declared: Property, text: str) -> float:
    whole = declared.kind is ValueKind.INTEGER
    right = f"{'a whole number' if whole else 'a number'} from {declared.least} to {declared.most}."
    try:
        number = int(text) if whole else float(text)
    except ValueError:
        raise ValueError(right) from None
    least = -math.inf if declared.least is None else declared.least
    most = math.inf if declared.most is None else declared.most
    if not math.isfinite(number) or not least <= number <= most:
        raise ValueError(right)
    return number


def _one_of(text: str, allowed: Mapping[str, Any]) -> Any:
    if text not in allowed:
        raise ValueError(f"one of {', '.join(allowed)}.")
    return allowed[text]


def _date(text: str) -> str:
    found = _DATE.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        raise ValueError("a date such as 2014-08-26, 2014-08 or 2014.") from None
    return text


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s<>\"]", text):
        raise ValueError("an address that begins with https:// or http:// and holds no space.")
    return text
