"""What the record says first: three to five sentences made by queries at each load, each with base and bounds.

No sentence is written by hand for certain figures: each is a kind of statement, made for whatever the graph holds,
and left out where its base is too small. Each says what would overturn it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from inquiry_graph.catalogue import statement
from inquiry_graph.cells import EXPLOITATION, MOST_CELLS, Cell, Tally, cells, number, tallies
from inquiry_graph.database import Database
from inquiry_graph.patterns.gaps import Gaps, gaps
from inquiry_graph.patterns.observations import main_programme
from inquiry_graph.patterns.returns import FailedAfter, failed_after
from inquiry_graph.subgraph import Rows

LEAST_BASE = 5  # of units with a finding: below it a sentence would stand on too little
MOST = 5
INSPECTED = ("child_protection",)  # what inspections of forces are about, apart from exploitation


@dataclass(frozen=True, slots=True)
class Headline:
    """One statement: `sentence` holds figure, base and bounds, `overturned_by` what would make it untrue.

    `name` says which kind of statement it is, `topic` the theme or practice that it is about, if it is about one.
    """

    name: str
    sentence: str
    overturned_by: str
    topic: str = ""
    findings: tuple[str, ...] = ()


def headlines(database: Database) -> tuple[Headline, ...]:
    """The statements that the graph bears, in a fixed order."""
    made = (make() for make in _kinds(database))
    found = [each for each in made if each is not None]
    return tuple(found[: MOST - 1] + found[-1:] if len(found) > MOST else found)


def as_rows(found: Iterable[Headline]) -> Rows:
    """A row for each statement."""
    columns = ("name", "statement", "overturned_by", "topic_id", "findings")
    return Rows(columns, tuple((e.name, e.sentence, e.overturned_by, e.topic, list(e.findings)) for e in found))


def widest_failing(held: Iterable[Cell]) -> Headline | None:
    """The theme that was found failing or mixed in the most places."""
    listed = list(held)
    names = {cell.topic_id: cell.topic_name for cell in listed}
    ordered = sorted(tallies(listed).items(), key=lambda pair: (-pair[1].low, pair[0]))
    topic, tally = ordered[0] if ordered else ("", Tally())
    if tally.with_finding < LEAST_BASE:
        return None
    found = [cell for cell in listed if cell.topic_id == topic]
    after = "".join(f" The next theme, “{names[each]}”, has {held.low} to {held.high}." for each, held in ordered[1:2])
    return Headline(
        "widest_failing",
        f"On exploitation, the theme failing or mixed in the most places is “{names[topic]}”: {tally.sentence()}.",
        f"{_most_or_not(tally, 'places')}{after}",
        topic,
        _findings(found),
    )


def failing_again(first: Iterable[Cell], again: Iterable[Cell]) -> Headline | None:
    """What failed at the first inspection of a force, and how it stood when the inspectors came back."""
    failed = {(cell.unit_id, cell.topic_id) for cell in first if cell.counted and cell.state in ("failing", "mixed")}
    found = [cell for cell in again if (cell.unit_id, cell.topic_id) in failed and cell.counted and cell.examined]
    tally = Tally.of(found)
    if tally.with_finding < LEAST_BASE:
        return None
    pairs = "pairs of a force and a practice"
    return Headline(
        "failing_again",
        f"What failed at a police force’s first inspection of child protection, when the inspectors came back: "
        f"{tally.sentence(pairs)}.",
        _most_or_not(tally, pairs),
        findings=_findings(found),
    )


def forces_differ(held: Iterable[Cell]) -> Headline | None:
    """The practice on which the first inspections of forces came to different results most evenly."""
    listed = list(held)
    topic, tally = max(
        tallies(listed).items(), key=lambda pair: (min(pair[1].low, pair[1].adequate), pair[0]), default=("", Tally())
    )
    if tally.with_finding < LEAST_BASE or not min(tally.low, tally.adequate):
        return None
    found = [cell for cell in listed if cell.topic_id == topic]
    return Headline(
        "forces_differ",
        f"At their first inspection of child protection, police forces differ most on “{found[0].topic_name}”: found "
        f"adequate in {tally.adequate}, {tally.sentence('forces')}.",
        f"Differences are differences in what was read. They would be gone if the {min(tally.low, tally.adequate)} on "
        "the smaller side were found to have been judged by another measure, and could grow or shrink by the "
        f"{tally.no_finding_read} in which no finding was read.",
        topic,
        _findings(found),
    )


def after_recommending(found: Iterable[FailedAfter], asked: Sequence[str]) -> Headline | None:
    """Recommendations after which the same practice failed in the same body or place."""
    listed = list(found)
    dated = {each.recommendation for each in listed if each.dated}
    undated = {each.recommendation for each in listed} - dated
    if len(dated) < LEAST_BASE:
        return None
    low, high, whole = len(dated), len(dated | undated), number(len(asked), "recommendations")
    return Headline(
        "after_recommending",
        f"After {low} of the {whole} that name a practice, the same practice failed in the body that was asked or the "
        f"place that was examined, in conduct that a source dates later; after {len(undated)} more it was reported "
        f"later, the years of the conduct not known, so after {low} to {high} of {len(asked)} in what was read.",
        f"A source that dates the conduct before the recommendation, for each of the {low}; and every report not yet "
        "read could only raise the figure.",
        findings=tuple(sorted({each.failure for each in listed if each.dated})),
    )


def one_source(found: Gaps) -> Headline | None:
    """How much of what was found rests on one source, or on sources that do not stand alone."""
    alone, whole = sum(each.on_one_source for each in found.topics), found.whole.with_finding
    if alone < LEAST_BASE:
        return None
    return Headline(
        "one_source",
        f"Of {number(whole, 'pairs of a place and a practice')} with a finding, {alone} rest on one source, or on "
        "sources of which one follows up, summarises or relies on the other.",
        f"A finding in another source for any of the {alone}, whether or not it says the same.",
        findings=tuple(sorted({finding for each in found.topics for finding in each.findings_alone})),
    )


def not_examined(found: Gaps) -> Headline | None:
    """How much nobody looked at."""
    whole = found.whole
    if not whole.not_examined:
        return None
    return Headline(
        "not_examined",
        f"{found.sentence('practice')}.",
        f"A source that states that it set out to examine any of the {whole.not_examined:,}, or a finding in the rest "
        f"of the reports that cover the {whole.no_finding_read:,}.",
    )


def _kinds(database: Database) -> Iterable[Callable[[], Headline | None]]:
    places = partial(cells, database, "place", "theme", EXPLOITATION)
    forces = partial(cells, database, "force", "practice", INSPECTED, programme=main_programme(database))
    first = forces(round="initial")
    held = gaps(database, "practice")
    yield lambda: widest_failing(places())
    yield lambda: failing_again(first, forces(round="review"))
    yield lambda: forces_differ(first)
    yield lambda: after_recommending(failed_after(database, EXPLOITATION), _asked(database))
    yield lambda: one_source(held)
    yield lambda: not_examined(held)


def _asked(database: Database) -> list[str]:
    rows = database.read(statement("_library/recommendations_on_practices"), row_limit=MOST_CELLS)
    return [row["id"] for row in rows]


def _findings(found: Iterable[Cell]) -> tuple[str, ...]:
    held = (cell for cell in found if cell.counted and cell.examined)
    return tuple(sorted({finding for cell in held for finding in cell.findings}))


def _most_or_not(tally: Tally, noun: str) -> str:
    """What would take the statement back: how many would have to be found otherwise for it to be a minority."""
    most = tally.low - tally.examined // 2
    unread = (
        f" Reading the rest can only move it between {tally.low} and {tally.high}." if tally.no_finding_read else ""
    )
    if most > 0:
        told = f"It would no longer be most of those examined if {number(most, noun)} were found adequate after all."
    else:
        told = f"It would be less if any of the {tally.low} were found adequate after all."
    return told + unread
