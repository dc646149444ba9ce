"""The findings of a dossier with the paragraphs that make them, the weightiest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from inquiry_graph.catalogue import FIXED, statement
from inquiry_graph.cells import MOST_CELLS
from inquiry_graph.citations import Citation, citations
from inquiry_graph.database import Database
from inquiry_graph.subgraph import Node, Rows


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding with what it is about and where it stands; its weightiest citation comes first."""

    finding: Node
    practice: Node
    theme: Node
    case: Node
    bodies: tuple[Node, ...]
    citations: tuple[Citation, ...]

    @property
    def weight(self) -> float:
        """That of its weightiest citation; 0 without one."""
        return max((each.weight for each in self.citations), default=0.0)

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the sources that make it."""
        return frozenset(each.source.id for each in self.citations)


def evidence(database: Database, findings: Iterable[str]) -> tuple[Evidence, ...]:
    """These findings, the weightiest first; of equal weight those that judge, by the theme and the practice."""
    ids = list(findings)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for each in citations(database, ids):
        cited[each.record].append(each)
    rows = database.read(statement("_library/dossier_evidence"), {"ids": ids}, row_limit=MOST_CELLS)
    held = (
        Evidence(row["finding"], row["practice"], row["theme"], row["case"], tuple(row["bodies"]),
                 tuple(cited[row["finding"].id]))
        for row in rows
    )  # fmt: skip
    return tuple(sorted(held, key=_order))


def as_rows(held: Iterable[Evidence]) -> Rows:
    """A row for each finding and citation, in the order of the dossier."""
    columns = (
        "finding", "summary", "outcome", "subject", "theme", "practice", "case", "bodies", "source", "locator",
        "quotation", "address", "seen_in", "weight",
    )  # fmt: skip
    rows = (
        (each.finding.id, each.finding.properties["summary"], each.finding.properties["outcome"],
         each.finding.properties["subject"], each.theme.name, each.practice.name, each.case.name,
         [body.name for body in each.bodies], cited.source.name, cited.locator, cited.quotation,
         cited.url or "withheld", cited.seen_in, cited.weight)
        for each in held
        for cited in each.citations
    )  # fmt: skip
    return Rows(columns, tuple(rows))


def _order(each: Evidence) -> tuple[float, bool, int, str, str]:
    described = each.finding.properties["outcome"] not in FIXED["judging"]
    return -each.weight, described, int(each.theme.properties["number"]), each.practice.name, each.finding.id
