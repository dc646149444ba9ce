"""Where a record stands, and an address that opens the page there."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquiry_graph.citations import citations, citations_in, deep_link, text_fragment
from inquiry_graph.database import Database


def test_the_weightiest_citation_comes_first(loaded: Database) -> None:
    found = citations(loaded, ["finding:harrowmere-1"])
    assert [(each.source.name, each.locator, each.weight) for each in found] == [
        ("Harrowmere inquiry", "chapter 5, paragraph 12", 1.0),
        ("Gazette article", "fourth paragraph", 0.16),
    ]
    assert {(each.record, each.link, each.accessed) for each in found} == {
        ("finding:harrowmere-1", "EVIDENCED_BY", "2026-11-23")
    }


def test_a_claim_shows_what_bears_it_out_and_what_speaks_against_it(loaded: Database) -> None:
    found = citations(loaded, ["claim:gazette-2"])
    assert {each.link for each in found} == {"STATED_IN", "CORROBORATED_BY", "CONTRADICTED_BY"}


def test_a_withheld_address_is_no_link(loaded: Database) -> None:
    (found,) = citations(loaded, ["finding:lantern-1"])
    assert (found.url, found.address) == (None, None)
    assert found.quotation == "a joint briefing was held each month"


def test_nothing_is_cited_for_a_node_that_needs_no_citation(loaded: Database) -> None:
    assert citations(loaded, ["location:millbridge", "no such id"]) == ()


def test_a_source_is_read_in_the_order_of_its_places(loaded: Database) -> None:
    found = citations_in(loaded, "source:millbridge-review-2011")
    assert [citation.locator for _, citation in found] == [
        "appendix 1",
        "paragraph 1.1",
        "paragraph 4.2",
        "paragraph 6.1",
        "paragraph 10.1",
        "paragraph 10.4",
        "paragraph 12.3",
        "recommendation 1",
    ]
    assert found[2][0].id == found[2][1].record == "finding:millbridge-1"


@pytest.mark.parametrize(
    ("url", "locator", "address"),
    [
        ("https://example.org/a", "paragraph 4", "https://example.org/a#:~:text=not%20shared%2C%20well%2Dknown%20%26%20late"),
        ("https://example.org/a#s4", "page 4", "https://example.org/a#s4:~:text=not%20shared%2C%20well%2Dknown%20%26%20late"),
        ("https://example.org/a?b=.pdf", "page 4", "https://example.org/a?b=.pdf#:~:text=not%20shared%2C%20well%2Dknown%20%26%20late"),
        ("https://example.org/a.pdf", "page 12, paragraph 4", "https://example.org/a.pdf#page=12"),
        ("https://example.org/A.PDF?v=2", "pp. 7-9", "https://example.org/A.PDF?v=2#page=7"),
        ("https://example.org/a.pdf#page=3", "p. 12 (PDF page 14)", "https://example.org/a.pdf#page=14"),
        ("https://example.org/a.pdf#page=31", "paragraph 6.1", "https://example.org/a.pdf#page=31"),
        ("https://example.org/a.pdf", "chapter 5", "https://example.org/a.pdf"),
        ("https://example.org/a.pdf", "homepage 3", "https://example.org/a.pdf"),
    ],
)  # fmt: skip
def test_the_address_opens_at_the_words_or_at_the_page(url: str, locator: str, address: str) -> None:
    assert deep_link(url, locator, "not shared, well-known & late") == address


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_make_one_text_directive(words: str) -> None:
    written = text_fragment(words)
    assert not set(written) & set('-,&# "<>')
    assert unquote(written) == words
