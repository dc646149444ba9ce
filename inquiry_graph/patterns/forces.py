"""Question 1: what one programme of inspections found, force by force and round by round, and what varies.

Forces are compared only where they were read on the same kind of page. What local reviews found about a force stands
apart: it is about exploitation, in one place, by other methods.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inquiry_graph import model
from inquiry_graph.answers import Choice, choices
from inquiry_graph.catalogue import FIXED, question
from inquiry_graph.cells import EXPLOITATION, JUDGED, Cell, Tally, Topics, cells, number
from inquiry_graph.database import Database
from inquiry_graph.patterns.comparing import cells_of_agencies

THEME = 1
LOCAL = "local_reviews"  # the column of what local reviews found about a force
LOCAL_WORDS = "Local reviews, on exploitation"


@dataclass(frozen=True, slots=True)
class Round:
    """What one round found in each force; `cells` are those of all forces and topics."""

    value: str
    words: str
    cells: tuple[Cell, ...]

    @property
    def forces(self) -> int:
        """Forces in which the round found anything that was read."""
        return len({cell.unit_id for cell in self.cells if cell.findings})


@dataclass(frozen=True, slots=True)
class Varying:
    """A topic within one round, over the forces that were read on one kind of page."""

    topic_id: str
    topic: str
    tally: Tally
    findings: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether forces were judged differently: at least two of the three states occur."""
        return sum(bool(each) for each in (self.tally.failing, self.tally.mixed, self.tally.adequate)) > 1


def programmes(database: Database) -> tuple[Choice, ...]:
    """The programmes of inspections, the one with most inspections first."""
    (asked,) = (each for each in question("forces_by_practice").parameters if each.name == "programme")
    return choices(database, asked)


def rounds(
    database: Database, programme: str, topics: Topics = "practice", subjects: Sequence[str] = EXPLOITATION
) -> tuple[Round, ...]:
    """The rounds of a programme in which anything was found, in their order; last what local reviews found."""
    found = []
    for term in model.ROUNDS:
        held = cells(database, "force", topics, subjects, programme=programme, round=term.value)
        if any(cell.findings for cell in held):
            found.append(Round(term.value, term.words, held))
    forces = {cell.unit_id for each in found for cell in each.cells}
    local = cells_of_agencies(database, sorted(forces), topics, EXPLOITATION, FIXED["case_kinds"])
    return (*found, Round(LOCAL, LOCAL_WORDS, local))


def one_topic(found: Sequence[Round], topic: str) -> tuple[Cell, ...]:
    """The cells of a topic, each force's rounds side by side: the round stands in the place of the topic."""
    return tuple(
        replace(cell, topic_id=each.value, topic_name=each.words)
        for each in found
        for cell in each.cells
        if cell.topic_id == topic
    )


def one_force(found: Sequence[Round], force: str) -> tuple[Cell, ...]:
    """The cells of a force: topics down, its rounds across."""
    return tuple(
        replace(
            cell, unit_id=cell.topic_id, unit_name=cell.topic_name, topic_id=each.value, topic_name=each.words,
            counted=True,
        )
        for each in found
        for cell in each.cells
        if cell.unit_id == force
    )  # fmt: skip


def varying(
    database: Database,
    programme: str,
    round: str = "initial",  # noqa: A002 - the model's name for it
    page: str = "primary_page",
    subjects: Sequence[str] = EXPLOITATION,
) -> tuple[Varying, ...]:
    """The practices judged in two or more of the forces that the round was read for on this kind of page.

    Those on which they differ stand first. Forces that were not read on it are in no figure.
    """
    held = cells(database, "force", "practice", subjects, programme=programme, round=round, seen_in=(page,))
    read = {cell.unit_id for cell in held if cell.findings}
    by_topic: dict[str, list[Cell]] = {}
    for cell in held:
        if cell.unit_id in read:
            by_topic.setdefault(cell.topic_id, []).append(replace(cell, counted=True))
    found = (_varying(group) for group in by_topic.values() if sum(cell.state in JUDGED for cell in group) > 1)
    return tuple(sorted(found, key=lambda each: (not each.differs, each.topic)))


def sentence(found: Sequence[Varying], page: str) -> str:
    """On how many practices forces differ, of how many that were judged in two or more, and read where."""
    where = next(term.words for term in model.SEEN_IN if term.value == page).lower()
    if not found:
        return f"No practice was judged in two forces that were read on the same kind of page ({where})"
    forces = max(each.tally.everywhere + each.tally.scope_not_known for each in found)
    differing = sum(each.differs for each in found)
    return (
        f"Judged differently: {differing} of the {number(len(found), 'practices')} that were judged in two or more of "
        f"the {number(forces, 'forces')} read on the same kind of page ({where})"
    )


def _varying(group: Sequence[Cell]) -> Varying:
    ids = tuple(sorted({each for cell in group for each in cell.findings}))
    return Varying(group[0].topic_id, group[0].topic_name, Tally.of(group), ids)
