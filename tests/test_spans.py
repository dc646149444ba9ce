"""When a node was, in years with fractions and in words."""

from __future__ import annotations

import pytest

from inquiry_graph.explore.spans import Span, around, span_of
from inquiry_graph.subgraph import Node


def node(kind: str, **properties: object) -> Node:
    return Node(f"{kind.lower()}:a", kind, "A", properties)


@pytest.mark.parametrize(
    ("first", "last", "told", "start", "end", "missing"),
    [
        (2001, 2006, "2001 to 2006", 2001, 2007, ""),
        (2014, 2014, "2014", 2014, 2015, ""),
        (2013, None, "from 2013", 2013, 2014, "end"),
        (None, 2019, "to 2019", 2019, 2020, "start"),
    ],
)
def test_years_of_conduct_say_how_they_are_known(
    first: int | None, last: int | None, told: str, start: float, end: float, missing: str
) -> None:
    span = span_of(node("Finding", conduct_from=first, conduct_to=last, years_basis="review_period"))
    assert span == Span(start, end, told, "The period under review", years=True, open=missing)


@pytest.mark.parametrize(
    ("published", "told", "start", "end", "known"),
    [
        ("2011-07-02", "2 July 2011", 2011.4986, 2011.5014, ""),
        ("2012-12", "December 2012", 2012.9153, 2013, "known to the month"),
        ("2012", "2012", 2012, 2013, "known to the year"),
    ],
)
def test_a_date_is_as_long_as_it_is_exact(published: str, told: str, start: float, end: float, known: str) -> None:
    assert span_of(node("Source", published=published)) == Span(start, end, told, known)


def test_a_recommendation_has_the_time_of_its_source() -> None:
    span = span_of(node("Recommendation"), "2015")
    assert span == Span(2015, 2016, "2015", "As its source was published, known to the year")


@pytest.mark.parametrize("unknown", [node("Finding", years_basis="unknown"), node("Source"), node("Agency")])
def test_what_has_no_known_time_has_no_span(unknown: Node) -> None:
    assert span_of(unknown) is None


def test_an_axis_holds_whole_years() -> None:
    assert around([Span(2011.2, 2011.3, "", ""), Span(2004, 2007, "", "")]) == (2004, 2012)
    assert around([]) == (0, 0)
