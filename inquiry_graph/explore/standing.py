"""What something rests on: how many records of how many sources, and how many of these stand apart from each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inquiry_graph import model
from inquiry_graph.catalogue import statement
from inquiry_graph.cells import MOST_CELLS, number
from inquiry_graph.database import Database
from inquiry_graph.patterns.observations import source_families

_KINDS = {term.value: term.words.lower() for term in model.SOURCE_KINDS}


@dataclass(frozen=True, slots=True)
class Standing:
    """Sources are told by their kinds. `families` are the groups of sources of which none leans on another's."""

    records: int = 0
    sources: int = 0
    families: int = 0
    kinds: tuple[str, ...] = ()
    places: int = 0
    own_pages: int = 0

    def sentence(self, noun: str = "records") -> str:
        """All of it, or nothing where nothing is cited."""
        return " ".join(self._parts(noun))

    def _parts(self, noun: str) -> Iterator[str]:
        if not self.sources:
            return
        told = Counter(self.kinds)
        kinds = ", ".join(kind if count == 1 else f"{kind} {count}" for kind, count in sorted(told.items()))
        records = f"{number(self.records, noun)} of " if self.records > 1 else ""
        yield f"{records[:1].upper()}{records[1:]}{self._sources(start=not records)} ({kinds})."
        if self.sources > 1:
            yield self._independence()
        read = f"{self.own_pages:,} of {number(self.places, 'places')}"
        yield f"Read on the publisher’s own pages in {read}."

    def _sources(self, *, start: bool) -> str:
        words = number(self.sources, "sources")
        return words if not start or self.sources > 1 else "One source alone"

    def _independence(self) -> str:
        if self.families == self.sources:
            return "They stand apart: none summarises, follows up or relies on another, and no programme joins them."
        if self.families == 1:
            return "They are one family: joined by a programme, or as one summarises, follows up or relies on another."
        return (
            f"They are {self.families:,} families that stand apart: within one, sources share a programme, or one "
            "summarises, follows up or relies on another."
        )


def standing(database: Database, ids: Iterable[str]) -> Standing:
    """What these records rest on, or the findings about these agencies, cases, practices, stages, signs or supports."""
    rows = list(database.read(statement("_app/standing"), {"ids": list(ids)}, row_limit=MOST_CELLS))
    if not rows:
        return Standing()
    family = source_families(database)
    kinds = {row["source"]: _KINDS.get(row["kind"], "kind not known") for row in rows}
    return Standing(
        records=len({row["record"] for row in rows}),
        sources=len(kinds),
        families=len({family.get(source, source) for source in kinds}),
        kinds=tuple(kinds.values()),
        places=len(rows),
        own_pages=sum(row["seen_in"] in model.OWN_PAGES for row in rows),
    )
