"""Patterns in a real browser: the list of views, and each view from its sentence to the paragraphs behind a cell."""

from __future__ import annotations

import csv
import hashlib
import json
import re

import pytest
from playwright.sync_api import Page, expect
from running_app import settled

pytestmark = pytest.mark.browser
SLOWLY = 60_000  # milliseconds; the first page of an app opens and warms up the graph


def test_the_matrix_leads_from_the_list_to_the_paragraphs_of_a_cell(page: Page) -> None:
    expect(page.locator(".lead")).to_be_visible(timeout=SLOWLY)
    page.get_by_role("link", name="Patterns", exact=True).click()
    page.get_by_role("link", name="Matrix", exact=True).click()
    expect(page).to_have_url(re.compile(r"/patterns\?view=matrix"))
    expect(page.locator(".lead").first).to_contain_text("pairs of a place and a topic")
    page.get_by_role("combobox", name=re.compile("Columns")).click()
    page.get_by_role("option", name="Themes").click()
    expect(page).to_have_url(re.compile("topics=theme"))
    cell = page.locator("table.matrix td[title^='Millbridge'] a").first
    expect(cell.get_by_role("img", name="Mixed, conflicting")).to_be_visible()
    cell.click()
    expect(page).to_have_url(re.compile("/evidence"))
    expect(page.locator("ol.citations > li")).not_to_have_count(0)


def test_the_matrix_goes_into_a_file_with_its_manifest(page: Page) -> None:
    page.goto("/patterns?view=matrix&topics=theme&units=force&subject=child_protection")
    page.get_by_role("button", name="Download").click(timeout=SLOWLY)
    with page.expect_download() as file:
        page.get_by_role("button", name="Download a row for each cell (CSV)").click()
    with page.expect_download() as beside:
        page.get_by_role("button", name="Download its manifest").nth(1).click()
    manifest = json.loads(beside.value.path().read_text(encoding="utf-8"))
    assert manifest["sha256"] == hashlib.sha256(file.value.path().read_bytes()).hexdigest()
    assert (manifest["pattern"], manifest["parameters"]["units"]) == ("matrix_long", "force")


def test_what_a_view_shows_goes_into_a_file_as_it_is_shown(page: Page) -> None:
    page.goto("/patterns?view=vulnerability")
    page.get_by_role("button", name="Download").click(timeout=SLOWLY)
    with page.expect_download() as file:
        page.get_by_role("button", name="Download examinations, by sign (CSV)").click()
    with file.value.path().open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    shown = settled(page).get_by_role("table").nth(1).locator("tbody tr")
    assert [" ".join(row.values()) for row in rows] == [text.replace("\t", " ") for text in shown.all_inner_texts()]
    assert any(row["Any reading"] == "1" for row in rows)


QUESTIONS = {
    "communication": "Both ends of the exchange are named in 2 of the 8",
    "support": "A kind of support is named in 1 of the",
    "vulnerability": "2 of the 2 signs in the codebook",
    "prosecution": "1 more judged it, scope not known",
}


def test_each_question_has_its_page_with_base_and_paragraphs(page: Page) -> None:
    for view, sentence in QUESTIONS.items():
        page.goto(f"/patterns?view={view}")
        expect(page.locator(".lead")).to_contain_text(sentence, timeout=SLOWLY)
        expect(page.get_by_text("On the whole theme, in places:")).to_be_visible()
        expect(page.get_by_role("button", name="Download")).to_be_visible()
        page.locator(".stMain a[href*='finding=']").first.click()
        expect(page.locator("ol.citations > li")).not_to_have_count(0)


