"""Which rows are due for another reading, and why. The reasons, in order, are `model.DUE`; here is when each holds.

A row is due as long as one of them holds. Of two rows with the same first reason the one that was read longer ago
comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from graph_loader.package import Package
from graph_loader.rereading.standing import Standing, standings
from inquiry_graph import model

LONG = timedelta(days=365)
_ORDER = {term.value: place for place, term in enumerate(model.DUE)}


@dataclass(frozen=True, slots=True)
class Due:
    """A record to be read again, and why: values of `model.DUE`, the most urgent first."""

    standing: Standing
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the reasons look at beside the record itself."""

    doubted: Collection[str]
    headline: Collection[str]
    own_pages: Collection[str]  # sources of which the publisher's own page was read for some record
    long_ago: str


def due(package: Package, doubted: Collection[str], headline: Collection[str], today: date) -> tuple[Due, ...]:
    """The records to be read again, the most urgent first.

    `doubted` are those that an open correction speaks of, `headline` those behind the Overview's sentences.
    """
    held = standings(package)
    own = {each.values["source"] for one in held.values() for each in one.citations if _is_own(each.values)}
    known = _Known(doubted, headline, own, (today - LONG).isoformat())
    found = [Due(each, _reasons(each, known)) for each in held.values()]
    return tuple(sorted((each for each in found if each.reasons), key=_urgency))


def _reasons(standing: Standing, known: _Known) -> tuple[str, ...]:
    return tuple(term.value for term in model.DUE if _HOLDS[term.value](standing, known))


def _urgency(each: Due) -> tuple[int, str, str]:
    return _ORDER[each.reasons[0]], each.standing.last_tried, each.standing.id


def _moved(standing: Standing) -> bool:
    """Whether the last reading that saw a page saw one at an address that no citation has."""
    urls = [each["url"] for each in standing.readings if each.get("url")]
    return bool(urls) and urls[-1] not in {each.values.get("url", "") for each in standing.citations}


def _elsewhere(standing: Standing, known: _Known) -> bool:
    first = standing.citations[0].values
    return not standing.readings and not _is_own(first) and first.get("source") in known.own_pages


def _is_own(citation: Mapping[str, str]) -> bool:
    return citation.get("seen_in") in model.OWN_PAGES


_HOLDS: Mapping[str, Callable[[Standing, _Known], bool]] = {
    "doubted": lambda each, known: each.id in known.doubted,
    "page_not_seen": lambda each, _: bool(each.readings) and each.readings[-1].get("verdict") == "page_not_seen",
    "headline": lambda each, known: each.id in known.headline and not each.readings,
    "page_moved": lambda each, _: _moved(each),
    "read_elsewhere": _elsewhere,
    "never": lambda each, _: not each.readings,
    "long_ago": lambda each, known: each.last_read < known.long_ago,
}
