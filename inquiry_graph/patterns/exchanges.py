"""Question 2: who told whom. Exchanges between bodies, by step and by kind of agency, with the ends that are named.

An exchange is a finding under the theme of communication, or one at a step of the path of exchange after its first
(to recognise needs no second body). Both ends are known only where a sentence names both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION, Cell, number
from inquiry_graph.database import Database
from inquiry_graph.patterns.findings import (
    NOT_NAMED,
    Body,
    Held,
    Listed,
    cell_of,
    findings_held,
    ids_of,
    listed,
    sources_of,
)
from inquiry_graph.subgraph import Link, Node, Subgraph

THEME = 2
# A network of fewer exchanges would show who was written about, not who spoke with whom.
FEWEST_EXCHANGES = 40
FEWEST_SOURCES = 10
NO_STEP = Listed("", "Step not named", "Stage", "exchange")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A finding on an exchange, from one body to another."""

    sender: Body
    receiver: Body
    finding: Held


@dataclass(frozen=True, slots=True)
class Exchanges:
    """All findings on exchanges. `steps` has the cells of examinations × kinds of agency, by step of the path."""

    found: tuple[Held, ...]
    both_ends: tuple[Exchange, ...]
    one_end: tuple[Held, ...]
    no_end: tuple[Held, ...]
    steps: tuple[tuple[Listed, tuple[Cell, ...]], ...]

    @property
    def named(self) -> tuple[Held, ...]:
        """The findings of which both ends are named, once each."""
        return tuple({each.finding.id: each.finding for each in self.both_ends}.values())

    @property
    def drawable(self) -> bool:
        """Whether enough exchanges of enough sources name both ends for a network."""
        return len(self.named) >= FEWEST_EXCHANGES and sources_of(self.named) >= FEWEST_SOURCES

    @property
    def sentence(self) -> str:
        """How many name both ends, of how many, and from how many sources."""
        return (
            f"Both ends of the exchange are named in {len(self.named)} of the {number(len(self.found), 'findings')} "
            f"on exchanges ({number(sources_of(self.named), 'sources')}); one body in {len(self.one_end)}, and none in "
            f"{len(self.no_end)}"
        )


def exchanges(database: Database, subjects: Sequence[str] = EXPLOITATION) -> Exchanges:
    """The exchanges that findings on these subjects are about."""
    return exchanges_of(findings_held(database, subjects), listed(database, "Stage", "exchange"))


def exchanges_of(held: Iterable[Held], path: Sequence[Listed]) -> Exchanges:
    """The exchanges among these findings; `path` has the steps of an exchange, in order."""
    steps = path[1:]
    at = {step.id for step in steps}
    found = tuple(each for each in held if each.theme == THEME or at & set(each.stages))
    pairs = tuple(
        Exchange(sender, receiver, each) for each in found for sender in each.senders for receiver in each.receivers
    )
    named = {pair.finding.id for pair in pairs}
    rest = [each for each in found if each.id not in named]
    return Exchanges(
        found=found,
        both_ends=pairs,
        one_end=tuple(each for each in rest if each.about),
        no_end=tuple(each for each in rest if not each.about),
        steps=tuple((step, _cells(step, found, at)) for step in (*steps, NO_STEP)),
    )


def network(found: Exchanges) -> Subgraph:
    """Who told whom, as arrows from body to body: one for each pair, with the findings behind it."""
    bodies = {body[0]: body for each in found.both_ends for body in (each.sender, each.receiver)}
    between: dict[tuple[str, str], list[Held]] = {}
    for each in found.both_ends:
        between.setdefault((each.sender[0], each.receiver[0]), []).append(each.finding)
    links = (
        Link(model.link_id(start, "EXCHANGED_WITH", end), "FROM_AGENCY", start, end, {"findings": list(ids_of(behind))})
        for (start, end), behind in between.items()
    )
    return Subgraph.of((Node(each, "Agency", name, {"kind": kind}) for each, name, kind in bodies.values()), links)


def _cells(step: Listed, found: Iterable[Held], steps: set[str]) -> tuple[Cell, ...]:
    """The examinations that judged a kind of agency at the step. Findings at no step are those of `NO_STEP`."""
    groups: dict[tuple[str, str], list[Held]] = {}
    for each in found:
        stages = steps & set(each.stages)
        if each.judged and (step.id in stages or (step is NO_STEP and not stages)):
            for kind in {body[2] for body in each.about} or {NOT_NAMED}:
                groups.setdefault((each.case_id, kind), []).append(each)
    return tuple(
        cell_of(
            (case, behind[0].case_name), (step.id, step.name), behind, examined=any(each.covered for each in behind),
            group=kind,
        )
        for (case, kind), behind in sorted(groups.items())
    )  # fmt: skip
