"""What would change this picture: cells that nobody examined or read a finding for, and what rests on one source.

The rest of a report that was read in part can turn *no finding read* into a finding; a new report can turn *not
examined* into examined. What each would change at most is counted, not guessed: how many cells it could fill, and so
by how much the bounds could come together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from inquiry_graph.catalogue import FIXED, statement
from inquiry_graph.cells import EXPLOITATION, MOST_CELLS, Cell, Tally, Topics, cells, number
from inquiry_graph.database import Database
from inquiry_graph.patterns.observations import source_families
from inquiry_graph.subgraph import Rows


@dataclass(frozen=True, slots=True)
class TopicGap:
    """A topic with what was found in places, and what of it rests on one family of sources.

    `on_one_source` are places whose finding comes from a single family, with the `findings_alone` in them; `families`
    stand behind all its findings.
    """

    topic_id: str
    topic: str
    tally: Tally
    on_one_source: int
    families: int
    findings: tuple[str, ...]
    findings_alone: tuple[str, ...]

    @property
    def single_source(self) -> bool:
        """Whether all that is known of the topic, in two places or more, comes from one family of sources."""
        return self.families == 1 and self.tally.with_finding > 1


@dataclass(frozen=True, slots=True)
class Unread:
    """A source of which something is left to read: how many cells it covers, and how many have no finding read.

    `open_cells` of a theme or a practice each would narrow its bounds by one place.
    """

    source: str
    name: str
    extent_read: str
    covers: int
    open_cells: int
    places: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of one kind of topic, over the places that are counted."""

    topics: tuple[TopicGap, ...]
    unread: tuple[Unread, ...]

    @property
    def whole(self) -> Tally:
        """All cells together."""
        tallies = [each.tally for each in self.topics]
        names = ("failing", "mixed", "conflicting", "adequate", "no_finding_read", "not_examined", "scope_not_known")
        return Tally(**{name: sum(getattr(each, name) for each in tallies) for name in names})

    def sentence(self, noun: str) -> str:
        """How much was looked at and how much was not, without a full stop; `noun` names the topics."""
        whole = self.whole
        all_cells = number(whole.everywhere + whole.scope_not_known, f"pairs of a place and a {noun}")
        return (
            f"Of {all_cells}, no source that we know examined {whole.not_examined:,}; we read no finding on "
            f"{whole.no_finding_read:,} of those examined, a finding on {whole.with_finding:,}, and on "
            f"{whole.scope_not_known:,} one whose scope is not known"
        )

    def next_reading(self) -> str:
        """The report whose rest would change most, without a full stop."""
        if not self.unread:
            return "No report that was read in part covers a pair without a finding"
        most = self.unread[0]
        return (
            f"The rest of one report could change most in “{most.name}”: it set out to examine "
            f"{number(most.covers, 'pairs')}, and we read no finding on {most.open_cells:,} of them"
        )

    def next_report(self) -> str:
        """The topic on which one more report would change most, without a full stop."""
        most = max(self.topics, key=lambda each: (each.tally.not_examined, each.topic), default=None)
        if most is None or not most.tally.not_examined:
            return "Every topic was examined in every place"
        return (
            f"One more report would change most on “{most.topic}”: not examined in {most.tally.not_examined} of "
            f"{number(most.tally.everywhere + most.tally.scope_not_known, 'places')}"
        )


def gaps(database: Database, topics: Topics = "theme", subjects: Sequence[str] = EXPLOITATION) -> Gaps:
    """What is not known about the topics in places; those that hold another place of the count are left out."""
    held = [cell for cell in cells(database, "place", topics, subjects) if cell.counted]
    ids = sorted({finding for cell in held for finding in cell.findings})
    rows = database.read(statement("_library/evidence_of_findings"), {"ids": ids}, row_limit=MOST_CELLS)
    families = source_families(database)
    behind: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        behind[row["finding"]].add(families.get(row["source"], row["source"]))
    given = {
        "bases": list(FIXED["bases"]),
        "case_kinds": list(FIXED["case_kinds"]),
        "level": {"theme": "Theme", "practice": "Practice"}[topics],
    }
    unread = database.read(statement("_library/unread_of_sources"), given, row_limit=MOST_CELLS)
    return found_in(held, behind, list(unread))


def found_in(held: Iterable[Cell], behind: Mapping[str, set[str]], unread: Iterable[Mapping[str, str]]) -> Gaps:
    """The gaps of these cells; `behind` gives the families of each finding, `unread` what sources cover."""
    listed = list(held)
    by_topic: defaultdict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in listed:
        by_topic[cell.topic_name, cell.topic_id].append(cell)
    topics = (_topic_gap(topic, name, by_topic[name, topic], behind) for name, topic in sorted(by_topic))
    return Gaps(tuple(topics), tuple(_unread(listed, unread)))


def topics_as_rows(found: Gaps) -> Rows:
    """A row for each topic."""
    columns = (
        "topic_id", "topic", "failing", "mixed", "adequate", "no_finding_read", "not_examined", "scope_not_known",
        "low", "high", "examined", "places_on_one_source", "families_of_sources",
    )  # fmt: skip
    rows = (
        (each.topic_id, each.topic, t.failing, t.mixed, t.adequate, t.no_finding_read, t.not_examined,
         t.scope_not_known, t.low, t.high, t.examined, each.on_one_source, each.families)
        for each in found.topics
        for t in (each.tally,)
    )  # fmt: skip
    return Rows(columns, tuple(rows))


def unread_as_rows(found: Gaps) -> Rows:
    """A row for each source of which something is left to read, that which could change most first."""
    columns = ("source", "name", "extent_read", "covers", "no_finding_read", "places")
    rows = ((e.source, e.name, e.extent_read, e.covers, e.open_cells, e.places) for e in found.unread)
    return Rows(columns, tuple(rows))


def _topic_gap(topic: str, name: str, held: Sequence[Cell], behind: Mapping[str, set[str]]) -> TopicGap:
    judged = [cell for cell in held if cell.examined and cell.findings]
    families = [frozenset().union(*(behind.get(each, ()) for each in cell.findings)) for cell in judged]
    alone = [cell for cell, each in zip(judged, families, strict=True) if len(each) == 1]
    return TopicGap(
        topic, name, Tally.of(held), len(alone), len(frozenset().union(*families)), _findings(judged), _findings(alone)
    )


def _findings(held: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(sorted({finding for cell in held for finding in cell.findings}))


def _unread(held: Iterable[Cell], rows: Iterable[Mapping[str, str]]) -> list[Unread]:
    states = {(cell.unit_id, cell.topic_id): cell.state for cell in held}
    covered: defaultdict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        if (row["unit_id"], row["topic_id"]) in states:
            covered[row["source"], row["name"], row["extent_read"]].add((row["unit_id"], row["topic_id"]))
    found = []
    for source, pairs in covered.items():
        open_cells = [pair for pair in pairs if states[pair] == "no_finding_read"]
        if open_cells:
            found.append(Unread(*source, len(pairs), len(open_cells), len({place for place, _ in open_cells})))
    return sorted(found, key=lambda each: (-each.open_cells, each.name, each.source))
