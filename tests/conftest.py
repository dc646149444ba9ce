"""Real servers and a real browser, started once a run and only when a test asks for them.

Each server has a home of the run's own, so no person's graph is ever touched; only the jars,
which are the same for everybody, come from the user's folder and are kept there.
"""

from __future__ import annotations

import os
import runpy
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from reports import text_report
from running_app import running_app, visiting

from graph_loader import load_package
from graph_loader.intake.drafts import Draft, take_in
from inquiry_graph.database import Database, open_database
from inquiry_graph.local_server import DEFAULT_VERSION, LocalServer
from inquiry_graph.resources import shipped
from inquiry_graph.settings import Settings

# What a test asks of the server is short: the compiler that starts fastest serves it best.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
# A run that is told to end stops its servers first, as Ctrl-C makes it do. A run that a shell put in the background
# would ignore Ctrl-C, and so would all that it starts.
for number in (signal.SIGTERM, signal.SIGINT):
    signal.signal(number, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
LTS = "5.26.30"


@pytest.fixture(scope="session")
def small_package() -> Path:
    """The small invented package that holds every kind of node and link."""
    return ROOT / "tests" / "data" / "small_package"


@pytest.fixture
def small_copy(small_package: Path, tmp_path: Path) -> Path:
    """A copy of the small package, to be changed at will."""
    return shutil.copytree(small_package, tmp_path / "package")


@pytest.fixture(scope="session")
def jars() -> Path:
    """The folder in which jars are kept from run to run."""
    folder = Settings.from_environment().home / "neo4j"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


@contextmanager
def own_home(jars: Path) -> Iterator[Settings]:
    """Settings with a home that is gone afterwards, and no Neo4j but the one that is started in it."""
    with tempfile.TemporaryDirectory(prefix="inquiry-graph-tests-", ignore_cleanup_errors=True) as folder:
        home = Path(folder) / "home"
        home.mkdir(mode=0o700)
        (home / "neo4j").symlink_to(jars, target_is_directory=True)
        yield replace(Settings(), home=home, maven_mirror=Settings.from_environment().maven_mirror)


@contextmanager
def started(jars: Path, *, version: str = DEFAULT_VERSION) -> Iterator[Settings]:
    """Settings that name a running, empty Neo4j of that version as any NEO4J_URI would."""
    with own_home(jars) as settings:
        server = LocalServer(settings, version=version)
        reached = server.ensure_running(print)
        try:
            yield replace(settings, neo4j_uri=reached.uri, neo4j_password=reached.password)
        finally:
            server.stop()


@pytest.fixture
def home(jars: Path) -> Iterator[Settings]:
    """Settings of a machine on which no server was ever started, but for the jars. What runs is stopped."""
    with own_home(jars) as settings:
        yield settings
        LocalServer(settings).stop()


@pytest.fixture(scope="session")
def settings(jars: Path, small_package: Path) -> Iterator[Settings]:
    """Settings that name a server which holds the small package. Tests only read from it."""
    with started(jars) as settings:
        with open_database(settings) as database:
            load_package(small_package, database)
        yield settings


@pytest.fixture(scope="session")
def loaded(settings: Settings) -> Iterator[Database]:
    """The graph of the small package, to be read."""
    with open_database(settings) as database:
        yield database


@pytest.fixture(scope="session")
def scratch(jars: Path) -> Iterator[Settings]:
    """Settings that name a server whose graph belongs to the test that runs."""
    with started(jars) as settings:
        yield settings


@pytest.fixture
def empty(scratch: Settings) -> Iterator[Database]:
    """A graph without a node, to be written."""
    with open_database(scratch) as database:
        with database.writing() as writer:
            writer.run("MATCH (n) DETACH DELETE n")
        yield database


@pytest.fixture(scope="session")
def seeded_settings(jars: Path) -> Iterator[Settings]:
    """Settings that name a server which holds the seed data. Tests only read from it."""
    with started(jars) as settings:
        with open_database(settings) as database:
            load_package(shipped("seed_data"), database)
        yield settings


@pytest.fixture(scope="session")
def seeded(seeded_settings: Settings) -> Iterator[Database]:
    """The graph of the seed data, to be read."""
    with open_database(seeded_settings) as database:
        yield database


@pytest.fixture(scope="session")
def seeded_lts(jars: Path) -> Iterator[Database]:
    """The graph of the seed data on Neo4j 5.26, the oldest that is served, to be read."""
    with started(jars, version=LTS) as settings, open_database(settings) as database:
        load_package(shipped("seed_data"), database)
        yield database


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. Without one its tests are skipped; in CI that is a failure."""
    chromium = runpy.run_path(str(ROOT / "scripts" / "chromium.py"))["find"]()
    if chromium is None:
        missing = "No Chromium: run `python scripts/chromium.py`, or name one in CHROMIUM."
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def app(settings: Settings, small_package: Path) -> Iterator[str]:
    """The address of the app, running on the graph of the small package."""
    with running_app(settings, small_package) as address:
        yield address


@pytest.fixture
def page(browser: Browser, app: str) -> Iterator[Page]:
    """A page of the browser at the app's address, which fails at its end if anything was amiss."""
    with visiting(browser, app) as page:
        yield page


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    """Settings with a home folder of the test's own, and no server."""
    return replace(Settings(), home=tmp_path / "home")


@pytest.fixture
def taken(here: Settings, tmp_path: Path, small_copy: Path) -> Draft:
    """The draft of a report in text that was taken in for a copy of the small package."""
    found = take_in(text_report(tmp_path), small_copy, here)
    found.aim(small_copy)
    return found
