"""When a node was, as exactly as the graph knows it: years of conduct, or a day, a month or a year.

A time is told in years with fractions, from the beginning of the first day to the end of the last, so that a month
and a year are as long as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from inquiry_graph import model
from inquiry_graph.subgraph import Node

_PRECISIONS = {4: "year", 7: "month", 10: "day"}  # by the length of an ISO date
_DATED = {"Source": "published", "Progress": "date", "Event": "date"}
_YEARS = {"Finding": ("conduct_from", "conduct_to"), "Case": ("from_year", "to_year")}
TIMED = (*_YEARS, *_DATED, "Recommendation")  # labels of what can have a time


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end`, in years with fractions; `told` are the same in words, `known` how it is known.

    A period of `years` may lack its first or its last year: then it is `open` at that end, and the span is the one
    year that is known. A date is no period, however exactly it is known.
    """

    start: float
    end: float
    told: str
    known: str
    years: bool = False
    open: str = ""  # "start" or "end"


def span_of(node: Node, made: str | None = None) -> Span | None:
    """When the node was; `made` is when a recommendation's source was published. None where that is not known."""
    if node.kind in _YEARS:
        first, last = (node.properties.get(each) for each in _YEARS[node.kind])
        return _period(first, last, _known(node))
    if node.kind == "Recommendation":
        return _dated(made, "As its source was published")
    if node.kind in _DATED:
        return _dated(node.properties.get(_DATED[node.kind]), "")
    return None


def around(spans: Iterable[Span]) -> tuple[float, float]:
    """The whole years that hold all of these spans; two zeros for none."""
    held = list(spans)
    if not held:
        return 0.0, 0.0
    last = max(span.end for span in held)
    return float(int(min(span.start for span in held))), float(int(last) if last == int(last) else int(last) + 1)


def _period(first: Any, last: Any, known: str) -> Span | None:
    match first, last:
        case None, None:
            return None
        case int(), None:
            return Span(float(first), first + 1.0, f"from {first}", known, years=True, open="end")
        case None, int():
            return Span(float(last), last + 1.0, f"to {last}", known, years=True, open="start")
        case int(), int():
            told = str(first) if first == last else f"{first} to {last}"
            return Span(float(first), last + 1.0, told, known, years=True)
    raise ValueError(f"Years are whole numbers, not {first!r} and {last!r}.")


def _known(node: Node) -> str:
    if node.kind == "Case":
        return "The period examined"
    basis = node.properties.get("years_basis")
    return next((term.words for term in model.YEARS_BASES if term.value == basis), "")


def _dated(written: str | None, known: str) -> Span | None:
    """A day, a month or a year as ISO 8601 writes it."""
    if not written:
        return None
    precision = _PRECISIONS[len(written)]
    parts = [int(part) for part in written.split("-")]
    first = date(*(*parts, 1, 1)[:3])
    after = {
        "day": first + timedelta(days=1),
        "month": (first.replace(day=28) + timedelta(days=4)).replace(day=1),
        "year": first.replace(year=first.year + 1),
    }[precision]
    exactness = {"day": "", "month": "known to the month", "year": "known to the year"}[precision]
    told = {"day": f"{first.day} {first:%B} {first.year}", "month": f"{first:%B} {first.year}", "year": str(first.year)}
    return Span(_years(first), _years(after), told[precision], ", ".join(filter(None, (known, exactness))))


def _years(day: date) -> float:
    begins, ends = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return round(day.year + (day - begins).days / (ends - begins).days, 4)
