"""Seconds from opening a page to its canvas, in a headless Chromium that draws in software; a table on standard output.

Beside them stand the seconds of processor that app and browser used until the first picture: on a machine that is
busy with other things they say more than the clock.

To beat: 2 s to the laid-out canvas with 1,000 nodes and 2,000 links, 4 s with 20,000 nodes and 40,000 links (there the
layout may go on beside the page), on two cores. Run it on a machine that does nothing else:

    python benchmarks/canvas.py
"""

from __future__ import annotations

import gzip
import runpy
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
BUNDLE = ROOT / "inquiry_explorer" / "canvas" / "frontend" / "build"
SIZES = ((1_000, 2_000, 2.0), (20_000, 40_000, 4.0))  # nodes, links, seconds to beat
ROUNDS = 3
SECONDS = 120_000  # milliseconds after which a canvas is given up


def main() -> None:
    """Measure each size, and print the medians beside what is to be beaten."""
    chromium = runpy.run_path(str(ROOT / "scripts" / "chromium.py"))["find"]()
    columns = ("nodes", "links", "first picture, s", "of processor, s", "laid out, s", "to beat, s")
    print(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}")
    with app() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        measured(browser, address, 10, 10)  # the first page of an app imports everything
        bare = statistics.median(measured(browser, address, 10, 10)[0] for _ in range(ROUNDS))
        for nodes, links, target in SIZES:
            rounds = [measured(browser, address, nodes, links) for _ in range(ROUNDS)]
            first, used, done = (statistics.median(each) for each in zip(*rounds, strict=True))
            print(f"| {nodes:,} | {links:,} | {first:.1f} | {used:.1f} | {done:.1f} | {target:.1f} |", flush=True)
        browser.close()
    print(f"Of these, {bare:.1f} s go to a page with a canvas of ten nodes.")
    for file in sorted(BUNDLE.glob("canvas.*")):
        packed = len(gzip.compress(file.read_bytes()))
        print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB, {packed / 1000:.0f} kB compressed")


def measured(browser: Browser, address: str, nodes: int, links: int) -> tuple[float, float, float]:
    """Seconds to the first picture, of processor until then, and to the laid-out one; nothing is in the cache."""
    before = processor()
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    began = time.perf_counter()
    page.goto(f"{address}/?nodes={nodes}&links={links}", wait_until="commit")
    page.wait_for_selector(f".canvas[data-ready][data-nodes='{nodes}']", state="attached", timeout=SECONDS)
    first = time.perf_counter() - began
    used = sum(now - before.get(process, 0.0) for process, now in processor().items())
    page.wait_for_selector(".canvas[data-layout='done']", state="attached", timeout=SECONDS)
    done = time.perf_counter() - began
    page.context.close()
    return first, used, done


def processor() -> dict[int, float]:
    """Seconds of processor that this process and each that it started have used, by their numbers."""
    used = {}
    for process in (own := psutil.Process(), *own.children(recursive=True)):
        with suppress(psutil.Error):
            times = process.cpu_times()
            used[process.pid] = times.user + times.system
    return used


@contextmanager
def app() -> Iterator[str]:
    """The page to be measured, served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "benchmarks" / "canvas_page.py")]
    with subprocess.Popen(
        [*command, "--server.port", str(port)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as served:
        try:
            if not any("You can now view" in line for line in served.stdout or ()):
                raise SystemExit("The page to be measured did not start.")
            yield f"http://127.0.0.1:{port}"
        finally:
            served.terminate()
            served.wait()  # before its output is closed: it has a last word to say


if __name__ == "__main__":
    main()
