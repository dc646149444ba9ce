"""The app as people run it: a process of its own, and a browser that writes down what should not happen."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from inquiry_graph.settings import Settings

expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong

ROOT = Path(__file__).parent.parent
_OURS = ("NEO4J_", "INQUIRY_GRAPH_", "STREAMLIT_")
_READY = "You can now view your Streamlit app"
# Below a page's own path Streamlit first looks for its server there, and then where it is.
_LOOKS_FOR_ITS_SERVER = ("/_stcore/health", "/_stcore/host-config")


@contextmanager
def running_app(settings: Settings, package: Path) -> Iterator[str]:
    """The app on the Neo4j of the settings, with that package; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(_OURS)}
    environment |= {
        "NEO4J_URI": settings.neo4j_uri,
        "NEO4J_PASSWORD": settings.neo4j_password,
        "INQUIRY_GRAPH_HOME": str(settings.home),
        "INQUIRY_GRAPH_PACKAGE": str(package),
    }
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as app:
        try:
            assert app.stdout is not None
            if not any(_READY in line for line in app.stdout):
                raise RuntimeError(f"The app ended with code {app.wait()}.")
            yield f"http://127.0.0.1:{port}"
        finally:
            app.terminate()
            app.communicate()  # it still says that it stops, and must be heard


@contextmanager
def visiting(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A page of the browser at that address. Fails at the end if anything was amiss, or asked for outside."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, **options)  # type: ignore[arg-type]
    context.set_default_timeout(30_000)
    amiss: list[str] = []
    context.on("request", lambda request: amiss.extend(_outside(request)))
    context.on("console", lambda message: amiss.extend(_error(message)))
    context.on("weberror", lambda error: amiss.append(f"error: {error.error}"))
    page = context.new_page()
    try:
        page.goto("/")
        yield page
    finally:
        context.close()
    assert amiss == []


def settled(page: Page) -> Page:
    """The page once its run has ended, and what the run before it drew is gone. Wait first for something of its own."""
    expect(page.locator("[data-test-script-state=notRunning]")).to_be_visible()
    return page


def _outside(request: Request) -> Iterator[str]:
    if not request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
        yield f"request: {request.url}"


def _error(message: ConsoleMessage) -> Iterator[str]:
    where = message.location.get("url", "")
    if message.type == "error" and not where.endswith(_LOOKS_FOR_ITS_SERVER):
        yield f"console: {message.text} ({where})"
