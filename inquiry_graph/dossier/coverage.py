"""What a dossier does not know: what was not read, not examined or not looked for, and what rests on one source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inquiry_graph import model
from inquiry_graph.dossier.evidence import Evidence
from inquiry_graph.dossier.found import Footing
from inquiry_graph.subgraph import Node

WHOLE = model.EXTENTS_READ[0].value
UNKNOWN = ("no_finding_read", "not_examined", model.SCOPE_NOT_KNOWN.value)


@dataclass(frozen=True, slots=True)
class Gap:
    """The cells of one footing that are in a state which says that something is not known.

    `names` are those of topics, or of units under one topic; units by topics are counted alone.
    """

    footing: str
    state: str
    count: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The gaps of a dossier. `unread` are sources of which something is left to read.

    `sought` counts the sources to which a reply was looked for, `on_one_source` findings that one source alone makes,
    `undated` findings of which the years of the conduct are not known.
    """

    sources: int
    unread: tuple[Node, ...]
    sought: int
    findings: int
    on_one_source: int
    undated: int
    gaps: tuple[Gap, ...]


def coverage(sources: Sequence[Node], held: Sequence[Evidence], found: Iterable[Footing]) -> Coverage:
    """What is not known, of these sources, findings and cells."""
    return Coverage(
        sources=len(sources),
        unread=tuple(each for each in sources if each.properties["extent_read"] != WHOLE),
        sought=sum(bool(each.properties.get("replies_sought_on")) for each in sources),
        findings=len(held),
        on_one_source=sum(len(each.sources) == 1 for each in held),
        undated=sum(each.finding.properties["years_basis"] == "unknown" for each in held),
        gaps=tuple(gap for footing in found for gap in _gaps(footing)),
    )


def _gaps(footing: Footing) -> Iterable[Gap]:
    held = [(line.name, line.cell) for line in footing.lines if line.cell]
    by_topic = held or [(cell.unit_name, cell) for cell in footing.cells if cell.counted]
    several = not held and len({cell.topic_id for cell in footing.cells}) > 1
    for state in UNKNOWN:
        names = [name for name, cell in by_topic if cell.state == state]
        if names:
            yield Gap(footing.words, state, len(names), () if several else tuple(names))
