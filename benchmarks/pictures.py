"""Seconds to Explore's timeline and map of all that the graph holds, and of what a reader does there; a table.

Of an app that runs (`inquiry-graph serve`), in a headless Chromium that draws in software. A click is measured until
the panel names what was chosen, a zoom until the browser has laid the picture out. To beat: a second to a page that is
warm, half a second to a click. Run it on a machine that does nothing else:

    python benchmarks/pictures.py http://127.0.0.1:8501
"""

from __future__ import annotations

import runpy
import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
ROUNDS = 5
SECONDS = 120_000  # milliseconds after which a picture is given up
ZOOM = """button => {
  const began = performance.now();
  button.click();
  button.getRootNode().querySelector('.stage').getBoundingClientRect();
  return (performance.now() - began) / 1000;
}"""


def main() -> None:
    """Measure both pictures, and print the medians."""
    chromium = runpy.run_path(str(ROOT / "scripts" / "chromium.py"))["find"]()
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8501"
    print("| picture | marks | opened, s | a click, s | a zoom, s |\n| --- | --- | --- | --- | --- |")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        for picture in ("timeline", "map"):
            measured(browser, address, picture)  # the first reads the graph
            rounds = [measured(browser, address, picture) for _ in range(ROUNDS)]
            marks, *times = (statistics.median(each) for each in zip(*rounds, strict=True))
            print(f"| {picture} | {marks:.0f} | {' | '.join(f'{each:.2f}' for each in times)} |", flush=True)
        browser.close()


def measured(browser: Browser, address: str, picture: str) -> tuple[int, float, float, float]:
    """Marks, and seconds to the picture, to the panel after a click, and to the picture after a zoom."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(SECONDS)
    began = time.perf_counter()
    page.goto(f"{address}/explore?v=1&as={picture}", wait_until="commit")
    page.wait_for_selector(".chart[data-ready]")
    opened = time.perf_counter() - began
    page.get_by_text("Begin somewhere").wait_for()
    marks = int(page.locator(".chart").get_attribute("data-marks") or 0)
    clicked, zoomed = click(page), page.get_by_role("button", name="Zoom in").evaluate(ZOOM)
    page.context.close()
    return marks, opened, clicked, zoomed


def click(page: Page) -> float:
    """Seconds from a click on a mark to the panel that names it."""
    mark = page.locator(".chart [data-mark]").nth(3)
    began = time.perf_counter()
    mark.click()
    page.locator(".st-key-explore-panel h3.name").wait_for()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
