"""The tables of the patterns by their names: what the command line prints and what Python gets, the same for both.

    from inquiry_graph.patterns.tables import frame

    frame(graph, "cooccurrence-pairs", footing="force", topics="practice")

`TABLES` says of each what it holds and what each of its columns means, with its unit; a frame has that in its `attrs`.
"""

from __future__ import annotations

import inspect
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION, Topics, Units
from inquiry_graph.database import Database
from inquiry_graph.errors import ParameterError
from inquiry_graph.patterns import columns, comparing, cooccurrence, gaps, headlines, periods, returns, similarity
from inquiry_graph.patterns import matrix as matrices
from inquiry_graph.patterns.columns import Column
from inquiry_graph.patterns.forces import programmes
from inquiry_graph.patterns.observations import Footing, observed
from inquiry_graph.progress import Progress, unheard
from inquiry_graph.subgraph import Rows

if TYPE_CHECKING:
    from pandas import DataFrame


ALL_SUBJECTS = tuple(term.value for term in model.SUBJECTS)
# Tables that the app's pages call otherwise, and options that the command line calls otherwise.
_OF_PAGES = {
    "matrix": "matrix-wide",
    "over_time_periods": "periods",
    "gaps_unread": "gaps-sources",
    "headlines_statements": "headlines",
}
_FLAGS = {
    "subjects": "--subject",
    "source_kinds": "--source-kind",
    "seen_in": "--seen-in",
    "only_judged": "--only-judged",
}
_OF_THE_VIEW = frozenset({"case"})  # what a page was asked for, and what changes no table


@dataclass(frozen=True, slots=True)
class PatternTable:
    """A table: what it holds, its columns, and how it is made. `find` takes the database and the table's options."""

    name: str
    holds: str
    columns: tuple[Column, ...]
    find: Callable[..., Any]
    as_rows: Callable[[Any], Rows]

    @property
    def options(self) -> tuple[str, ...]:
        """What can be chosen."""
        return tuple(inspect.signature(self.find).parameters)[1:]


def rows(database: Database, name: str, **options: Any) -> Rows:
    """The table of that name with these options. Raises ParameterError for a name or an option that there is not."""
    table = TABLES.get(name)
    if table is None:
        raise ParameterError(f"There is no table {name!r} of the patterns. Choose one of {', '.join(TABLES)}.")
    unknown = [each for each in options if each not in table.options]
    if unknown:
        raise ParameterError(f"{name} has no option {unknown[0]!r}. It has {', '.join(table.options)}.")
    return table.as_rows(table.find(database, **options))


def frame(database: Database, name: str, **options: Any) -> DataFrame:
    """The same as a data frame; `attrs` holds its name, what it holds, and unit and meaning of each column."""
    from pandas import DataFrame  # it comes with Streamlit, and takes a second to import

    found = rows(database, name, **options)
    made = DataFrame(list(found.rows), columns=list(found.columns))
    made.attrs = {"table": name, "holds": TABLES[name].holds, "columns": columns.as_mapping(TABLES[name].columns)}
    return made


