"""The app: everything made ready with progress in the terminal, then Streamlit as a process of its own."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from types import FrameType

import click

from graph_loader.ready import see_that_it_is_loaded
from inquiry_graph.cli.output import interruptible, say
from inquiry_graph.database import open_database
from inquiry_graph.errors import InquiryGraphError, ServerError
from inquiry_graph.holdings import overview
from inquiry_graph.patterns.headlines import headlines
from inquiry_graph.resources import shipped
from inquiry_graph.settings import Settings

PATIENCE = 60.0  # seconds until the app must have answered
BETWEEN_LOOKS = 0.1
TO_END = 4.0  # seconds that the app has to end by itself
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}  # noqa: S104 - what people set, not what we do
_PAST_ANY_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # the app is on this machine
STOPPING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@click.command()
@click.option("--open", "opens", is_flag=True, help="Open the app in the browser.")
def serve(opens: bool) -> None:
    """Run the app until Ctrl-C.

    Neo4j is started first, and the data that ship are loaded if the graph lacks them. Neo4j goes on afterwards, so
    that the next start is quick; `inquiry-graph stop` ends it. The app listens on INQUIRY_GRAPH_ADDRESS and
    INQUIRY_GRAPH_PORT, which are 127.0.0.1 and 8501 unless set.
    """
    settings = Settings.from_environment()
    with _ended_by_signals():
        try:
            with interruptible():
                _require_free(settings)
                _run(settings, opens=opens)
        except KeyboardInterrupt:
            say("The app has ended." if settings.neo4j_uri else "The app has ended; Neo4j goes on: inquiry-graph stop.")


def _run(settings: Settings, *, opens: bool) -> None:
    """Run the app until it ends or is interrupted. Raises ServerError if it ends by itself."""
    say("Starting the app.")
    app = subprocess.Popen(_command(settings), stdout=2)  # noqa: S603 - our own words; its output is progress
    try:
        _make_ready(settings)  # while the app starts
        Thread(target=_warm_up, args=(settings,), daemon=True).start()
        address = f"http://{_host(settings)}:{settings.port}"
        _wait_until_it_answers(app, address)
        click.echo(f"The app is at {address}. Ctrl-C ends it.")
        if opens:
            webbrowser.open(address)
        code = app.wait()
    finally:
        _end(app)
    raise ServerError(f"The app ended by itself with code {code}; what it said stands above. Start it again.")


def _make_ready(settings: Settings) -> None:
    with open_database(settings, say) as graph:
        left_alone = see_that_it_is_loaded(settings, graph, say)
        load = graph.last_load()
    if left_alone:
        say(left_alone)
    if load:
        say(f"The graph holds {load.package} {load.dataset_version}: {load.nodes:,} nodes and {load.links:,} links.")


def _warm_up(settings: Settings) -> None:
    """Ask what the first page will ask: a server's first questions are its slowest."""
    with suppress(InquiryGraphError), open_database(settings) as graph:
        overview(graph)
        headlines(graph)


def _command(settings: Settings) -> list[str]:
    """Streamlit finds theme and limits in .streamlit/config.toml beside app.py, whatever the folder."""
    options = {
        "server.address": settings.address,
        "server.port": str(settings.port),
        "logger.hideWelcomeMessage": "true",
    }
    flags = [part for name, value in options.items() for part in (f"--{name}", value)]
    # -P: modules are not looked for in the folder where the command happens to be run.
    return [sys.executable, "-P", "-m", "inquiry_explorer", "run", str(shipped("app.py")), *flags]


def _wait_until_it_answers(app: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + PATIENCE
    while app.poll() is None and time.monotonic() < until:
        if _answers(f"{address}/_stcore/health"):
            return
        time.sleep(BETWEEN_LOOKS)
    if app.returncode is None:
        raise ServerError(f"The app did not answer at {address} within {PATIENCE:.0f} s. Start it again.")
    raise ServerError(f"The app ended with code {app.returncode} before it answered; what it said stands above.")


def _answers(address: str) -> bool:
    try:
        with _PAST_ANY_PROXY.open(address, timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _end(app: subprocess.Popen[bytes]) -> None:
    if app.poll() is None:
        app.terminate()
        try:
            app.wait(TO_END)
        except subprocess.TimeoutExpired:
            app.kill()
            app.wait()


def _host(settings: Settings) -> str:
    address = EVERYWHERE.get(settings.address, settings.address)
    return f"[{address}]" if ":" in address and not address.startswith("[") else address


def _require_free(settings: Settings) -> None:
    """Raise ServerError, before anything is started, if the app could not listen."""
    family = socket.AF_INET6 if ":" in settings.address else socket.AF_INET
    with socket.socket(family) as probe:
        if sys.platform != "win32":  # there the option would let two programs listen at once
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.address, settings.port))
        except OSError as error:
            raise ServerError(
                f"The app cannot listen on {settings.address}:{settings.port}: {error.strerror or error}. "
                "End the program that does (perhaps another `inquiry-graph serve`), or set INQUIRY_GRAPH_PORT."
            ) from error


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """SIGTERM and a closed terminal end the block as Ctrl-C does."""
    before = {number: signal.signal(number, _interrupt) for number in STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt
