"""Reading rows: what is understood comes back, and what is not is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.package import Row
from graph_loader.records import Parsed, parse_citation, parse_node
from inquiry_graph import model

FINDING = {
    "id": "finding:review-2011-1",
    "summary": "The council did not share what it knew.",
    "outcome": "failing",
    "subject": "cse",
    "voice": "own",
    "years_basis": "unknown",
    "read_by": "first reader",
    "read_on": "2026-11-23",
    "case": "case:northshire-2001-2010",
    "practice": "practice:share",
}
CITATION = {
    "of": "finding:review-2011-1",
    "link": "EVIDENCED_BY",
    "source": "source:review-2011",
    "locator": "para 1",
    "quotation": "did not share what it knew",
    "url": "https://example.org/review",
    "seen_in": "primary_page",
    "accessed": "2026-11-23",
}


def finding(**changes: str) -> Parsed:
    return parse_node(model.node_kind("Finding"), Row("findings.csv", 2, FINDING | changes))


def citation(**changes: str) -> Parsed:
    return parse_citation(Row("citations.csv", 2, CITATION | changes))


def complaints(parsed: Parsed) -> set[tuple[str, str]]:
    return {(problem.column, problem.value) for problem in parsed.problems}


def test_a_sound_row_gives_its_node_and_its_links() -> None:
    parsed = finding(about="agency:northshire-council=responsible;agency:northshire-police=jointly", hedged="true")
    assert not parsed.problems
    assert parsed.node is not None
    assert parsed.node.properties["hedged"] is True
    assert {(link.kind.type, link.end, *link.properties.values()) for link in parsed.links} == {
        ("IN_CASE", "case:northshire-2001-2010"),
        ("OF_PRACTICE", "practice:share"),
        ("ABOUT", "agency:northshire-council", "responsible"),
        ("ABOUT", "agency:northshire-police", "jointly"),
    }


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "case:wrong-kind"),
        ("id", "finding:Upper Case"),
        ("outcome", "bad"),
        ("conduct_from", "nineteen"),
        ("conduct_from", "1066"),
        ("read_on", "2026-02-30"),
        ("read_on", "23/11/2026"),
        ("hedged", "yes"),
        ("case", "case:one;case:two"),
        ("about", "agency:northshire-council"),
        ("about", "agency:northshire-council=guilty"),
        ("stages", "stage:reporting=first"),
        ("victims", "12"),
    ],
)
def test_a_value_that_the_model_does_not_allow_is_named(column: str, value: str) -> None:
    problems = [problem for problem in finding(**{column: value}).problems if problem.column == column]
    assert len(problems) == 1
    assert problems[0].right


def test_a_missing_value_is_named_and_no_default_is_taken() -> None:
    assert complaints(finding(outcome="", read_by="")) == {("outcome", ""), ("read_by", "")}


def test_years_that_run_backwards_are_named() -> None:
    assert complaints(finding(conduct_from="2010", conduct_to="2001")) == {("conduct_from", "2010")}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("link", "IN_CASE"),
        (
            "quotation",
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
        ),
        ("url", "javascript:alert(1)"),
        ("url", "https://example.org/with space"),
        ("url", ""),
        ("seen_in", "dream"),
        ("locator", ""),
    ],
)
def test_a_citation_without_place_words_or_address_is_named(column: str, value: str) -> None:
    assert column in {problem.column for problem in citation(**{column: value}).problems}


def test_a_withheld_address_needs_no_address_and_allows_none() -> None:
    assert not citation(url="", address_withheld="true").problems
    assert citation(address_withheld="true").problems


@given(st.dictionaries(st.sampled_from([*sorted(FINDING), "hedged", "about", "base"]), st.text(max_size=40)))
def test_no_text_breaks_the_reader(changes: dict[str, str]) -> None:
    parsed = finding(**changes)
    assert parsed.node is not None
    assert all(problem.wrong and problem.right for problem in parsed.problems)
