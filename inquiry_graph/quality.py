"""How good the record is: what it rests on, what is filled, how well its coders agree, and what nobody has read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.cells import Cell, cells
from inquiry_graph.database import Database
from inquiry_graph.patterns.gaps import Gaps, TopicGap, gaps

MOST_UNREAD = 20
FIELDS = {
    "reach": "how far it reaches",
    "base": "the base of a figure",
    "conduct_from": "years of the conduct",
    "about": "the body that is judged",
    "exchange": "both ends of an exchange",
    "stages": "step of the response",
    "signs": "sign of vulnerability",
    "supports": "kind of support",
}


@dataclass(frozen=True, slots=True)
class Share:
    """A count and its base."""

    count: int
    of: int

    @property
    def value(self) -> float:
        """The count over its base; 0 where the base is 0."""
        return self.count / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.count:,} of {self.of:,} ({self._rounded()})"

    def _rounded(self) -> str:
        """Never 0% of something, nor 100% of less than all."""
        if self.count and self.value < 0.01:
            return "under 1%"
        return "over 99%" if 0.99 < self.value < 1 else f"{self.value:.0%}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Cohen's kappa of two codings of `n` findings, with a 95% interval from resampling whole sources."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A finding whose page was last read on that day."""

    id: str
    name: str
    source: str
    last_read: str


@dataclass(frozen=True, slots=True)
class Quality:
    """The state of the record. `states` counts the cells of places and themes, `practice_states` those of practices.

    `thin` says which practices rest on little, and what one more reading would change most.
    `agreement` has the kappa of each field that was coded twice; empty where the package publishes none. States are
    values of `model.STATES` or `model.SCOPE_NOT_KNOWN`; only cells that are counted stand in them.
    """

    counts: Mapping[str, int]
    primary: Share
    single_source: Share
    fill_rates: Mapping[str, Share]
    agreement: Mapping[str, Agreement]
    places: tuple[Cell, ...]
    states: Mapping[str, int]
    practice_states: Mapping[str, int]
    thin: Gaps
    longest_unread: tuple[Unread, ...]
    guards: tuple[str, ...]

    @property
    def thinnest(self) -> tuple[TopicGap, ...]:
        """The practices of which a cell rests on one family of sources, those first of which nothing else is known."""
        found = (each for each in self.thin.topics if each.on_one_source)
        return tuple(sorted(found, key=lambda each: (each.tally.with_finding - each.on_one_source, each.topic)))

    @property
    def kappa(self) -> Agreement | None:
        """The agreement on the practice, the field that decides which cell a finding is in."""
        return self.agreement.get("practice")


def quality(database: Database) -> Quality:
    """Look at the whole record once."""
    (row,) = database.read(statement("_library/quality_of_findings"))
    findings = row["findings"]
    places = cells(database, "place", "theme")
    unread = database.read(statement("_library/quality_longest_unread"), {"most": MOST_UNREAD})
    return Quality(
        counts=dict(database.counts().nodes),
        primary=Share(row["primary_page"], findings),
        single_source=Share(row["single_source"], findings),
        fill_rates={name: Share(row[name], findings) for name in FIELDS},
        agreement=_agreement(database),
        places=places,
        states=_states(places),
        practice_states=_states(cells(database, "place", "practice")),
        thin=gaps(database, "practice"),
        longest_unread=tuple(Unread(**each) for each in unread),
        guards=database.facts().guards,
    )


def kinds_held(found: Quality) -> list[tuple[str, int]]:
    """How many records of each kind, in the model's order; labels beside a kind's own, and loads, are left out."""
    return [(kind.label, found.counts[kind.label]) for kind in model.table_kinds() if kind.label in found.counts]


def _states(listed: tuple[Cell, ...]) -> dict[str, int]:
    return dict(Counter(cell.state for cell in listed if cell.counted))


def _agreement(database: Database) -> dict[str, Agreement]:
    found = database.read(statement("_library/quality_agreement"))
    published = next((row["agreement"] for row in found if row["agreement"]), None)
    measures: Mapping[str, Any] = json.loads(published)["measures"] if published else {}
    return {
        field: Agreement(measure["kappa"], measure["low"], measure["high"], measure["n"])
        for field, measure in measures.items()
        if measure["kappa"] is not None
    }
