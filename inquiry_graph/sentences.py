"""The sentence of an answer: a question's template, filled in with figures that its own rows hold.

A template is text with slots in braces, as `str.format` has them:

    {rows:recommendations}        how many rows, with a noun in the plural: "1 recommendation"
    {given.practice}              the words of a chosen value
    {status.filled}               rows that have something in that column; also {….distinct} different values
    {status[in_progress]}         rows with that value in that column; a number takes a noun as `rows` does
    {base.first}                  what the first row has there: a base that the statement repeats in each row
    {tally}                       figures, base and bounds of the cells that the rows are, or whose states they count
    {differing} {compared}        topics on which units differ, among those judged in two units or more
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from inquiry_graph import model
from inquiry_graph.catalogue import BASE_COLUMNS, Question
from inquiry_graph.cells import JUDGED, Tally, left_out, number
from inquiry_graph.subgraph import Rows

_CELL_COLUMNS = frozenset({"unit_id", "state", "conflicting", "counted"})


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter's value, and how it reads in a sentence."""

    value: Any
    words: str


class Figure(int):
    """A number that a template may follow with its noun in the plural."""

    def __format__(self, noun: str) -> str:
        return number(int(self), noun) if noun else f"{int(self):,}"


class Column:
    """The figures of one column of the rows."""

    def __init__(self, values: Sequence[Any]) -> None:
        self._values = values

    def __getitem__(self, value: str) -> Figure:
        """Rows that hold that value."""
        return Figure(sum(str(held) == value for held in self._values))

    @property
    def filled(self) -> Figure:
        """Rows that hold anything; zero, false and an empty list do not count."""
        return Figure(sum(bool(held) for held in self._values))

    @property
    def distinct(self) -> Figure:
        """Different values; the members of lists count one by one."""
        members = (each for held in self._values for each in (held if isinstance(held, list) else [held]))
        return Figure(len({each for each in members if each not in (None, "")}))

    @property
    def total(self) -> Figure:
        """The sum of a column of whole numbers."""
        return Figure(sum(self._values))

    @property
    def first(self) -> Any:
        """What the first row holds."""
        return _figure(self._values[0])

    @property
    def last(self) -> Any:
        """What the last row holds."""
        return _figure(self._values[-1])


class _Figures(Mapping[str, Any]):
    """What a template's slots may name; each is worked out only when a template names it."""

    def __init__(self, question: Question, given: Mapping[str, Given], rows: Rows) -> None:
        self._question, self._given, self._rows = question, given, rows

    def __getitem__(self, name: str) -> Any:
        if name == "rows":
            return Figure(len(self._rows))
        if name == "given":
            return SimpleNamespace(**{key: value.words for key, value in self._given.items()})
        if name == "tally":
            return tally(self._rows).sentence(self._question.counts or "places")
        if name in ("differing", "compared"):
            return Figure(self._compared[name])
        return Column([row[self._rows.columns.index(name)] for row in self._rows.rows])

    def __iter__(self) -> Any:
        return iter((*self._rows.columns, "rows", "given", "tally", "differing", "compared"))

    def __len__(self) -> int:
        return len(list(iter(self)))

    @cached_property
    def _compared(self) -> dict[str, int]:
        states: dict[str, list[str]] = defaultdict(list)
        for row in self._rows:
            if row["counted"] and row["state"] in JUDGED:
                states[row["topic_id"]].append(row["state"])
        several = [found for found in states.values() if len(found) > 1]
        return {"compared": len(several), "differing": sum(len(set(found)) > 1 for found in several)}


def sentence(question: Question, given: Mapping[str, Given], rows: Rows) -> str:
    """The question's sentence over these rows, with a capital letter and a full stop."""
    template = question.says if len(rows) else question.says_if_none
    text = template.format_map(_Figures(question, given, rows)).strip()
    cut = f" Only the first {len(rows):,} rows are shown, and only they are in these figures." if rows.truncated else ""
    return f"{text[:1].upper()}{text[1:].removesuffix('.')}.{cut}"


def tally(rows: Rows) -> Tally:
    """The states that the rows are or count.

    Rows that are cells are counted by state; where topics include a theme itself, the theme's cells stand for all
    the practices in it, so that the units are what is counted. Otherwise the rows' base columns are added up.
    """
    if frozenset(rows.columns) >= _CELL_COLUMNS:
        listed = list(rows)
        whole = [row for row in listed if _is_theme(row.get("topic_id", ""))]
        return _of_cells(whole or listed)
    if frozenset(rows.columns) >= frozenset(BASE_COLUMNS):
        return _sum(map(Tally.of_row, rows))
    return Tally()


def _of_cells(listed: Sequence[Mapping[str, Any]]) -> Tally:
    counted = [row for row in listed if row["counted"]]
    figures: dict[str, int] = defaultdict(int)
    for row in counted:
        figures[row["state"]] += 1
        figures["conflicting"] += bool(row["conflicting"])
    return Tally(**figures, **left_out(row["unit_id"] for row in listed if not row["counted"]))


def _sum(several: Iterable[Tally]) -> Tally:
    """All together; wider places are the same for every topic."""
    listed = list(several)
    added = {name: sum(getattr(each, name) for each in listed) for name in BASE_COLUMNS if name != "wider_places"}
    return Tally(**added, wider_places=max((each.wider_places for each in listed), default=0))


def _figure(value: Any) -> Any:
    return Figure(value) if isinstance(value, int) else value


def _is_theme(identifier: str) -> bool:
    kind = model.kind_of_id(identifier)
    return kind is not None and kind.label == "Theme"
