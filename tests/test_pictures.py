"""Explore as a timeline and as a map, in a real browser: the same nodes, filter and selection as on the canvas."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree

import materials
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from running_app import running_app, visiting

from graph_loader import load_package
from inquiry_explorer.explore.view import Picture, View, to_query
from inquiry_graph.database import open_database
from inquiry_graph.settings import Settings

pytestmark = pytest.mark.browser
FINDING, LATER, UNKNOWN = (f"finding:millbridge-{number}" for number in (1, 2, 3))
PROGRESS, SOURCE = "progress:national-5-2023-06", "source:millbridge-review-2011"
TIMED = (FINDING, LATER, UNKNOWN, PROGRESS, SOURCE)


@pytest.fixture(scope="module")
def page(browser: Browser, app: str) -> Iterator[Page]:
    with visiting(browser, app) as page:
        yield page


def drawn(page: Page, picture: Picture, *ids: str, select: tuple[str, ...] = ()) -> Locator:
    """Explore with these nodes, drawn as that picture."""
    view = replace(View().adding(ids, select=select), picture=picture)
    page.goto(f"/explore?{urlencode(to_query(view))}")
    chart = page.get_by_role("region", name=picture.capitalize(), exact=True)
    expect(chart).to_have_attribute("data-ready", "true", timeout=60_000)
    return chart


def mark(chart: Locator, identifier: str) -> Locator:
    return chart.locator(f"[data-mark='{identifier}']")


def announced(chart: Locator) -> Locator:
    return chart.locator("[aria-live]")


def panel(page: Page) -> Locator:
    return page.locator(".st-key-explore-panel h3.name")


def test_a_click_on_the_timeline_selects_what_the_canvas_then_has_selected(page: Page) -> None:
    chart = drawn(page, "timeline", *TIMED)
    expect(chart).to_have_attribute("data-marks", "4")
    mark(chart, FINDING).click()
    expect(panel(page)).to_contain_text("did not share what each knew")
    expect(chart).to_have_attribute("data-selected", FINDING)
    expect(mark(chart, FINDING)).to_have_class(re.compile("chosen"))
    page.get_by_text("Canvas", exact=True).click()
    expect(page.locator(f".canvas[data-selected='{FINDING}']")).to_be_attached()


def test_the_timeline_says_its_base_and_stands_as_a_table_too(page: Page) -> None:
    drawn(page, "timeline", *TIMED)
    expect(page.get_by_text("2 of 3 findings, 1 of 1 source, 1 of 1 progress.")).to_be_visible()
    table = page.get_by_role("region", name="The timeline as a table")
    row = table.get_by_role("row").filter(has_text="did not share what each knew")
    expect(row).to_contain_text("2001 to 2006 (stated by the source)")
    expect(table.get_by_role("row").filter(has_text="signs of vulnerability")).to_contain_text("not known")


def test_keys_alone_walk_zoom_and_select_on_the_timeline(page: Page) -> None:
    chart = drawn(page, "timeline", *TIMED)
    stage = chart.get_by_role("application")
    expect(stage).to_have_accessible_name(re.compile("^Timeline, 2001 to 2023: 4 marks"))
    stage.focus()
    page.keyboard.press("PageDown")
    expect(announced(chart)).to_contain_text("2001 to 2006 (stated by the source)")
    page.keyboard.press("+")
    expect(stage).to_have_accessible_name(re.compile("^Timeline, 2001 to 20(?!23)"))
    page.keyboard.press("0")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(chart).to_have_attribute("data-selected", LATER)
    expect(panel(page)).to_contain_text("a weekly meeting")
    page.keyboard.press("Escape")
    expect(chart).to_have_attribute("data-selected", "")


def test_lanes_go_by_theme_or_by_place(page: Page) -> None:
    chart = drawn(page, "timeline", *TIMED)
    expect(chart.locator("text.lane").last).to_contain_text("No theme of its own")
    page.get_by_text("Lanes by place").click()
    expect(chart.locator("text.lane").first).to_contain_text("Example Country")


def test_with_an_empty_canvas_all_is_told_and_the_filter_narrows_it(page: Page) -> None:
    chart = drawn(page, "timeline")
    expect(page.get_by_text("The canvas is empty, so this is everything")).to_be_visible()
    mark(chart, SOURCE).click()
    expect(panel(page)).to_have_text("Millbridge review")
    page.get_by_role("button", name="Filter").click()
    page.get_by_text(re.compile(r"^Sources \d+$")).first.click()
    expect(page.get_by_text(re.compile(r"On the axis: (\d+) of \d+ sources\."))).to_be_visible()
    expect(mark(chart, FINDING)).to_have_count(0)


def test_the_map_marks_the_place_of_what_is_selected_and_dims_the_others(page: Page) -> None:
    chart = drawn(page, "map", FINDING, select=(FINDING,))
    expect(mark(chart, "location:millbridge")).to_have_class(re.compile("chosen"))
    expect(mark(chart, "location:easthaven")).to_have_class(re.compile("dim"))
    mark(chart, "location:easthaven").click()
    expect(panel(page)).to_have_text("Easthaven")
    expect(chart).to_have_attribute("data-selected", "location:easthaven")


def test_the_map_says_state_and_base_in_words(page: Page) -> None:
    chart = drawn(page, "map", FINDING)
    chart.get_by_role("application").focus()
    page.keyboard.press("PageDown")
    expect(announced(chart)).to_contain_text(re.compile("findings that judge it|no finding that judges it"))
    places = page.get_by_role("region", name="Places of the map")
    expect(places.get_by_role("row").filter(has_text="Millbridge")).to_contain_text(re.compile(r"\d of \d"))
    expect(page.get_by_role("region", name="Police forces of the map")).to_contain_text("Northshire Police")


def test_a_picture_is_saved_as_a_drawing_that_says_what_it_is(page: Page, tmp_path: Path) -> None:
    drawn(page, "timeline", *TIMED)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the picture (SVG)").click()
    download.value.save_as(tmp_path / "timeline.svg")
    words = " ".join(ElementTree.parse(tmp_path / "timeline.svg").getroot().itertext())
    assert "Communication and cooperation between agencies" in words
    assert "On the axis: 2 of 3 findings" in words
    assert "small-package 1.0.0" in words


def test_hostile_text_in_the_pictures_shows_as_typed(browser: Browser, scratch: Settings, small_copy: Path) -> None:
    texts = [text for text in materials.HOSTILE if text.isprintable()]
    renamed(small_copy / "locations.csv", "name", texts)
    renamed(small_copy / "findings.csv", "summary", texts)
    with open_database(scratch) as database:
        load_package(small_copy, database)
    with running_app(scratch, small_copy) as address, visiting(browser, address) as page:
        chart = drawn(page, "timeline", FINDING)
        page.get_by_text("Lanes by place").click()
        expect(chart.locator("text.lane").first).to_contain_text(texts[4])
        mark(chart, FINDING).hover()
        expect(chart.locator(".tooltip strong")).to_have_text(texts[0])
        chart = drawn(page, "map", FINDING)
        mark(chart, "location:easthaven").hover()
        expect(chart.locator(".tooltip strong")).to_have_text(texts[5])
        assert page.evaluate("window.bad") is None


def renamed(file: Path, column: str, texts: list[str]) -> None:
    """Write these texts into the column, one a row."""
    with file.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row, text in zip(rows, texts, strict=False):
        row[column] = text
    with file.open("w", newline="", encoding="utf-8") as lines:
        writer = csv.DictWriter(lines, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
