"""What was found where, and where nobody has looked: the states of cells, their counts and bounds.

A cell is a place or a police force × a theme or a practice, if asked for within one kind of
agency or one period of conduct. Silence is never an answer: a cell without a judging finding is
*no finding read* if a stated scope covers it, and *not examined* if none does. A count says its
base and, by bounds, what is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal

from inquiry_graph import model
from inquiry_graph.catalogue import FIXED, statement
from inquiry_graph.database import Database

Units = Literal["place", "force", "agency_kind", "period"]
Topics = Literal["theme", "practice"]

EXPLOITATION = FIXED["exploitation"]
MOST_CELLS = 1_000_000
JUDGED = ("failing", "mixed", "adequate")  # the states of examined cells with a finding that judges them
LEVELS: Mapping[Topics, str] = {"theme": "Theme", "practice": "Practice"}
_STATEMENTS: Mapping[Units, str] = {
    "place": "_library/cells_of_places",
    "force": "_library/cells_of_forces",
    "agency_kind": "_library/cells_of_agency_kinds",
    "period": "_library/cells_of_periods",
}


@dataclass(frozen=True, slots=True)
class Period:
    """Years of conduct, both included; None in both where the years of the conduct are not known."""

    value: str
    words: str
    from_year: int | None
    to_year: int | None


PERIODS = (
    Period("to-1999", "To 1999", 0, 1999),
    Period("2000-2009", "2000 to 2009", 2000, 2009),
    Period("2010-2014", "2010 to 2014", 2010, 2014),
    Period("2015-2019", "2015 to 2019", 2015, 2019),
    Period("from-2020", "2020 on", 2020, 9999),
    Period("unknown", "Years not known", None, None),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: how many findings judge it and how, and whether a stated scope covers it.

    `counted` is false for a place that holds another place of the same count, and for a force whose round was
    read mostly on other pages than the inspectorate's own: it stands beside the others, outside every figure.
    `weight` is that of its weightiest citation, 0 without one. `group` is the kind of agency or the period that the
    cell is within, if any.
    """

    unit_id: str
    unit_name: str
    topic_id: str
    topic_name: str
    failing: int
    mixed: int
    adequate: int
    examined: bool
    counted: bool
    findings: tuple[str, ...]
    weight: float = 0.0
    group: str = ""

    @property
    def verdict(self) -> str:
        """What its findings say together, whether or not a scope covers it: one of `JUDGED`; empty if none judges."""
        judged = self.failing + self.mixed + self.adequate
        if not judged:
            return ""
        if self.failing == judged:
            return "failing"
        return "adequate" if self.adequate == judged else "mixed"

    @property
    def state(self) -> str:
        """The value of one of `model.STATES`, or of `model.SCOPE_NOT_KNOWN`."""
        if not self.verdict:
            return "no_finding_read" if self.examined else "not_examined"
        return self.verdict if self.examined else model.SCOPE_NOT_KNOWN.value

    @property
    def conflicting(self) -> bool:
        """Whether some findings say failing and some say good practice or adequate: a kind of mixed."""
        return self.state == "mixed" and self.failing > 0 and self.adequate > 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cells are in each state. `conflicting` ones are among the mixed.

    `wider_places` were left out, since places within them are counted, and so were forces `read_elsewhere` than on
    the inspectorate's own pages.
    """

    failing: int = 0
    mixed: int = 0
    conflicting: int = 0
    adequate: int = 0
    no_finding_read: int = 0
    not_examined: int = 0
    scope_not_known: int = 0
    wider_places: int = 0
    read_elsewhere: int = 0

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> Tally:
        """Count cells by state. Give it the cells of one topic, so that the units are what is counted."""
        listed = list(cells)
        counted = [cell for cell in listed if cell.counted]
        states = Counter(cell.state for cell in counted)
        beside = left_out(cell.unit_id for cell in listed if not cell.counted)
        return cls(**states, conflicting=sum(cell.conflicting for cell in counted), **beside)

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> Tally:
        """The tally that a row of a question holds in its base columns."""
        return cls(**{name: int(row.get(name, 0)) for name in cls.__slots__})

    @property
    def with_finding(self) -> int:
        """Examined cells with a finding that judges them."""
        return self.failing + self.mixed + self.adequate

    @property
    def examined(self) -> int:
        """Cells that a stated scope covers: the base of every count."""
        return self.with_finding + self.no_finding_read

    @property
    def low(self) -> int:
        """Failing or mixed if every cell without a finding read were adequate."""
        return self.failing + self.mixed

    @property
    def high(self) -> int:
        """Failing or mixed if every cell without a finding read were failing."""
        return self.low + self.no_finding_read

    @property
    def everywhere(self) -> int:
        """Cells that were examined, and those that were not."""
        return self.examined + self.not_examined

    @property
    def highest(self) -> int:
        """Failing or mixed if every cell that was not read or not examined were failing."""
        return self.high + self.not_examined

    def sentence(self, noun: str = "places") -> str:
        """All of it in one sentence without its full stop: figures, base, bounds, and what stands outside."""
        parts = [*self._inside(noun), *self._outside()]
        return "; ".join(parts) if parts else f"the graph holds no {noun}"

    def _inside(self, noun: str) -> Iterable[str]:
        bounds = f"so failing or mixed in {_range(self.low, self.high)} of {self.examined}"
        unread = self.no_finding_read
        if self.with_finding:
            yield f"{self._found()} of the {number(self.with_finding, noun)} with a finding"
            if unread:
                yield f"no finding read in {unread} more that {_were(unread)} examined, {bounds}"
        elif unread:
            yield f"no finding read in the {number(unread, noun)} that {_were(unread)} examined, {bounds}"
        elif self.not_examined or self.scope_not_known:
            yield f"no {_singular(noun)} is known to have been examined"

    def _found(self) -> str:
        conflicting = f" (of which {self.conflicting} conflicting)" if self.conflicting else ""
        return f"failing in {self.failing} and mixed in {self.mixed}{conflicting}"

    def _outside(self) -> Iterable[str]:
        if self.not_examined:
            yield f"{self.not_examined} not examined"
        if self.scope_not_known:
            yield f"outside these figures, a finding in {self.scope_not_known} whose scope is not known"
        if self.wider_places:
            yield f"{number(self.wider_places, 'wider places')} left out, since narrower ones are counted"
        if self.read_elsewhere:
            yield f"{number(self.read_elsewhere, 'forces')} left out, read mostly on other kinds of page"


def cells(
    database: Database,
    units: Units,
    topics: Topics,
    subjects: Sequence[str] = EXPLOITATION,
    *,
    programme: str = "",
    round: str = "initial",  # noqa: A002 - the model's name for it
    source_kinds: Sequence[str] = (),
    seen_in: Sequence[str] = (),
) -> tuple[Cell, ...]:
    """Every cell of the units and topics, by name of unit and topic.

    `programme` and `round` matter for forces alone, whose cells are those of one round of one programme; without a
    programme every force is not examined. By kind of agency and by period the cells are those of places, within each
    `group`. Of findings only those of these kinds of source and seen in such pages are taken, of scopes only those of
    these kinds of source; none named takes all.
    """
    parameters = {
        "level": LEVELS[topics],
        "subjects": list(subjects),
        "judging": list(FIXED["judging"]),
        "bases": list(FIXED["bases"]),
        "case_kinds": list(FIXED["case_kinds"]),
        "own_pages": list(FIXED["own_pages"]),
        "programme": programme,
        "round": round,
        "source_kinds": list(source_kinds) or [term.value for term in model.SOURCE_KINDS],
        "seen_in": list(seen_in) or [term.value for term in model.SEEN_IN],
        "periods": [{"value": each.value, "from": each.from_year, "to": each.to_year} for each in PERIODS],
    }
    rows = database.read(statement(_STATEMENTS[units]), parameters, row_limit=MOST_CELLS)
    return tuple(cell_of_row(row) for row in rows)


def left_out(units: Iterable[str]) -> dict[str, int]:
    """How many of these units, given by their ids, stand outside the figures, by the reason why."""
    kinds = Counter(kind.label for unit in set(units) if (kind := model.kind_of_id(unit)))
    return {"wider_places": kinds["Location"], "read_elsewhere": kinds["Agency"]}


def tallies(cells: Iterable[Cell], key: Callable[[Cell], str] = attrgetter("topic_id")) -> dict[str, Tally]:
    """The tally of each topic by its id, or of the cells that share another key, in the order in which they are met."""
    groups: dict[str, list[Cell]] = {}
    for cell in cells:
        groups.setdefault(key(cell), []).append(cell)
    return {shared: Tally.of(group) for shared, group in groups.items()}


def counted(outcomes: Sequence[str]) -> tuple[int, int, int]:
    """How many of these outcomes, each of which judges, are failing, mixed, and good practice or adequate."""
    failing, mixed = outcomes.count("failing"), outcomes.count("mixed")
    return failing, mixed, len(outcomes) - failing - mixed


def cell_of_row(row: Mapping[str, Any]) -> Cell:
    """The cell that a row of one of the library's statements holds."""
    return Cell(
        unit_id=row["unit_id"],
        unit_name=row["unit"],
        topic_id=row["topic_id"],
        topic_name=row["topic"],
        failing=row["failing"],
        mixed=row["mixed"],
        adequate=row["adequate"],
        examined=row["examined"],
        counted=row["counted"],
        findings=tuple(row["findings"]),
        weight=row["weight"],
        group=row.get("group", ""),
    )


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def number(count: int, noun: str) -> str:
    """The figure with its noun, given in the plural: "1 place", "2 places"."""
    return f"{count:,} {_singular(noun) if count == 1 else noun}"


def _singular(noun: str) -> str:
    """The noun for one: of "pairs of a force and a practice" the first word changes."""
    head, of, rest = noun.partition(" of ")
    return (head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s")) + of + rest
