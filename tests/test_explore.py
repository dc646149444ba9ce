"""Explore as a reader uses it, in a real browser. What the canvas draws is read off its own list of nodes."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import materials
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from running_app import running_app, settled, visiting

from graph_loader import load_package
from inquiry_explorer.explore.view import explore_address
from inquiry_graph.database import open_database
from inquiry_graph.neighbourhood import among
from inquiry_graph.settings import Settings

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)
CASE = "case:millbridge-2001-2010"
FINDING = "finding:millbridge-1"
PLACES = ("location:millbridge", "location:northshire")


def opened(page: Page, *ids: str, select: tuple[str, ...] = ()) -> None:
    """Explore with these nodes on the canvas."""
    page.goto(f"/{explore_address(ids, select=select)}")
    expect(canvas(page, len(ids))).to_be_attached(timeout=60_000)


def canvas(page: Page, nodes: int) -> Locator:
    return page.locator(f".canvas[data-nodes='{nodes}'][data-layout='done']")


def drawn(page: Page) -> dict[str, str]:
    """Where each node stands on the canvas."""
    listed = page.locator("[data-node]").all()
    return {str(each.get_attribute("data-node")): str(each.get_attribute("data-at")) for each in listed}


def names_in_table(page: Page) -> set[str]:
    return set(page.locator("table.figures tbody tr td:first-child").all_inner_texts())


def point(page: Page, identifier: str) -> tuple[float, float]:
    """The node's place on the screen; the canvas tells it of the node that the keys are on."""
    page.locator(f"[data-node='{identifier}']").focus()
    x, y = str(page.locator(".canvas").get_attribute("data-current-at")).split(",")
    box = page.locator(".stage").bounding_box()
    assert box is not None
    return box["x"] + float(x), box["y"] + float(y)


def panel(page: Page) -> Locator:
    return page.locator(".st-key-explore-panel")


def test_an_empty_canvas_says_where_to_begin(page: Page) -> None:
    page.goto("/explore")
    expect(panel(page).get_by_role("button", name=re.compile(r"^\d\. "))).to_have_count(5)
    panel(page).get_by_role("button", name=re.compile(r"^2\. ")).click()
    expect(canvas(page, 3)).to_be_attached()
    expect(panel(page).get_by_role("heading", level=3)).to_have_text("Communication and cooperation between agencies")


def test_finding_lists_by_kind_with_counts_and_enter_opens_the_first(page: Page) -> None:
    page.goto("/explore")
    box = page.get_by_role("combobox", name="Find nodes")
    box.press_sequentially("agency: northshire")
    expect(page.get_by_role("group", name="Agencies, 3")).to_be_visible()
    first = page.get_by_role("option").first.get_attribute("data-found")
    box.press("Enter")
    expect(page.locator(f".canvas[data-selected='{first}']")).to_be_attached()
    assert list(drawn(page)) == [first]


def test_what_was_found_can_be_added_without_leaving_the_list(page: Page) -> None:
    opened(page, FINDING, select=(FINDING,))
    page.get_by_role("combobox", name="Find nodes").press_sequentially("gazette")
    page.get_by_role("option", name="Example Gazette").get_by_text("Add").click()
    expect(page.get_by_role("option", name="Example Gazette")).to_contain_text("on the canvas")
    expect(page.locator(f".canvas[data-nodes='2'][data-selected='{FINDING}']")).to_be_attached()


def test_a_double_click_adds_the_neighbours_and_leaves_the_others_where_they_are(page: Page) -> None:
    opened(page, CASE, *PLACES)
    before = drawn(page)
    page.mouse.dblclick(*point(page, CASE))
    expect(page.locator(f"[data-node='{FINDING}']")).to_be_attached()
    expect(page.locator(".canvas[data-layout='done']")).to_be_attached()
    after = drawn(page)
    assert before.items() <= after.items()
    page.get_by_role("button", name="Undo").click()
    expect(canvas(page, 3)).to_be_attached()
    page.get_by_role("button", name="Redo").click()
    expect(canvas(page, len(after))).to_be_attached()
    assert drawn(page) == after


