"""The second coding of a package: read beside the first, checked row by row, and held to what was measured on it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from typing import Any

from graph_loader.package import AGREEMENT, Package, Row
from graph_loader.sample import candidates, themes_of_practices
from graph_loader.side_tables import KEPT, SECOND_CODING, SIDE_TABLES
from inquiry_graph import model
from inquiry_graph.problems import Problem

_MEASURE = "run `python -m graph_loader.agreement measure` on the package again."


@dataclass(frozen=True, slots=True)
class Coding:
    """What one coding says of a finding."""

    practice: str
    theme: str
    outcome: str
    subject: str


@dataclass(frozen=True, slots=True)
class Twice:
    """A finding that was coded twice, the source that stands for it, and who coded it the second time, and when."""

    finding: str
    source: str
    first: Coding
    second: Coding
    coder: str
    coded_on: str


def coded_twice(package: Package) -> tuple[Twice, ...]:
    """Every finding of the second coding with both codings, by id."""
    themes = themes_of_practices(package)
    sources = {candidate.id: candidate.source for candidate in candidates(package)}
    as_they_stand = findings(package)
    found = []
    for row in package.rows(SECOND_CODING):
        identifier = row.values.get("finding", "")
        now = as_they_stand.get(identifier, {})
        first = {name: row.values.get(kept, "") or now.get(name, "") for kept, name in KEPT.items()}
        both = (_coding(first, themes), _coding(row.values, themes))
        by_whom = (row.values.get("coder", ""), row.values.get("coded_on", ""))
        found.append(Twice(identifier, sources.get(identifier, ""), *both, *by_whom))
    return tuple(sorted(found, key=lambda each: each.finding))


def problems(package: Package) -> Iterator[Problem]:
    """What is wrong with the second coding, and whether what is published was measured on exactly these codings."""
    if SECOND_CODING not in package.paths:
        if package.agreement:
            right = f"{SECOND_CODING}.csv, or no {AGREEMENT}."
            yield Problem(AGREEMENT, 0, "", "", f"has no {SECOND_CODING}.csv beside it.", right)
        return
    found = tuple(wrong_rows(package))
    yield from found
    if found:
        return
    published = _published(package)
    if published is None:
        yield Problem(AGREEMENT, 0, "", "", "is missing or cannot be read.", _MEASURE)
    elif published.get("checksum") != checksum(coded_twice(package)):
        wrong = f"was not measured on the codings that {SECOND_CODING}.csv holds."
        yield Problem(AGREEMENT, 0, "checksum", str(published.get("checksum", "")), wrong, _MEASURE)


def published_text(package: Package) -> str | None:
    """The published agreement as one line of JSON; None where there is none."""
    published = _published(package)
    return None if published is None else json.dumps(published, ensure_ascii=False, sort_keys=True)


def checksum(twice: Iterable[Twice]) -> str:
    """SHA-256 over both codings of each finding, its source and its coder: all that is published of them."""
    lines = json.dumps(sorted(astuple(each) for each in twice))
    return hashlib.sha256(lines.encode()).hexdigest()


def _coding(values: Mapping[str, str], themes: Mapping[str, str]) -> Coding:
    practice = values.get("practice", "")
    return Coding(practice, themes.get(practice, ""), values.get("outcome", ""), values.get("subject", ""))


def wrong_rows(package: Package) -> Iterator[Problem]:
    """Every row that cannot be measured: no such finding, twice the same, no value of a closed list."""
    finding = model.node_kind("Finding")
    closed = {name: {term.value for term in finding.property(name).terms} for name in ("outcome", "subject")}
    closed |= {"finding": set(findings(package)), "practice": set(themes_of_practices(package))}
    required = [column.name for column in SIDE_TABLES[SECOND_CODING] if column.required]
    lines: dict[str, int] = {}
    for row in package.rows(SECOND_CODING):
        for name in required:
            if not row.values.get(name, "").strip():
                yield _problem(row, name, "", "is empty.", "a value in each row.")
        for name in (*closed, *(kept for kept in KEPT if row.values.get(kept))):
            value = row.values.get(name, "")
            allowed = closed[KEPT.get(name, name)]
            if value and value not in allowed:
                yield _problem(row, name, value, "is not in the package or its closed list.", "one that is there.")
        identifier = row.values.get("finding", "")
        if identifier in lines:
            yield _problem(row, "finding", identifier, f"stands in line {lines[identifier]} too.", "each finding once.")
        lines.setdefault(identifier, row.line)
    if not lines:
        yield Problem(f"{SECOND_CODING}.csv", 0, "", "", "holds no row.", "the second coding, or no such file.")


def _problem(row: Row, column: str, value: str, wrong: str, right: str) -> Problem:
    return Problem(row.file, row.line, column, value, wrong, right)


def findings(package: Package) -> dict[str, Mapping[str, str]]:
    """The rows of the findings as they stand, by id."""
    return {row.values.get("id", ""): row.values for row in package.rows(model.node_kind("Finding").table)}


def _published(package: Package) -> dict[str, Any] | None:
    if package.agreement is None:
        return None
    try:
        found = json.loads(package.agreement.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
