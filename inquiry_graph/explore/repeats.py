"""Found and found again, asked and asked again, asked and failed after it: each as a path with its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inquiry_graph import model
from inquiry_graph.database import Database
from inquiry_graph.explore.connecting import TYPES, connect
from inquiry_graph.patterns.observations import main_programme
from inquiry_graph.patterns.returns import FailedAfter, MadeAgain, Revisited, failed_after, made_again, return_visits

_SUBJECTS = tuple(term.value for term in model.SUBJECTS)
_STATES = {state.value: state.words.lower() for state in model.STATES}
_ROUNDS = {term.value: term.words.lower() for term in model.ROUNDS}
_ON_A_PRACTICE = frozenset({"TARGETS", "OF_PRACTICE"})


@dataclass(frozen=True, slots=True)
class Repeat:
    """One repeat in words. `steps` are the records, the earlier first; `nodes` the path that joins them."""

    words: str
    steps: tuple[str, ...]
    nodes: tuple[str, ...]


def repeats_of(database: Database, identifier: str) -> tuple[Repeat, ...]:
    """The repeats in which a finding or a recommendation has its part."""
    return (
        *_visits(database, identifier),
        *_failures(database, identifier),
        *_askings(database, identifier),
    )


def _visits(database: Database, identifier: str) -> Iterator[Repeat]:
    for found in return_visits(database, main_programme(database), _SUBJECTS):
        if any(identifier in visit.findings for visit in found.visits):
            steps = tuple(finding for visit in found.visits for finding in visit.findings)
            yield Repeat(_visited(found), steps, (*steps, found.practice_id, found.force_id))


def _visited(found: Revisited) -> str:
    visits = (
        f"{_ROUNDS.get(visit.round, visit.round)} {visit.year or 'of a year not known'}: {_STATES[visit.state]}"
        for visit in found.visits
    )
    return f"{found.force}, {found.practice.lower()}, visit by visit: {'; '.join(visits)}."


def _failures(database: Database, identifier: str) -> Iterator[Repeat]:
    for each in failed_after(database, _SUBJECTS):
        if identifier in (each.recommendation, each.failure):
            yield Repeat(_failed(each), (each.recommendation, each.failure), _through_practice(database, each))


def _failed(each: FailedAfter) -> str:
    when = (
        f"in conduct that a source dates from {each.conduct_from}"
        if each.dated
        else "in a later report; the years of the conduct are not known"
    )
    return f"Recommended in {each.made_on[:4]}, and failed after it {when}: {each.practice.lower()}."


def _through_practice(database: Database, each: FailedAfter) -> tuple[str, ...]:
    without = [type_ for type_ in TYPES if type_ not in _ON_A_PRACTICE]
    ways = connect(database, each.recommendation, each.failure, without=without, limit=1)
    return tuple(node.id for path in ways.paths for node in path.nodes) or (each.recommendation, each.failure)


def _askings(database: Database, identifier: str) -> Iterator[Repeat]:
    for each in made_again(database):
        steps = tuple(wording[0] for wording in each.wordings)
        if identifier in steps:
            yield Repeat(_asked(each, steps), steps, steps)


def _asked(each: MadeAgain, steps: Sequence[str]) -> str:
    years = ", ".join(wording[2][:4] or "year not known" for wording in each.wordings)
    return f"Asked {len(steps)} times by {each.reviews} reviews, in other words: {years}."