def of_page(pattern: str, chosen: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """The name and the options of the table that a page calls so; None for one that only the page makes."""
    name = _OF_PAGES.get(pattern, pattern.replace("_", "-"))
    table = TABLES.get(name)
    if table is None or not set(chosen) <= {*table.options, *_OF_THE_VIEW}:
        return None
    return name, {option: value for option, value in chosen.items() if option in table.options}


def command(pattern: str, chosen: Mapping[str, Any]) -> str | None:
    """The command that prints this table of a page again; None where the command line has no such table."""
    found = of_page(pattern, chosen)
    if found is None:
        return None
    head, _, tail = found[0].partition("-")
    given = [word for option, value in found[1].items() for word in _given(option, value)]
    return shlex.join(
        ["inquiry-graph", "patterns", head, *(("--table", tail) if tail else ()), *given, "--format", "csv"]
    )


def _given(option: str, value: Any) -> list[str]:
    flag = _FLAGS.get(option, f"--{option}")
    if isinstance(value, bool):
        return [flag] if value else []
    listed = value if isinstance(value, list | tuple) else [value]
    return [word for each in listed for word in (flag, str(each))]


def main_programme_or(database: Database, given: str) -> str:
    """The programme of that id, or the one with most inspections. Raises ParameterError for an unknown one."""
    offered = [each.value for each in programmes(database)]
    if given and given not in offered:
        raise ParameterError(
            f"There is no programme {given!r}: choose {' or '.join(offered) or 'none, for none is held'}."
        )
    return given or (offered[0] if offered else "")


def _matrix(
    database: Database,
    *,
    units: Units = "place",
    topics: Topics = "practice",
    subjects: Sequence[str] = EXPLOITATION,
    programme: str = "",
    round: str = "initial",  # noqa: A002 - the model's name for it
    source_kinds: Sequence[str] = (),
    seen_in: Sequence[str] = (),
    order: matrices.Order = "name",
    only_judged: bool = False,
) -> matrices.Matrix:
    return matrices.matrix(
        database, units, topics, subjects,
        programme=main_programme_or(database, programme) if units == "force" else "",
        round=round, source_kinds=source_kinds, seen_in=seen_in, order=order, only_judged=only_judged,
    )  # fmt: skip


def _visits(
    database: Database, *, programme: str = "", subjects: Sequence[str] = ALL_SUBJECTS
) -> tuple[returns.Revisited, ...]:
    return returns.return_visits(database, main_programme_or(database, programme), subjects)


def _after(database: Database, *, subjects: Sequence[str] = ALL_SUBJECTS) -> tuple[returns.FailedAfter, ...]:
    return returns.failed_after(database, subjects)


def _compared(
    database: Database, *, ids: Sequence[str], topics: Topics = "practice", subjects: Sequence[str] = EXPLOITATION
) -> tuple[comparing.Profile, ...]:
    return comparing.compare(database, ids, topics, subjects)


def _tried(
    database: Database, *, footing: Footing = "place", topics: Topics = "theme", progress: Progress = unheard
) -> cooccurrence.CoOccurrence:
    progress("Reading what was found in each police area.")
    return cooccurrence.cooccurrence(observed(database, footing, topics), progress)


def _alike(database: Database, *, footing: Footing = "place") -> similarity.Similarity:
    return similarity.similarity(database, footing)


def _over_time(
    database: Database,
    *,
    dated: periods.Dated = "conduct",
    topics: Topics = "theme",
    subjects: Sequence[str] = EXPLOITATION,
) -> tuple[periods.OverTime, ...]:
    return periods.over_time(database, dated, topics, subjects)


def _gaps(database: Database, *, topics: Topics = "theme", subjects: Sequence[str] = EXPLOITATION) -> gaps.Gaps:
    return gaps.gaps(database, topics, subjects)


_DECLARED = (
    PatternTable(
        "matrix-totals", "For each topic, how many places or forces are in each state, of how many, between which "
        "bounds", columns.MATRIX_TOTALS, _matrix, matrices.totals,
    ),
    PatternTable("matrix-wide", "The matrix as it is shown", columns.MATRIX_WIDE, _matrix, matrices.wide),
    PatternTable("matrix-long", "A row for each cell of the matrix", columns.MATRIX_LONG, _matrix, matrices.long),
    PatternTable(
        "repeats-visits", "What each visit of an inspector found, first and on return", columns.REPEATS_VISITS,
        _visits, returns.visits_as_rows,
    ),
    PatternTable(
        "repeats-still", "Practices still failing after the n-th visit", columns.REPEATS_STILL, _visits,
        lambda found: returns.still_as_rows(returns.still_failing(found)),
    ),
    PatternTable(
        "repeats-after", "Failures after a recommendation on the practice", columns.REPEATS_AFTER, _after,
        returns.after_as_rows,
    ),
    PatternTable(
        "repeats-again", "Recommendations that other reviews made again", columns.REPEATS_AGAIN, returns.made_again,
        returns.again_as_rows,
    ),
    PatternTable(
        "compare", "Places or agencies side by side, topic by topic", columns.COMPARE, _compared, comparing.as_rows
    ),
    PatternTable(
        "cooccurrence-pairs", "Each pair of topics: counts, whether it was tried, and what came of it",
        columns.COOCCURRENCE_PAIRS, _tried, cooccurrence.pairs_as_rows,
    ),
    PatternTable(
        "cooccurrence-left-out", "Each pair that passed, without each part in turn", columns.COOCCURRENCE_LEFT_OUT,
        _tried, cooccurrence.left_out_as_rows,
    ),
    PatternTable(
        "similarity-pairs", "Each pair of cases that can be compared, the most alike first", columns.SIMILARITY_PAIRS,
        _alike, similarity.as_rows,
    ),
    PatternTable(
        "similarity-groups", "Groups of cases that come back when practices are drawn anew",
        columns.SIMILARITY_GROUPS, _alike, similarity.groups_as_rows,
    ),
    PatternTable("periods", "Each topic in each period", columns.PERIODS, _over_time, periods.as_rows),
    PatternTable(
        "gaps-topics", "Each topic: what was not examined, not found, or rests on one source", columns.GAPS_TOPICS,
        _gaps, gaps.topics_as_rows,
    ),
    PatternTable(
        "gaps-sources", "Each source of which something is left to read, that which could change most first",
        columns.GAPS_SOURCES, _gaps, gaps.unread_as_rows,
    ),
    PatternTable(
        "headlines", "What the record says first, with what would overturn it", columns.HEADLINES,
        headlines.headlines, headlines.as_rows,
    ),
)  # fmt: skip
TABLES = {each.name: each for each in _DECLARED}
