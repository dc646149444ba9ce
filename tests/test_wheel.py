"""The wheel is whole: alone in an empty environment it serves the app, in any folder."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from commands import served
from playwright.sync_api import Browser

from graph_loader.package import read_package
from inquiry_graph.database import open_database
from inquiry_graph.local_server import DEFAULT_VERSION
from inquiry_graph.resources import shipped
from inquiry_graph.settings import Settings

ROOT = Path(__file__).parent.parent
BIN = "Scripts" if os.name == "nt" else "bin"


def build(folder: Path) -> Path:
    """The wheel of this checkout, made with what the test environment holds: the network is not asked."""
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`inquiry-graph` in an environment that holds the wheel, its locked dependencies and nothing else."""
    folder = tmp_path_factory.mktemp("alone") / "venv"
    venv.create(folder, with_pip=True)
    pip = [str(folder / BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    return folder / BIN / "inquiry-graph"


@pytest.fixture(scope="module")
def address(command: Path, scratch: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app of the wheel is, served from an empty folder on an empty graph."""
    with open_database(scratch) as database, database.writing() as writer:
        writer.run("MATCH (n) DETACH DELETE n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings = replace(scratch, port=probe.getsockname()[1])
    with served(settings, tmp_path_factory.mktemp("empty"), [str(command)]) as (_, told):
        found = re.search(r"http://\S+[0-9]", told)
        assert found, told
        yield found.group()


def test_the_wheel_holds_all_that_is_needed_and_nothing_that_built_it(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    beside = {
        path.relative_to(ROOT).as_posix()
        for folder in ("queries", "seed_data")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert {
        f"inquiry_graph/{name}" for name in (*beside, "app.py", "docs/methods.md", ".streamlit/config.toml")
    } <= held
    assert f"inquiry_graph/jar_locks/{DEFAULT_VERSION}.txt" in held
    assert {f"inquiry_explorer/canvas/frontend/build/canvas.{kind}" for kind in ("js", "css")} <= held
    assert {name for name in held if re.search(r"node_modules|\.ts$|/tests/|__pycache__|\.jar$", name)} == set()


def test_two_builds_give_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    assert build(tmp_path).read_bytes() == wheel.read_bytes()


def test_the_app_answers_with_the_data_that_ship(address: str, scratch: Settings) -> None:
    with urllib.request.urlopen(address) as page:
        assert "<html" in page.read().decode()
    with open_database(scratch) as database:
        load = database.last_load()
    seed = read_package(shipped("seed_data"))
    assert load
    assert (load.package, load.dataset_version, load.result) == (seed.name, seed.version, "complete")


@pytest.mark.browser
def test_the_app_of_the_wheel_has_its_look(address: str, browser: Browser) -> None:
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address)
    heading = page.get_by_role("heading", level=1).first
    heading.wait_for(timeout=60_000)
    assert "Serif" in heading.evaluate("heading => getComputedStyle(heading).fontFamily")
    assert [url for url in requests if not re.match(rf"{address}/|data:|blob:", url)] == []
    page.close()
