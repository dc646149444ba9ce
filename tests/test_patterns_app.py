"""Patterns in a real browser: the list of views, and each view from its sentence to the paragraphs behind a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from running_app import visiting

pytestmark = pytest.mark.browser
SLOWLY = 60_000  # milliseconds; the first page of an app opens and warms up the graph


@pytest.fixture
def page(browser: Browser, app: str) -> Iterator[Page]:
    with visiting(browser, app) as page:
        yield page


def test_the_matrix_leads_from_the_list_to_the_paragraphs_of_a_cell(page: Page) -> None:
    expect(page.locator(".lead")).to_be_visible(timeout=SLOWLY)
    page.get_by_role("link", name="Patterns", exact=True).click()
    page.get_by_role("link", name="Matrix", exact=True).click()
    expect(page).to_have_url(re.compile(r"/patterns\?view=matrix"))
    cell = page.locator("table.matrix td[title^='Millbridge'] a").first
    expect(cell).to_contain_text("Mixed, conflicting")
    cell.click()
    expect(page).to_have_url(re.compile("/evidence"))
    expect(page.locator("ol.citations > li")).not_to_have_count(0)


def test_an_unknown_view_says_which_there_are(page: Page) -> None:
    page.goto("/patterns?view=matrx")
    expect(page.get_by_role("alert")).to_contain_text("Did you mean matrix", timeout=SLOWLY)
