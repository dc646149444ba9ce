"""Dossiers in a real browser: six kinds of page, the way between them, their files and what they look like on paper."""

from __future__ import annotations

import hashlib
import json
import re

import pytest
from playwright.sync_api import Page, expect
from test_dossier import ONE_OF_EACH

from inquiry_explorer.dossiers.page import SECTIONS
from inquiry_graph import model

pytestmark = pytest.mark.browser
SLOWLY = 60_000  # milliseconds; the first page of an app opens and warms up the graph


def last_part(page: Page) -> None:
    expect(page.get_by_role("heading", name="Use and citation")).to_be_visible(timeout=SLOWLY)


def test_each_kind_has_its_page_with_its_sections(page: Page) -> None:
    for identifier in ONE_OF_EACH:
        page.goto(f"/evidence?dossier={identifier}")
        last_part(page)
        kind = model.kind_of_id(identifier)
        assert kind is not None
        expect(page.locator("p.trail")).to_contain_text(kind.words)
        expect(page.locator(".lead")).not_to_be_empty()
        for section in SECTIONS[kind.label]:
            expect(page.get_by_role("heading", name=section.words, exact=True)).to_be_visible()
            expect(page.get_by_role("link", name=section.words, exact=True)).to_have_attribute(
                "href", f"#{section.anchor}"
            )


def test_evidence_lists_the_dossiers_of_each_kind(page: Page) -> None:
    page.goto("/evidence")
    page.get_by_role("link", name="Agencies", exact=True).click(timeout=SLOWLY)
    expect(page.get_by_role("heading", name="Agencies", exact=True)).to_be_visible()
    page.get_by_label("Words in the name").fill("northshire police")
    page.keyboard.press("Enter")
    expect(page.locator("table.figures tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"of=agency&text=northshire"))
    page.get_by_role("link", name="Northshire Police", exact=True).click()
    last_part(page)
    page.goto("/evidence?of=nonsense")
    expect(page.get_by_role("alert")).to_contain_text("Choose one of case, agency, location, source")


def test_names_lead_from_dossier_to_dossier_and_back(page: Page) -> None:
    page.goto("/evidence?dossier=case:millbridge-2001-2010")
    last_part(page)
    page.locator("dl.facts").get_by_role("link", name="Northshire Police", exact=True).first.click()
    expect(page).to_have_url(re.compile("dossier=agency"))
    expect(page.get_by_role("heading", name="Northshire Police", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Round by round")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Millbridge 2001 to 2010", exact=True)).to_be_visible()


def test_a_dossier_opens_on_the_canvas_with_its_findings(page: Page) -> None:
    page.goto("/evidence?dossier=agency:northshire-police")
    last_part(page)
    page.get_by_role("link", name="Open on the canvas").click()
    expect(page).to_have_url(re.compile(r"/explore\?"))
    expect(
        page.get_by_role("cell", name="Police and council in Millbridge did not share what each knew.")
    ).to_be_visible(timeout=SLOWLY)


def test_a_dossier_goes_into_a_file_with_its_manifest(page: Page) -> None:
    page.goto("/evidence?dossier=location:millbridge")
    last_part(page)
    page.get_by_role("button", name="Export this dossier").click()
    with page.expect_download() as file:
        page.get_by_role("button", name="Download: CSV table").click()
    with page.expect_download() as beside:
        page.get_by_role("button", name="Download its manifest").click()
    manifest = json.loads(beside.value.path().read_text(encoding="utf-8"))
    assert manifest["sha256"] == hashlib.sha256(file.value.path().read_bytes()).hexdigest()
    assert manifest["title"] == "Dossier: Millbridge"


def test_on_paper_all_that_is_folded_stands_open_and_the_frame_is_gone(page: Page) -> None:
    page.goto("/evidence?dossier=practice:sharing-information")
    last_part(page)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.get_by_role("button", name="Export this dossier")).to_be_hidden()
    expect(page.get_by_role("link", name="Workbench", exact=True)).to_be_hidden()
    address = page.locator("ol.citations a.outward").first
    printed = address.evaluate("link => getComputedStyle(link, '::after').content")
    assert printed == f'"{(address.get_attribute("href") or "").partition("#:~:")[0]}"'
    page.locator(".stHtml", has_text="On this page").evaluate(
        "part => part.insertAdjacentHTML('beforeend', '<details><summary>More</summary><p>Folded away</p></details>')"
    )
    expect(page.get_by_text("Folded away")).to_be_visible()
    ground = page.locator(".stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def test_what_has_no_dossier_is_told(page: Page) -> None:
    page.goto("/evidence?dossier=case:nowhere")
    expect(page.get_by_role("alert")).to_contain_text("The graph holds no case:nowhere", timeout=SLOWLY)
