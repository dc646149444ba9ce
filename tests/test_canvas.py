"""The canvas of Explore in a real browser: what it draws is read off its own list of nodes, and off what it saves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from running_app import settled, visiting
from test_explore import CASE, FINDING, PLACES, canvas, drawn, opened, point

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent.parent / "inquiry_explorer/canvas/frontend/node_modules/axe-core/axe.min.js"
LATER = "finding:millbridge-2"


@pytest.fixture
def page(browser: Browser, app: str) -> Iterator[Page]:
    with visiting(browser, app, accept_downloads=True, reduced_motion="reduce") as page:
        yield page


def lay_out(page: Page, words: str) -> None:
    page.get_by_role("radiogroup", name="Layout").get_by_text(words, exact=True).click()


def saved(page: Page, kind: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=kind, exact=True).click()
    return download.value.path().read_bytes()


def test_an_area_is_selected_by_a_drag_with_shift_and_moves_as_one(page: Page) -> None:
    opened(page, CASE, *PLACES)
    before = drawn(page)
    points = [point(page, each) for each in before]
    stage = page.locator(".stage").bounding_box()
    assert stage is not None
    page.keyboard.down("Shift")
    page.mouse.move(stage["x"] + 3, stage["y"] + 60)
    page.mouse.down()
    page.mouse.move(stage["x"] + stage["width"] - 3, stage["y"] + stage["height"] - 3, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(page.locator(".canvas")).to_have_attribute("data-selected", re.compile(r"^(\S+ ){2}\S+$"))
    page.mouse.move(*points[0])
    page.mouse.down()
    page.mouse.move(points[0][0] + 40, points[0][1] + 30, steps=4)
    page.mouse.up()
    for each, at in before.items():
        expect(page.locator(f"[data-node='{each}']")).not_to_have_attribute("data-at", at)


def test_columns_by_kind_and_back_and_nodes_drawn_together_open_on_a_click(page: Page) -> None:
    opened(page, CASE, FINDING, LATER, *PLACES)
    expect(page).to_have_url(re.compile("at="))
    lay_out(page, "By kind")
    expect(page).to_have_url(re.compile("layout=layered.*at="))
    across = {each: at.split(",")[0] for each, at in drawn(page).items()}
    assert across[FINDING] == across[LATER] != across[CASE]
    page.get_by_role("button", name="Group", exact=True).click()
    page.get_by_text("Grouped by place", exact=True).click()
    expect(page.get_by_text("4 nodes are drawn as 1 group")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Grouped by place", exact=True)).to_have_count(0)
    settled(page).mouse.click(*point(page, "group:location:millbridge"))
    expect(canvas(page, 5)).to_be_attached()


def test_pictures_are_saved_with_codes_legend_and_day(page: Page) -> None:
    opened(page, CASE, FINDING)
    page.get_by_role("button", name="Download the picture").click()
    page.get_by_role("radio", name="Codes only").check()
    drawing = saved(page, "SVG").decode()
    assert ">millbridge-2001-2010<" in drawing
    assert ">Cases 1<" in drawing
    assert re.search(r">2 nodes and 1 link. Drawn on \d+ \w+ \d{4}. Inquiry Graph, version", drawing)
    page.get_by_role("radio", name="Neither").check()
    assert "millbridge" not in saved(page, "SVG").decode()
    assert saved(page, "PNG").startswith(b"\x89PNG")


def test_keys_are_listed_and_a_node_is_pinned_and_a_closer_look_shows_the_whole_in_a_corner(page: Page) -> None:
    opened(page, CASE, *PLACES)
    page.locator(".stage").focus()
    page.keyboard.press("?")
    expect(page.get_by_text("show this list, or close it")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("show this list, or close it")).to_be_hidden()
    whole = page.get_by_role("img", name=re.compile("^The whole picture"))
    expect(whole).to_be_hidden()
    for _ in range(8):
        page.get_by_role("button", name="Zoom in").click()
    expect(whole).to_be_visible()
    page.locator(".stage").focus()
    page.keyboard.press("PageDown")
    on = str(page.locator(".canvas").get_attribute("data-current"))
    page.keyboard.press("p")
    pinned = drawn(page)[on]
    page.get_by_role("button", name="Lay everything out anew").click()
    assert drawn(page)[on] == pinned


def test_axe_finds_nothing_serious_on_the_page(page: Page) -> None:
    assert AXE.is_file(), "axe-core is not here: run `npm ci` in inquiry_explorer/canvas/frontend"
    opened(page, CASE, FINDING, select=(FINDING,))
    page.get_by_role("button", name="Download the picture").click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = {each["id"] for each in found["violations"] if each["impact"] in ("serious", "critical")}
    assert serious == set()
