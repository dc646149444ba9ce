"""The review in a real browser: by keyboard, on disk at once, and two readers who do not lose each other's work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from reports import NAMED, PARAGRAPHS, SHARED, SUPPORTED, text_report
from running_app import settled, visiting
from test_intake_writing import ABOUT

from graph_loader import check_package
from graph_loader.intake.drafts import Draft, take_in
from inquiry_graph.errors import EditConflict
from inquiry_graph.settings import Settings

pytestmark = pytest.mark.browser
SUMMARY = "Neither of the two told the other what it knew."
FIRST, SUPPORT, FLAGGED = 3, 5, 7  # numbers of paragraphs


@pytest.fixture
def taken(settings: Settings, small_copy: Path, tmp_path: Path) -> Draft:
    words = f"This one was written for {tmp_path.name} and says nothing."  # a report of its own for each test
    found = take_in(text_report(tmp_path, (*PARAGRAPHS, words)), small_copy, settings)
    found.aim(small_copy)
    return found


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True)


def only(found: Locator) -> Locator:
    """The one that is there once the page before has gone."""
    expect(found).to_have_count(1)
    return found


def opened(page: Page, draft: Draft, number: int, reader: str) -> None:
    page.goto(f"/data?view=intake&report={draft.report.id}&paragraph={number}")
    expect(page.get_by_text(f"Paragraph {number};")).to_be_visible(timeout=60_000)
    only(field(settled(page), "Reader")).fill(reader)
    field(page, "Reader").press("Enter")
    expect(field(page, "Summary").first).to_be_enabled()


def verdict(draft: Draft, number: int) -> str:
    decision = draft.record(number).decision
    return decision.verdict if decision else ""


def test_a_paragraph_is_accepted_by_keyboard_alone_and_the_next_one_opens(page: Page, taken: Draft) -> None:
    opened(page, taken, FIRST, "reader A")
    expect(page.locator(".passage")).to_contain_text(SHARED)
    expect(page.locator(".passage mark").first).to_be_visible()
    expect(page.locator(".why")).to_contain_text("Sharing information between agencies by")
    only(field(page, "Summary")).fill(SUMMARY)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("and written to disk")).to_be_visible()
    expect(page.get_by_text("Paragraph 4;")).to_be_visible()
    expect(only(field(page, "Summary"))).to_be_focused()
    decision = taken.record(FIRST).decision
    assert decision
    assert (decision.verdict, decision.reader) == ("accepted", "reader A")
    (finding,) = decision.findings
    assert (finding["summary"], finding["practice"]) == (SUMMARY, "practice:sharing-information")
    page.keyboard.press("Alt+x")
    expect(page.get_by_text("2 of 3 proposed paragraphs decided; in all 1 accepted, 1 rejected")).to_be_visible()
    assert verdict(taken, FIRST + 1) == "rejected"


def test_what_is_not_in_ones_own_words_is_not_accepted(page: Page, taken: Draft) -> None:
    opened(page, taken, FIRST, "reader A")
    only(field(page, "Summary")).fill(SHARED)
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("alert")).to_contain_text("Use your own")
    assert verdict(taken, FIRST) == ""


def test_a_paragraph_is_split_into_two_findings(page: Page, taken: Draft) -> None:
    opened(page, taken, SUPPORT, "reader A")
    only(field(page, "Summary")).fill("Help came at once.")
    page.get_by_role("button", name="Split").click()
    expect(field(page, "Summary")).to_have_count(2)
    expect(field(page, "Summary").first).to_have_value("Help came at once.")
    second = field(page, "Summary").nth(1)
    second.fill("Help was good.")
    field(page, "Quotation").nth(1).fill("it was of good quality")
    for label, choice in (("Practice", "Offering support"), ("Outcome", "Good practice")):
        box = page.get_by_role("combobox", name=label).nth(1)
        box.fill(choice)
        page.get_by_role("option").filter(has_text=choice).first.click()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("and written to disk")).to_be_visible()
    decision = taken.record(SUPPORT).decision
    assert decision
    assert [form["summary"] for form in decision.findings] == ["Help came at once.", "Help was good."]
    assert decision.findings[1]["quotation"] in SUPPORTED


def test_two_readers_at_once_lose_nothing_and_one_chooses(browser: Browser, app: str, page: Page, taken: Draft) -> None:
    opened(page, taken, FIRST, "reader A")
    with visiting(browser, app) as other:
        opened(other, taken, FIRST, "reader B")
        other.get_by_role("button", name="Reject").click()
        expect(other.get_by_text("and written to disk")).to_be_visible()
    only(field(page, "Summary")).fill(SUMMARY)
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("heading", name="Two readers decided at once")).to_be_visible()
    shown = page.locator("table.figures").filter(has_text="What each decided")
    expect(shown).to_contain_text("Rejected")
    expect(shown).to_contain_text(SUMMARY)
    assert verdict(taken, FIRST) == "rejected"
    page.get_by_role("button", name="Take the version of reader A").click()
    expect(page.get_by_text("and written to disk")).to_be_visible()
    record = taken.record(FIRST)
    assert (verdict(taken, FIRST), record.rivals, record.revision) == ("accepted", (), 2)


def test_a_flagged_paragraph_says_why_and_proposes_nothing(page: Page, taken: Draft) -> None:
    page.goto(f"/data?view=intake&report={taken.report.id}&list=flagged&paragraph={FLAGGED}")
    expect(page.locator(".passage")).to_contain_text(NAMED)
    expect(page.locator(".flagged")).to_contain_text("looks like a person's name. It is never proposed.")
    expect(page.locator(".why")).to_have_count(0)


def test_from_the_list_to_rows_of_the_package(page: Page, taken: Draft, small_copy: Path) -> None:
    examined = taken.paragraphs()[FIRST - 1]
    page.goto("/data?view=intake")
    row = page.locator("table.figures tbody tr").filter(has_text=str(small_copy))
    row.get_by_role("link", name="harrowmere.txt").click()
    page.get_by_role("link", name="about this report").click()
    expect(page.get_by_role("combobox", name="Seen in")).to_be_visible()
    only(field(settled(page), "Reader")).fill("reader A")
    for label, choice in (("Source", "Harrowmere inquiry"), ("Case", "Harrowmere 2004 to 2014")):
        box = page.get_by_role("combobox", name=label)
        box.fill(choice)
        page.get_by_role("option", name=choice).click()
    only(field(page, "Address")).fill(ABOUT["url"])
    seen_in = page.get_by_role("combobox", name="Seen in")
    seen_in.click()  # it scrolls into sight first: a list that opens while the page scrolls closes again
    seen_in.fill("Primary")
    page.get_by_role("option", name="Primary page").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    proposal = examined.proposals[0]
    form = {
        "summary": SUMMARY, "quotation": proposal.quotation, "practice": proposal.practices[0].id, "voice": "own",
        "outcome": "failing", "subject": "child_protection", "years_basis": "unknown", "locator": "paragraph 2",
    }  # fmt: skip
    taken.decide(FIRST, "accepted", (form,), "reader A", 0)
    page.get_by_role("link", name="harrowmere.txt").click()
    page.get_by_role("button", name="Write 1 accepted finding").click()
    expect(page.get_by_role("note")).to_contain_text(re.compile("1 finding new"))
    assert SUMMARY in (small_copy / "findings.csv").read_text(encoding="utf-8")
    assert check_package(small_copy) == ()


def test_a_report_that_two_readers_filled_in_at_once_shows_both(page: Page, taken: Draft) -> None:
    taken.decide_about(ABOUT, "reader A", 0)
    with pytest.raises(EditConflict):
        taken.decide_about(ABOUT | {"accessed": "2026-11-20"}, "reader B", 0)
    page.goto(f"/data?view=intake&report={taken.report.id}&part=about")
    shown = page.locator("table.figures").filter(has_text="What each decided")
    expect(shown).to_contain_text("2026-11-20", timeout=60_000)
    only(field(page, "Reader")).fill("reader A")
    only(field(page, "Accessed")).fill("2026-11-20")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    record = taken.about()
    assert record.rivals == ()
    assert record.decision
    assert record.decision.findings[0]["accessed"] == "2026-11-20"
