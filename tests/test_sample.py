"""The sample for a second coding: the same for a seed, true to its strata, and silent on the first coding."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.package import read_package
from graph_loader.sample import SHEET, Candidate, candidates, draw, shares, write_sheet
from inquiry_graph import model
from inquiry_graph.errors import PackageError

THEMES = ("theme:one", "theme:two")
KINDS = ("inspection", "audit", "record")
SIZES = st.dictionaries(st.tuples(st.sampled_from(THEMES), st.sampled_from(KINDS)), st.integers(1, 40), min_size=1)


def some(theme: str, kind: str, number: int) -> list[Candidate]:
    return [Candidate(f"finding:{theme}-{kind}-{n}", theme, "source:s", kind, "s", ("q",), "a") for n in range(number)]


MANY = [*some("one", "inspection", 60), *some("one", "audit", 3), *some("two", "inspection", 36), *some("two", "x", 1)]


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    assert draw(MANY, 20, 1) == draw(list(reversed(MANY)), 20, 1)
    assert draw(MANY, 20, 1) != draw(MANY, 20, 2)


def test_each_stratum_gives_in_proportion_and_one_at_least() -> None:
    drawn = Counter(each.stratum for each in draw(MANY, 20, 1))
    assert drawn == {("one", "inspection"): 11, ("one", "audit"): 1, ("two", "inspection"): 7, ("two", "x"): 1}


def test_nothing_is_drawn_twice() -> None:
    drawn = draw(MANY, 50, 1)
    assert len({each.id for each in drawn}) == len(drawn) == 50


@given(SIZES, st.data())
def test_shares_add_up_and_fit_their_strata(sizes: dict[tuple[str, str], int], data: st.DataObject) -> None:
    size = data.draw(st.integers(len(sizes), sum(sizes.values())))
    given_out = shares(sizes, size)
    assert sum(given_out.values()) == size
    assert all(1 <= given_out[stratum] <= number for stratum, number in sizes.items())


@pytest.mark.parametrize("size", [3, 101])
def test_a_sample_that_cannot_be_drawn_is_refused_with_what_can(size: int) -> None:
    with pytest.raises(PackageError, match="Ask for 4 to 100"):
        draw(MANY, size, 1)


def test_the_source_that_weighs_most_stands_for_a_finding(small_package: Path) -> None:
    (lantern,) = [each for each in candidates(read_package(small_package)) if each.id == "finding:lantern-1"]
    assert lantern.stratum == ("theme:communication", "serious_case_review")
    assert lantern.source == "source:lantern-review-2012"


def test_the_sheet_tells_nothing_of_the_first_coding(small_package: Path) -> None:
    package = read_package(small_package)
    sheet = io.StringIO()
    write_sheet(candidates(package), sheet)
    text = sheet.getvalue()
    assert text.splitlines()[0] == ",".join(SHEET)
    finding = model.node_kind("Finding")
    coded = {term.value for name in ("outcome", "subject") for term in finding.property(name).terms} - {"mixed"}
    coded |= {row.values["id"] for table in ("practices", "themes", "stages") for row in package.rows(table)}
    assert [value for value in sorted(coded) if value in text.replace(",", "\n").split("\n")] == []
    assert "practice:" not in text
    assert all(row.values["summary"] in text for row in package.rows("findings") if "," not in row.values["summary"])
