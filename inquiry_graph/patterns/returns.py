"""Return visits and repeats: found and found again, recommended and failed after it, and recommended once more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx

from inquiry_graph.catalogue import FIXED, statement
from inquiry_graph.cells import EXPLOITATION, MOST_CELLS, Cell, counted, number
from inquiry_graph.database import Database
from inquiry_graph.subgraph import Rows

FIRST = "initial"  # the round that is the first visit


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit found about one practice in one force."""

    round: str
    year: int | None
    state: str
    findings: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether it was found failing or mixed."""
        return self.state in ("failing", "mixed")


@dataclass(frozen=True, slots=True)
class Revisited:
    """A practice of a force that was judged at first and on at least one return, by the same inspector."""

    force_id: str
    force: str
    practice_id: str
    practice: str
    inspectors: tuple[str, ...]
    visits: tuple[Visit, ...]

    @property
    def failed_in_a_row(self) -> int:
        """Visits from the first on, one after the other, that found it failing or mixed."""
        return next((place for place, visit in enumerate(self.visits) if not visit.failed), len(self.visits))


@dataclass(frozen=True, slots=True)
class StillFailing:
    """A practice after the n-th visit: forces in which every visit so far, `judged` n times, found it failing."""

    practice: str
    visit: int
    judged: int
    failing: int
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FailedAfter:
    """A failure of the practice that a recommendation would mend, in a body or a place that it was made for.

    `dated` says whether a source dates the start of the conduct after the year of the recommendation; otherwise the
    years of the conduct are not known, and only the report is later.
    """

    recommendation: str
    text: str
    made_on: str
    practice: str
    failure: str
    summary: str
    units: tuple[str, ...]
    conduct_from: int | None
    years_basis: str
    dated: bool


@dataclass(frozen=True, slots=True)
class MadeAgain:
    """One request as several reviews made it, the earliest first: (id, text, date, sources) each."""

    wordings: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    reviews: int


def return_visits(database: Database, programme: str, subjects: Sequence[str] = EXPLOITATION) -> tuple[Revisited, ...]:
    """Each force and practice that a programme judged at first and again, by force and practice."""
    given = {"programme": programme, "subjects": list(subjects), "judging": list(FIXED["judging"])}
    return revisited(database.read(statement("_library/findings_by_visit"), given, row_limit=MOST_CELLS))


def revisited(rows: Iterable[Mapping[str, Any]]) -> tuple[Revisited, ...]:
    """The same out of rows, one for each finding at a visit."""
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["force_id"], row["practice_id"]), []).append(row)
    found = (_revisited(group) for group in groups.values())
    return tuple(each for each in found if each is not None)


def still_failing(found: Iterable[Revisited]) -> tuple[StillFailing, ...]:
    """For each practice and n from 2: of the forces judged n times, in how many it failed every time."""
    by_practice: dict[str, list[Revisited]] = {}
    for each in found:
        by_practice.setdefault(each.practice, []).append(each)
    return tuple(
        _still(practice, visit, group)
        for practice, group in sorted(by_practice.items())
        for visit in range(2, max(len(each.visits) for each in group) + 1)
    )


def failed_after(
    database: Database, subjects: Sequence[str] = EXPLOITATION, recommendations: Sequence[str] | None = None
) -> tuple[FailedAfter, ...]:
    """Failures after a recommendation on the practice: those that a source dates, and beside them the undated.

    Of these recommendations alone, if any are named.
    """
    given = {
        "subjects": list(subjects),
        "case_kinds": list(FIXED["case_kinds"]),
        "recommendations": None if recommendations is None else list(recommendations),
    }
    rows = database.read(statement("_library/failures_after"), given, row_limit=MOST_CELLS)
    return tuple(each for row in rows if (each := _failed_after(row)) is not None)


def made_again(database: Database) -> tuple[MadeAgain, ...]:
    """Requests that other reviews made again, those made by most reviews first."""
    rows = list(database.read(statement("_library/repeated_recommendations"), row_limit=MOST_CELLS))
    pairs = networkx.Graph((row["later"], row["earlier"]) for row in rows)
    by_id = {row["id"]: row for row in rows}
    groups = ([by_id[each] for each in group] for group in networkx.connected_components(pairs))
    found = (_made_again(group) for group in groups)
    return tuple(sorted((each for each in found if each.reviews > 1), key=lambda each: (-each.reviews, each.wordings)))


def sentence(found: Sequence[Revisited], after: Sequence[FailedAfter]) -> str:
    """What was found again, with its base, and what failed after it was recommended."""
    at_first = [each for each in found if each.visits[0].failed]
    again = sum(each.failed_in_a_row > 1 for each in at_first)
    forces = {each.force_id for each in at_first}
    dated = {each.failure for each in after if each.dated}
    undated = {each.failure for each in after} - dated
    return (
        f"Failing or mixed at first and again on the next visit that judged it: {again} of the "
        f"{number(len(at_first), 'pairs of a force and a practice')} that failed at first and were judged again, in "
        f"{number(len(forces), 'forces')}; failed in conduct that a source dates after a recommendation "
        f"on it: {number(len(dated), 'findings')}, and {len(undated)} more whose years are not known"
    )


def visits_as_rows(found: Iterable[Revisited]) -> Rows:
    """A row for each visit, counted from 1, the first."""
    columns = ("force_id", "force", "practice_id", "practice", "visit", "round", "year", "state", "findings")
    rows = (
        (each.force_id, each.force, each.practice_id, each.practice, place, visit.round, visit.year, visit.state,
         list(visit.findings))
        for each in found
        for place, visit in enumerate(each.visits, 1)
    )  # fmt: skip
    return Rows(columns, tuple(rows))


def still_as_rows(found: Iterable[StillFailing]) -> Rows:
    """A row for each practice and n-th visit."""
    rows = ((each.practice, each.visit, each.judged, each.failing, list(each.findings)) for each in found)
    return Rows(("practice", "visit", "forces_judged", "forces_failing_each_time", "findings"), tuple(rows))


def after_as_rows(found: Iterable[FailedAfter]) -> Rows:
    """A row for each failure after a recommendation."""
    columns = (
        "recommendation", "text", "made_on", "practice", "failure", "summary", "units", "conduct_from", "years_basis",
        "dated",
    )  # fmt: skip
    rows = (
        (each.recommendation, each.text, each.made_on, each.practice, each.failure, each.summary, list(each.units),
         each.conduct_from, each.years_basis, each.dated)
        for each in found
    )  # fmt: skip
    return Rows(columns, tuple(rows))


def again_as_rows(found: Sequence[MadeAgain]) -> Rows:
    """A row for each wording of a request that was made again; `request` counts the requests from 1."""
    rows = (
        (place, each.reviews, identifier, text, date, list(sources))
        for place, each in enumerate(found, 1)
        for identifier, text, date, sources in each.wordings
    )
    return Rows(("request", "reviews", "recommendation", "text", "made_on", "sources"), tuple(rows))


def _revisited(group: Sequence[Mapping[str, Any]]) -> Revisited | None:
    cases: dict[str, list[Mapping[str, Any]]] = {}
    for row in group:
        cases.setdefault(row["case_id"], []).append(row)
    first = [rows for rows in cases.values() if rows[0]["round"] == FIRST]
    again = sorted((rows for rows in cases.values() if rows[0]["round"] != FIRST), key=lambda rows: _year(rows[0]))
    if not first:
        return None
    inspectors = set(first[0][0]["inspectors"])
    again = [
        rows for rows in again if _year(rows[0]) >= _year(first[0][0]) and _same(inspectors, rows[0]["inspectors"])
    ]
    if not again:
        return None
    head = group[0]
    return Revisited(
        head["force_id"], head["force"], head["practice_id"], head["practice"], tuple(sorted(inspectors)),
        (_visit(first[0]), *map(_visit, again)),
    )  # fmt: skip


def _same(inspectors: set[str], others: Iterable[str]) -> bool:
    """Whether the inspector came back; where one of the visits names none, the programme's own did."""
    return not inspectors or not set(others) or bool(inspectors & set(others))