def test_a_force_leads_from_its_rounds_to_its_profile(page: Page) -> None:
    page.goto("/patterns?view=forces")
    expect(page.locator(".lead")).to_contain_text("read on the same kind of page", timeout=SLOWLY)
    page.get_by_role("link", name="Northshire Police", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Northshire Police")
    expect(page.locator(".lead").first).to_contain_text("Post-inspection review")
    expect(page.locator("ol.citations > li")).not_to_have_count(0)


def test_return_visits_show_both_paragraphs(page: Page) -> None:
    page.goto("/patterns?view=returns")
    row = page.locator("table.figures tbody tr", has_text="Northshire Police").first
    expect(row).to_contain_text("Failing (2015, initial inspection)", timeout=SLOWLY)
    row.get_by_role("link", name="2017, post-inspection review").click()
    expect(page.locator("ol.citations > li")).to_have_count(1)


def test_places_are_compared_from_the_address_or_the_field(page: Page) -> None:
    page.goto("/patterns?view=compare&unit=location:harrowmere")
    expect(page.locator(".lead")).to_contain_text("Choose 2 to 6", timeout=SLOWLY)
    page.get_by_role("combobox", name=re.compile("2 to 6")).click()
    page.get_by_role("option", name="Millbridge (town or city)").click()
    page.keyboard.press("Escape")
    expect(page.locator(".lead").first).to_contain_text("Judged alike on")
    for part in ("Judged differently", "Chronology", "Recommendations", "Replies", "Paragraphs"):
        expect(page.get_by_role("heading", name=part)).to_be_visible()


def test_the_overview_leads_from_its_statements_through_what_nobody_looked_at_to_a_place(page: Page) -> None:
    statement = page.locator("ol.statements li")
    expect(statement).to_contain_text("What would overturn it.", timeout=SLOWLY)
    statement.get_by_role("link", name="See what nobody looked at").click()
    expect(page).to_have_url(re.compile("view=gaps"))
    expect(page.locator(".lead")).to_contain_text("no source that we know examined")
    page.get_by_role("link", name="Sharing information between agencies", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sharing information between agencies")
    expect(page.get_by_role("heading", name="Not examined")).to_be_visible()
    expect(page.locator("ol.citations > li")).not_to_have_count(0)


def test_a_statement_has_its_address_and_an_unknown_one_says_which_there_are(page: Page) -> None:
    page.goto("/patterns?view=headlines&name=not_examined")
    expect(page.get_by_role("heading", name="What would overturn it")).to_be_visible(timeout=SLOWLY)
    page.goto("/patterns?view=headlines&name=nothing")
    expect(page.get_by_role("alert")).to_contain_text("it bears not_examined")


def test_pairs_that_cannot_be_tried_are_too_few_to_test(page: Page) -> None:
    page.goto("/patterns?view=cooccurrence&topics=practice")
    expect(page.locator(".lead")).to_contain_text("Too few to test", timeout=SLOWLY)
    expect(page.get_by_text("none passed the gate")).to_be_visible()
    page.goto("/patterns?view=cooccurrence&first=theme:communication&second=theme:victim-support")
    expect(page.get_by_role("heading", name="The police areas")).to_be_visible()
    expect(page.get_by_text("Counts alone: it was not tried")).to_be_visible()


def test_cases_with_too_little_in_common_are_not_compared(page: Page) -> None:
    page.goto("/patterns?view=similarity")
    expect(page.locator(".lead")).to_contain_text("Too little in common to compare", timeout=SLOWLY)
    page.get_by_role("combobox", name=re.compile("Nearest to")).click()
    page.get_by_role("option").nth(1).click()
    expect(page.get_by_text("with any other case it has at most")).to_be_visible()


def test_conduct_and_publication_are_kept_apart(page: Page) -> None:
    page.goto("/patterns?view=time")
    expect(page.locator(".lead")).to_contain_text("No change can be stated", timeout=SLOWLY)
    expect(page.get_by_text("Most years are those of the period under review")).to_be_visible()
    page.goto("/patterns?view=time&dated=publication")
    expect(page.get_by_text("says when somebody looked")).to_be_visible()
    page.locator("table.figures td a").first.click()
    expect(page.locator("ol.citations > li")).not_to_have_count(0)


def test_an_analysis_leads_to_how_it_is_counted(page: Page) -> None:
    page.goto("/patterns?view=gaps")
    page.get_by_role("link", name="How this is counted").click(timeout=SLOWLY)
    expect(page.get_by_role("heading", level=1)).to_have_text("What was not looked at")
    expect(page.get_by_text("Limits.", exact=True)).to_be_visible()


def test_an_unknown_view_says_which_there_are(page: Page) -> None:
    page.goto("/patterns?view=matrx")
    expect(page.get_by_role("alert")).to_contain_text("Did you mean matrix", timeout=SLOWLY)
