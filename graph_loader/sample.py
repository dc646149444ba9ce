"""A sample of the findings for a second coding, drawn at random within strata and told without the first coding.

A stratum is the theme of a finding's practice and the kind of its source; where several sources are cited, the
one that weighs most stands for the finding.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TextIO

from graph_loader.derive import citation_weight
from graph_loader.package import Package
from inquiry_graph import model
from inquiry_graph.errors import PackageError

SHEET = ("finding", "summary", "quotations", "agency_as_written", "source_kind")
Stratum = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding that may be drawn: its stratum, and all that a second coder is told of it."""

    id: str
    theme: str
    source: str
    source_kind: str
    summary: str
    quotations: tuple[str, ...]
    agency_as_written: str

    @property
    def stratum(self) -> Stratum:
        """Theme, and kind of source."""
        return self.theme, self.source_kind


def candidates(package: Package) -> list[Candidate]:
    """Every finding of the package, by id. Reads a package with mistakes too, as far as it can."""
    themes = themes_of_practices(package)
    kinds = _column(package, "Source", "kind")
    cited = _cited(package, kinds)
    found = []
    for row in package.rows(model.node_kind("Finding").table):
        told = {name: row.values.get(name, "") for name in ("id", "practice", "summary", "agency_as_written")}
        citations = cited.get(told["id"], [])
        source = citations[0].get("source", "") if citations else ""
        found.append(
            Candidate(
                id=told["id"],
                theme=themes.get(told["practice"], ""),
                source=source,
                source_kind=kinds.get(source, ""),
                summary=told["summary"],
                quotations=tuple(dict.fromkeys(citation.get("quotation", "") for citation in citations)),
                agency_as_written=told["agency_as_written"],
            )
        )
    return sorted(found, key=lambda each: each.id)


def themes_of_practices(package: Package) -> dict[str, str]:
    """The theme of each practice, by their ids."""
    return _column(package, "Practice", "theme")


def draw(among: Iterable[Candidate], size: int, seed: int) -> list[Candidate]:
    """That many findings, by id: from each stratum in proportion, and one at least. The same for the same seed."""
    strata: dict[Stratum, list[Candidate]] = defaultdict(list)
    for candidate in among:
        strata[candidate.stratum].append(candidate)
    drawn: list[Candidate] = []
    for stratum, number in shares({stratum: len(members) for stratum, members in strata.items()}, size).items():
        chance = random.Random(f"{seed} {' '.join(stratum)}")  # noqa: S311  nothing secret: to be drawn again
        drawn += chance.sample(sorted(strata[stratum], key=lambda each: each.id), number)
    return sorted(drawn, key=lambda each: each.id)


def shares(sizes: Mapping[Stratum, int], size: int) -> dict[Stratum, int]:
    """How many to draw from each stratum: in proportion to its size, one at least, all together `size`."""
    total = sum(sizes.values())
    if not len(sizes) <= size <= total:
        raise PackageError(
            f"A sample of {size} cannot be drawn: the {total} findings lie in {len(sizes)} strata. "
            f"Ask for {len(sizes)} to {total}."
        )
    exact = {stratum: Fraction(size * sizes[stratum], total) for stratum in sorted(sizes)}
    given = {stratum: max(1, int(share)) for stratum, share in exact.items()}
    while sum(given.values()) < size:
        given[max(given, key=lambda stratum: exact[stratum] - given[stratum])] += 1
    while sum(given.values()) > size:
        given[max((s for s in given if given[s] > 1), key=lambda stratum: given[stratum] - exact[stratum])] -= 1
    return given


def write_sheet(drawn: Iterable[Candidate], file: TextIO) -> None:
    """The sheet for the second coder: what the page says, and nothing of the first coding."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(SHEET)
    for each in drawn:
        told = (each.id, each.summary, " | ".join(each.quotations), each.agency_as_written, each.source_kind)
        writer.writerow(told)


def _cited(package: Package, kinds: Mapping[str, str]) -> dict[str, list[Mapping[str, str]]]:
    """The citations of each finding, the weightiest first."""
    found: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in package.rows(model.CITATIONS_TABLE):
        if row.values.get("link") == model.MUST_CITE["Finding"]:
            found[row.values.get("of", "")].append(row.values)
    for citations in found.values():
        citations.sort(key=lambda each: (-_weight(each, kinds), each.get("source", ""), each.get("locator", "")))
    return found


def _weight(citation: Mapping[str, str], kinds: Mapping[str, str]) -> float:
    try:
        return citation_weight(kinds.get(citation.get("source", ""), ""), citation.get("seen_in", ""))
    except KeyError:  # no value of the scale: the check of the package says so
        return 0.0


def _column(package: Package, label: str, name: str) -> dict[str, str]:
    """The values of one column of a kind's table, by the ids of its rows."""
    rows = package.rows(model.node_kind(label).table)
    return {row.values.get("id", ""): row.values.get(name, "") for row in rows}
