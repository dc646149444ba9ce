"""Evidence made for a test: one source for each police area and topic, changed as the test needs it."""

from __future__ import annotations

from collections.abc import Iterable

from inquiry_graph.patterns.observations import Evidence, Observed


def evidence(
    area: str,
    topic: str,
    *,
    failing: bool = True,
    kind: str = "audit",
    seen_in: str = "primary_page",
    family: str = "",
    number: int = 1,
) -> Evidence:
    """The finding of that number about the topic in the area; the source is the area's own."""
    source = f"source:{area}"
    finding = f"finding:{area}-{topic}-{number}"
    return Evidence(area, topic, finding, failing, source, kind, seen_in, family or source)


def observed_of(rows: Iterable[Evidence]) -> Observed:
    """The evidence as the graph would give it, names like the ids."""
    listed = tuple(rows)
    topics = {row.topic: row.topic.capitalize() for row in listed}
    areas = {row.area: row.area for row in listed}
    return Observed("place", listed, areas, topics, {}, 0)
