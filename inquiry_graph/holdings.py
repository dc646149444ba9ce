"""What the graph holds: its sources, how much of them was read, and an answer to each theme's own question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inquiry_graph.answers import ask
from inquiry_graph.catalogue import THEME, Question, questions, statement
from inquiry_graph.cells import Tally
from inquiry_graph.database import Database, GraphCounts, LoadRecord
from inquiry_graph.sentences import tally
from inquiry_graph.subgraph import Node

MOST_SOURCES = 1_000_000


@dataclass(frozen=True, slots=True)
class SourceHeld:
    """A source with how many records cite it; `published` is None where it is not known."""

    id: str
    name: str
    kind: str
    published: str | None
    extent_read: str
    findings: int
    citations: int


@dataclass(frozen=True, slots=True)
class ThemeAnswer:
    """One of the five questions, answered in a sentence.

    `slug` names the question file that leads on from it, `values` those with which it was asked.
    """

    theme: Node
    sentence: str
    tally: Tally
    slug: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole in figures. `outcomes` counts findings and `extents` sources, by the values of their closed lists."""

    load: LoadRecord | None
    counts: GraphCounts
    outcomes: dict[str, int]
    extents: dict[str, int]
    answers: tuple[ThemeAnswer, ...]


def sources(database: Database) -> tuple[SourceHeld, ...]:
    """Every source, by name."""
    rows = database.read(statement("_app/sources"), row_limit=MOST_SOURCES)
    return tuple(SourceHeld(**row) for row in rows)


def overview(database: Database) -> Overview:
    """What the overview page shows."""
    leading = {number: question for question in questions() for number in question.leads}
    themes = [row["theme"] for row in database.read(statement("_app/themes"))]
    return Overview(
        load=database.last_load(),
        counts=database.counts(),
        outcomes=dict(database.read(statement("_app/outcomes")).rows),
        extents=dict(database.read(statement("_app/extents_read")).rows),
        answers=tuple(
            _answer(database, theme, leading[number])
            for theme in themes
            if (number := theme.properties["number"]) in leading
        ),
    )


def _answer(database: Database, theme: Node, question: Question) -> ThemeAnswer:
    by_theme = any(parameter.name == THEME for parameter in question.parameters)
    answer = ask(database, question, {THEME: theme.id} if by_theme else {})
    return ThemeAnswer(theme, answer.sentence, tally(answer.rows), question.slug, answer.values)
