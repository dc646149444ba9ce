"""Change over time, by hand: places read for both periods are compared, and where other places are read nothing is."""

from __future__ import annotations

import random
from dataclasses import replace

from inquiry_graph.cells import Cell
from inquiry_graph.database import Database
from inquiry_graph.patterns.periods import OverTime, as_rows, over_time, split, through


def cell(place: int, period: str, *, failing: bool = True) -> Cell:
    return Cell(
        f"location:{place}", str(place), "theme:t", "T", int(failing), 0, int(not failing), True, True,
        (f"finding:{place}-{period}",), group=period,
    )  # fmt: skip


def only(found: tuple[OverTime, ...]) -> OverTime:
    (each,) = found
    return each


def test_periods_are_compared_on_the_places_read_for_both() -> None:
    # Twelve places before, places 2 to 13 after: ten in both. Of these 2, 3 and 4 are better; 5 was adequate and fails.
    before = [cell(place, "2000-2009", failing=place != 5) for place in range(12)]
    after = [cell(place, "2010-2014", failing=place not in (2, 3, 4)) for place in range(2, 14)]
    found = only(through([*before, *after], "conduct"))
    change = found.changes[1]
    assert (change.both, change.still, change.better, change.worse) == (10, 6, 3, 1)
    assert found.sentence() == (
        "2000 to 2009 and 2010 to 2014: of 10 places read for both, 6 failing or mixed in both, 3 only in the earlier "
        "and 1 only in the later"
    )


def test_one_finding_about_both_periods_is_no_evidence_of_change() -> None:
    rows = [cell(place, period) for place in range(10) for period in ("2000-2009", "2010-2014")]
    spanning = [replace(cell(10, period), findings=("finding:both",)) for period in ("2000-2009", "2010-2014")]
    found = only(through([*rows, *spanning], "conduct"))
    assert (found.changes[1].both, found.changes[1].spanning) == (10, 1)
    assert found.sentence().endswith("(1 more place left out, where one finding is about both)")


def test_where_other_places_are_read_no_change_is_stated() -> None:
    rows = [cell(place, "2000-2009") for place in range(20)]
    rows += [cell(place, "2010-2014", failing=False) for place in range(19, 40)]
    assert only(through(rows, "conduct")).sentence() == (
        "No change can be stated: no two neighbouring periods have 10 places read for both (the most is 1)"
    )


def test_findings_are_taken_apart_by_the_year_of_publication() -> None:
    whole = Cell("location:1", "1", "theme:t", "T", 1, 0, 1, True, True, ("finding:a", "finding:b", "finding:c"))
    known = {"finding:a": ("failing", 2013), "finding:b": ("adequate", 2020), "finding:c": ("mixed", None)}
    parts = split([whole], known)
    assert {(part.group, part.state) for part in parts} == {
        ("2010-2014", "failing"), ("from-2020", "adequate"), ("unknown", "mixed"),
    }  # fmt: skip


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [cell(place, period, failing=place % 3 > 0) for place in range(15) for period in ("2000-2009", "2010-2014")]
    shuffled = random.Random(1).sample(rows, len(rows))
    assert as_rows(through(shuffled, "conduct")) == as_rows(through(rows, "conduct"))


def test_conduct_and_publication_are_apart(loaded: Database) -> None:
    conduct, publication = (over_time(loaded, dated) for dated in ("conduct", "publication"))
    assert as_rows(conduct) != as_rows(publication)
    years = {part.period.value for each in publication for part in each.periods if part.states}
    assert years
