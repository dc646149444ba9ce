"""Every view of Patterns leads to a part of the page of methods that is there."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from inquiry_explorer.pages.patterns import VIEWS
from inquiry_explorer.patterns.methods import PARTS, counted, parts, slug


@pytest.mark.parametrize("view", [name for name in VIEWS if name != "methods"])
def test_a_view_leads_to_the_part_that_says_how_it_counts(view: str) -> None:
    (asked,) = parse_qs(urlsplit(counted(view).address).query)["part"]
    assert asked in [slug(heading) for heading in parts()]


def test_parts_are_named_for_views_that_exist() -> None:
    assert PARTS.keys() <= VIEWS.keys()


def test_the_text_holds_no_html_and_is_cut_at_its_headings() -> None:
    held = parts()
    assert len({slug(heading) for heading in held}) == len(held) > 5
    assert not any("\n## " in text or "</" in text for text in held.values())
