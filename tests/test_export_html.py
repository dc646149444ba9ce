"""The one-file page draws by itself, runs nothing that stands in the data, and asks nobody for anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from materials import HOSTILE, ORDINARY, hostile
from playwright.sync_api import Browser, Page, Request

from inquiry_graph import model
from inquiry_graph.export import Material, export, legend
from inquiry_graph.subgraph import Link, Node, Subgraph

pytestmark = pytest.mark.browser

DRAWN = 20_000  # milliseconds


@dataclass
class Opened:
    """A page as the browser shows it, with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def text(self, selector: str) -> list[str]:
        """The text of each element, as the page holds it."""
        return [element.text_content() or "" for element in self.page.query_selector_all(selector)]


def with_graph(*nodes: Node, links: Sequence[Link] = ()) -> Material:
    return replace(ORDINARY, subgraph=Subgraph.of(nodes, links))


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    page = browser.new_page()
    seen = Opened(page)

    def note(request: Request) -> None:
        seen.requests.append(request.url)

    page.on("request", note)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("dialog", lambda dialog: seen.complaints.append(dialog.message))
    yield seen
    page.close()


def show(opened: Opened, material: Material, folder: Path) -> Path:
    file, _ = export(material, "html", folder)
    opened.page.goto(file.as_uri())
    opened.page.wait_for_selector("#network[data-drawn]", timeout=DRAWN)
    return file


def asked_for(opened: Opened, file: Path) -> list[str]:
    return [url for url in opened.requests if url != file.as_uri() and not url.startswith("data:")]


def test_it_draws_and_asks_nobody_for_anything(opened: Opened, tmp_path: Path) -> None:
    file = show(opened, ORDINARY, tmp_path)
    assert opened.page.locator("#network canvas").count() == 1
    assert asked_for(opened, file) == []
    assert opened.complaints == []


def test_it_says_what_it_is(opened: Opened, tmp_path: Path) -> None:
    show(opened, ORDINARY, tmp_path)
    words = opened.page.locator("body").inner_text()
    assert opened.page.title() == ORDINARY.title
    for told in ("dataset 1.0", "Not for ranking", "CC BY 4.0", "sharing_by_place", ORDINARY.sentence or "-", " UTC"):
        assert told in words


def test_the_legend_names_each_kind_in_words_and_colour(opened: Opened, tmp_path: Path) -> None:
    show(opened, ORDINARY, tmp_path)
    lines = opened.page.locator(".legend").all_inner_texts()
    for kind in ("Finding", "Agency", "Source", "Theme"):
        declared = model.node_kind(kind)
        assert declared.plural in lines[0]
        assert opened.page.locator(f'.legend [fill="{declared.colour}"]').count() == 1
    assert "is evidenced by" in lines[1]


def test_citations_stand_in_a_table_with_their_address(opened: Opened, tmp_path: Path) -> None:
    show(opened, ORDINARY, tmp_path)
    row = opened.page.locator("section", has_text="Citations").locator("tbody tr").first
    assert row.locator("td").all_inner_texts() == [
        "Referrals were not shared",
        "is evidenced by",
        "A review",
        "para 4.2",
        "referrals were not passed on",
        "Primary page",
        "https://example.org/review",
    ]
    assert row.locator("a").get_attribute("href") == "https://example.org/review"


def test_a_click_on_a_node_shows_what_is_known_of_it(opened: Opened, tmp_path: Path) -> None:
    alone = Node("finding:a", "Finding", HOSTILE[0], {"outcome": "failing", "base": HOSTILE[2]})
    show(opened, with_graph(alone), tmp_path)
    opened.page.locator("#network canvas").click()
    opened.page.wait_for_selector("#panel dl")
    assert opened.text("#panel h3") == [HOSTILE[0]]
    assert {"Finding", "Failing", HOSTILE[2], "finding:a"} <= set(opened.text("#panel dd"))
    assert opened.complaints == []


def test_nothing_hostile_runs_and_all_shows_as_typed(opened: Opened, tmp_path: Path) -> None:
    file = show(opened, hostile(), tmp_path)
    opened.page.mouse.move(400, 500)  # what waits for a pointer has had it
    assert opened.page.evaluate("window.bad") is None
    assert asked_for(opened, file) == []
    assert opened.complaints == []
    assert opened.text("h1") == [HOSTILE[0]]
    assert set(HOSTILE) <= set(opened.text("td"))
    assert opened.page.locator("main a[href]").count() == 0
    assert len(opened.page.query_selector_all("script")) == 3


def test_even_a_script_that_stood_in_the_page_would_not_run(opened: Opened, tmp_path: Path) -> None:
    file, _ = export(ORDINARY, "html", tmp_path)
    planted = "<body><script>window.bad = 1</script><img src='http://127.0.0.1:9/x'>"
    file.write_text(file.read_text(encoding="utf-8").replace("<body>", planted, 1), encoding="utf-8")
    opened.page.goto(file.as_uri())
    opened.page.wait_for_selector("#network[data-drawn]", timeout=DRAWN)
    assert opened.page.evaluate("window.bad") is None
    assert len([text for text in opened.complaints if "Content Security Policy" in text]) >= 2


def test_a_thousand_nodes_are_drawn(opened: Opened, tmp_path: Path) -> None:
    nodes = [Node(f"finding:{n}", "Finding", f"Finding {n}", {}) for n in range(1000)]
    links = [Link(f"l{n}", "ABOUT", f"finding:{n % 1000}", f"finding:{(n * 7 + 1) % 1000}", {}) for n in range(2000)]
    show(opened, with_graph(*nodes, links=links), tmp_path)
    assert opened.complaints == []


def test_each_shape_of_the_model_has_a_drawing_of_its_own() -> None:
    drawings = {kind.shape: legend.symbol(kind.label).replace(kind.colour, "") for kind in model.NODE_KINDS}
    assert len(set(drawings.values())) == len(drawings)
