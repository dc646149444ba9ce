"""Read again, and This is wrong, in a real browser: from a finding to a draft, and from the draft to a verdict."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from materials import HOSTILE
from playwright.sync_api import Browser, Locator, Page, expect
from running_app import running_app, settled, visiting
from test_rereading import RECORD, held, rows, write

from graph_loader.rereading.corrections import open_corrections
from inquiry_graph.settings import Settings

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def package(small_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that the app of this file writes into."""
    return shutil.copytree(small_package, tmp_path_factory.mktemp("desk") / "package")


@pytest.fixture(scope="module")
def desk(settings: Settings, package: Path) -> Iterator[str]:
    with running_app(settings, package) as address:
        yield address


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    with visiting(browser, desk) as page:
        yield page


def field(page: Page, name: str) -> Locator:
    found = page.get_by_role("textbox", name=name, exact=True)
    expect(found).to_have_count(1)
    return found


def as_reader(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", name=heading)).to_be_visible(timeout=60_000)
    field(settled(page), "Reader").fill("reader A")
    field(page, "Reader").press("Enter")


def test_from_a_finding_to_a_draft_and_from_the_draft_to_a_verdict(
    page: Page, package: Path, settings: Settings
) -> None:
    page.goto(f"/evidence?finding={RECORD}")
    page.get_by_role("link", name="This is wrong").click(timeout=60_000)
    as_reader(page, "Finding, and what is wrong with it")
    expect(page.get_by_role("link", name="Open reports.example.org at these words")).to_be_visible()
    page.get_by_role("combobox", name="What is wrong").fill("less")
    page.get_by_role("option").first.click()
    hostile = " ".join(HOSTILE[:4])
    field(page, "What the page says, in your own words").fill("Susan Example says so.")
    page.get_by_role("button", name="Make the draft").click()
    expect(page.get_by_role("alert")).to_contain_text("looks like a person's name")
    field(page, "What the page says, in your own words").fill(hostile)
    page.get_by_role("button", name="Make the draft").click()
    expect(page.get_by_text("The draft is kept on this machine")).to_be_visible()
    expect(page.get_by_role("button", name="Download the draft")).to_be_visible()
    page.get_by_text("As the text of an issue").click()
    expect(page.locator("code").filter(has_text="row and citations: SHA-256")).to_contain_text(HOSTILE[0])
    assert page.evaluate("window.bad") is None
    (draft,) = open_corrections(settings)
    assert (draft.record, draft.fault, draft.page_says) == (RECORD, "statement", hostile)
    page.goto("/data?view=reread&why=doubted")
    page.get_by_role("link", name=held(package).caption).click()
    as_reader(page, "Finding, read again")
    expect(page.get_by_role("note").filter(has_text="says that it is wrong")).to_contain_text(HOSTILE[0])
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text(f"{RECORD}: confirmed, and written.")).to_be_visible()
    assert [row["record"] for row in rows(package, "rereadings")] == [RECORD]
    assert open_corrections(settings) == ()


def test_a_row_is_corrected_beside_its_page(page: Page, package: Path) -> None:
    page.goto("/data?view=reread&record=finding:southmere-1")
    as_reader(page, "Finding, read again")
    page.get_by_role("button", name="Confirm").wait_for()
    page.get_by_text("Correct it").click()
    page.get_by_role("button", name="Record the correction").click()
    expect(page.get_by_role("alert")).to_contain_text("no value differs")
    field(page, "Locator").fill("page 4")
    page.get_by_role("button", name="Record the correction").click()
    expect(page.get_by_text("finding:southmere-1: corrected, and written.")).to_be_visible()
    assert held(package, "finding:southmere-1").citations[0].values["locator"] == "page 4"


def test_a_row_that_changed_since_it_was_opened_is_not_overwritten(
    page: Page, package: Path, settings: Settings
) -> None:
    page.goto("/data?view=reread&record=finding:easthaven-1")
    as_reader(page, "Finding, read again")
    write(package, settings, "corrected", record="finding:easthaven-1", values={"locator": "page 8"})
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("Nothing was overwritten")).to_be_visible()
    expect(page.get_by_text("page 8").first).to_be_visible()
    assert len([row for row in rows(package, "rereadings") if row["record"] == "finding:easthaven-1"]) == 1