def test_keys_alone_expand_hide_and_undo(page: Page) -> None:
    opened(page, CASE)
    page.locator(".stage").focus()
    page.keyboard.press("PageDown")
    page.keyboard.press("e")
    expect(page.locator(f"[data-node='{FINDING}']")).to_be_attached()
    page.keyboard.press("h")
    expect(page.locator(f"[data-node='{CASE}']")).not_to_be_attached()
    page.keyboard.press("Control+z")
    expect(page.locator(f"[data-node='{CASE}']")).to_be_attached()


def test_a_dragged_node_stays_where_it_was_put(page: Page) -> None:
    opened(page, CASE, *PLACES)
    x, y = point(page, CASE)
    before = drawn(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    expect(page.locator(f"[data-node='{CASE}']")).not_to_have_attribute("data-at", before[CASE])
    dragged = drawn(page)
    page.get_by_role("button", name="Lay everything out anew").click()
    assert drawn(page)[CASE] == dragged[CASE]


def test_what_is_hidden_is_listed_and_comes_back_to_its_place(page: Page) -> None:
    opened(page, CASE, FINDING, *PLACES, select=(FINDING,))
    before = drawn(page)
    panel(page).get_by_role("button", name="Hide").click()
    expect(canvas(page, 3)).to_be_attached()
    expect(page.get_by_text("3 nodes and 2 links; 1 hidden.")).to_be_visible()
    page.get_by_role("button", name="Hidden (1)").click()
    page.get_by_role("button", name=re.compile("^Finding.* Police and council")).click()
    expect(canvas(page, 4)).to_be_attached()
    assert drawn(page) == before


def test_a_filter_changes_canvas_table_and_legend_alike(page: Page) -> None:
    ids = (CASE, "finding:millbridge-1", "finding:millbridge-2", "finding:millbridge-3")
    opened(page, *ids)
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("toolbar", name="Show only").get_by_role("button", name="Failing 2").click()
    expect(canvas(page, 3)).to_be_attached()
    expect(page.locator("table.figures tbody tr")).to_have_count(3)  # drawn after the canvas
    assert len(names_in_table(page)) == 3
    expect(page.locator(".legend [data-kind='Finding'] .count")).to_have_text("2")
    page.keyboard.press("Escape")
    expect(page.get_by_role("toolbar", name="Show only")).to_have_count(0)
    settled(page).get_by_role("button", name=re.compile("^Outcome of findings.* only failing")).click()
    expect(canvas(page, 4)).to_be_attached()


def test_the_table_sorts_and_its_rows_select_on_the_canvas(page: Page) -> None:
    opened(page, CASE, FINDING, *PLACES)
    table = page.locator("table.figures")
    expect(table.locator("tbody tr")).to_have_count(4)
    table.get_by_role("button", name="Links").click()
    expect(table.locator("th[aria-sort='ascending']")).to_have_text("Links")
    expect(table.get_by_role("button", name="Links")).to_be_focused()
    table.get_by_role("button", name="Links").press("Enter")
    expect(table.locator("th[aria-sort='descending']")).to_have_text("Links")
    links = [int(text) for text in table.locator("tbody td:nth-child(4)").all_inner_texts()]
    assert links == sorted(links, reverse=True)
    table.get_by_role("button", name="Millbridge 2001 to 2010").click()
    expect(page.locator(f".canvas[data-selected='{CASE}']")).to_be_attached()
    expect(panel(page).get_by_role("heading", level=3)).to_have_text("Millbridge 2001 to 2010")
    expect(table.locator("button[aria-pressed='true']")).to_have_text("Millbridge 2001 to 2010")


def test_the_legend_leaves_a_kind_out_of_canvas_and_table_and_brings_it_back(page: Page) -> None:
    opened(page, CASE, FINDING)
    page.locator(".legend [data-kind='Case']").click()
    expect(canvas(page, 1)).to_be_attached()
    expect(page.get_by_text("1 node and 0 links; 1 left out by the filter.")).to_be_visible()
    expect(page.locator(".legend [data-kind='Case']")).to_have_attribute("aria-pressed", "false")
    page.locator(".legend [data-kind='Case']").click()
    expect(canvas(page, 2)).to_be_attached()


def test_the_address_brings_the_same_picture_back_in_another_browser(page: Page, browser: Browser, app: str) -> None:
    opened(page, CASE)
    page.mouse.dblclick(*point(page, CASE))
    expect(page.locator(f"[data-node='{FINDING}']")).to_be_attached()
    expect(page).to_have_url(re.compile("at="))
    page.locator(f"[data-node='{FINDING}']").press("h")
    expect(page).to_have_url(re.compile("hide="))
    with visiting(browser, app) as other:
        other.goto(page.url)
        expect(canvas(other, len(drawn(page)))).to_be_attached()
        assert_near(drawn(other), drawn(page))


def assert_near(one: dict[str, str], other: dict[str, str]) -> None:
    """An address rounds places to a twenty-fifth of a link."""
    assert one.keys() == other.keys()
    for identifier, at in one.items():
        pairs = zip(map(float, at.split(",")), map(float, other[identifier].split(",")), strict=True)
        assert all(abs(a - b) <= 3 for a, b in pairs), identifier


def test_back_and_forward_walk_the_views(page: Page) -> None:
    page.goto("/explore")
    panel(page).get_by_role("button", name=re.compile(r"^2\. ")).click()
    expect(page).to_have_url(re.compile("at="))
    page.go_back()
    expect(canvas(page, 0)).to_be_attached()
    page.go_forward()
    expect(canvas(page, 3)).to_be_attached()


def test_a_view_is_still_there_after_a_look_at_another_page(page: Page) -> None:
    opened(page, CASE, FINDING)
    expect(page).to_have_url(re.compile("at="))
    before = drawn(page)
    page.get_by_role("link", name="Evidence", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Evidence")
    page.get_by_role("link", name="Explore", exact=True).click()
    expect(canvas(page, 2)).to_be_attached()
    assert_near(drawn(page), before)


@pytest.mark.parametrize("address", ["explore?v=1&show=~damaged", "explore?v=7&show=theme:1"])
def test_an_address_that_cannot_be_read_says_so_and_the_page_works(page: Page, address: str) -> None:
    page.goto(f"/{address}")
    expect(page.get_by_role("note")).to_contain_text("find the nodes again by name")
    expect(canvas(page, 0)).to_be_attached()


def test_an_address_of_other_data_says_so(page: Page) -> None:
    page.goto(f"/{explore_address([CASE, 'finding:gone'])}&data=0.1")
    expect(page.get_by_text("This address was made on version 0.1 of the data")).to_be_visible()
    expect(page.get_by_text("1 of the nodes of this view are not here: finding:gone.")).to_be_visible()


def test_a_finding_shows_its_citation_first_with_the_deep_link(page: Page) -> None:
    opened(page, FINDING, select=(FINDING,))
    expect(panel(page).locator("h4").first).to_have_text("Citations")
    expect(panel(page).locator("blockquote")).to_contain_text("information was not shared between the police and")
    link = panel(page).get_by_role("link", name="Open reports.example.org at these words")
    assert "#:~:text=information%20was%20not%20shared" in str(link.get_attribute("href"))


def test_a_link_shows_what_it_rests_on_what_it_means_and_what_followed(page: Page) -> None:
    opened(page, FINDING, "practice:sharing-information", select=(FINDING,))
    panel(page).get_by_text(re.compile("^Is about the practice.* · 1")).click()
    panel(page).get_by_role("button", name="link", exact=True).click()
    parts = panel(page).locator("h4")
    expect(parts).to_have_text(["Citations", "What this link means", "From and to", "Recommendations that followed"])
    expect(panel(page)).to_contain_text("The one practice that it is about.")
    expect(
        panel(page).get_by_role("button", name=re.compile("^Recommendation.* Agencies should share"))
    ).to_be_visible()


def test_a_section_is_read_when_it_is_opened_and_adds_itself_to_the_canvas(page: Page) -> None:
    opened(page, CASE, select=(CASE,))
    expect(panel(page).get_by_role("button", name="Add all 3 to the canvas")).not_to_be_attached()
    panel(page).get_by_text(re.compile("^Has the finding.* · 3")).click()
    panel(page).get_by_role("button", name="Add all 3 to the canvas").click()
    expect(canvas(page, 4)).to_be_attached()


def test_neighbours_of_one_kind_are_added_from_the_panel(page: Page) -> None:
    opened(page, CASE, select=(CASE,))
    panel(page).get_by_role("button", name="Findings +3").click()
    expect(canvas(page, 4)).to_be_attached()
    expect(panel(page).get_by_role("button", name="Findings +3")).not_to_be_attached()


def test_two_nodes_are_connected_from_the_panel_and_the_rest_fades(page: Page) -> None:
    opened(page, "agency:harrowmere-council", "theme:communication", select=("agency:harrowmere-council",))
    panel(page).get_by_role("button", name="Connect from here").click()
    field = page.get_by_role("combobox", name=re.compile("To$"))
    field.press_sequentially("health trust")
    page.get_by_role("option", name="Example Health Trust (agency)").click()
    expect(page.get_by_text("shortest way")).not_to_have_count(0)
    expect(page.get_by_role("button", name="Highlighted: 3 nodes ×")).to_be_visible()
    expect(page).to_have_url(re.compile("light="))
    page.get_by_role("button", name="Highlighted: 3 nodes ×").click()
    expect(page.get_by_role("button", name="Highlighted: 3 nodes ×")).not_to_be_attached()


def test_a_frozen_view_opens_again_and_says_whether_it_is_the_same(page: Page, tmp_path: Path) -> None:
    opened(page, CASE, FINDING, *PLACES)
    expect(page).to_have_url(re.compile("at="))
    before = drawn(page)
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Freeze this view").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Freeze this view")).to_have_count(0)
    settled(page).get_by_role("button", name="Clear").click()
    expect(canvas(page, 0)).to_be_attached()
    page.get_by_role("button", name="Save").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("note")).to_contain_text("identical, all 4 nodes and 3 links are as they were")
    expect(canvas(page, 4)).to_be_attached()
    assert_near(drawn(page), before)