def _year(row: Mapping[str, Any]) -> int:
    return row["year"] or 0


def _visit(rows: Sequence[Mapping[str, Any]]) -> Visit:
    outcomes = counted([row["outcome"] for row in rows])
    cell = Cell("", "", "", "", *outcomes, True, True, ())
    return Visit(rows[0]["round"], rows[0]["year"], cell.state, tuple(sorted(row["finding"] for row in rows)))


def _still(practice: str, visit: int, group: Sequence[Revisited]) -> StillFailing:
    judged = [each for each in group if len(each.visits) >= visit]
    failing = [each for each in judged if each.failed_in_a_row >= visit]
    ids = sorted({finding for each in failing for seen in each.visits[:visit] for finding in seen.findings})
    return StillFailing(practice, visit, len(judged), len(failing), tuple(ids))


def _failed_after(row: Mapping[str, Any]) -> FailedAfter | None:
    """None where the conduct may lie before the recommendation, or where the report is not later."""
    made = int(row["made_on"][:4])
    dated = row["conduct_from"] is not None and row["conduct_from"] > made
    undated = row["years_basis"] == "unknown" and (row["found_on"] or "") > row["made_on"]
    if not (dated or undated):
        return None
    return FailedAfter(
        row["recommendation"], row["text"], row["made_on"], row["practice"], row["failure"], row["summary"],
        tuple(sorted(row["units"])), row["conduct_from"], row["years_basis"], dated,
    )  # fmt: skip


def _made_again(group: Sequence[Mapping[str, Any]]) -> MadeAgain:
    ordered = sorted(group, key=lambda row: (row["made_on"] or "", row["id"]))
    wordings = tuple((row["id"], row["text"], row["made_on"] or "", tuple(row["sources"])) for row in ordered)
    return MadeAgain(wordings, len({source for row in group for source in row["source_ids"]}))