def test_the_picture_opens_as_cypher_in_the_workbench(page: Page) -> None:
    opened(page, CASE, FINDING)
    expect(page.get_by_text("2 nodes and 1 link.")).to_be_visible()
    address = page.get_by_role("link", name="Cypher of this picture").get_attribute("href")
    page.goto(f"/{address}")
    page.get_by_role("button", name="Run").click()
    expect(canvas(page, 2)).to_be_attached()


def test_hostile_text_shows_as_typed_and_runs_nothing(browser: Browser, scratch: Settings, small_copy: Path) -> None:
    ids = hostile(small_copy / "agencies.csv")
    with open_database(scratch) as database:
        load_package(small_copy, database)
        assert len(among(database, ids).nodes) == len(ids)
    with running_app(scratch, small_copy) as address, visiting(browser, address) as page:
        opened(page, *ids, select=(ids[0],))
        expect(panel(page)).to_contain_text("</script><script>window.bad = 1</script>")
        page.mouse.move(*point(page, ids[2]))
        page.get_by_role("combobox", name="Find nodes").press_sequentially("agency: window bad")
        expect(page.get_by_role("option").first).to_be_visible()
        expect(page.locator("table.figures")).to_contain_text("<img src=x onerror='window.bad = 1'>")
        assert page.evaluate("window.bad") is None


def hostile(file: Path) -> list[str]:
    """Give agencies hostile names, in that file; their ids."""
    with file.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    texts = [text for text in materials.HOSTILE if text.isprintable()]
    for row, text in zip(rows, texts, strict=False):
        row["name"] = text
    with file.open("w", newline="", encoding="utf-8") as lines:
        writer = csv.DictWriter(lines, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return [row["id"] for row in rows[: len(texts)]]
