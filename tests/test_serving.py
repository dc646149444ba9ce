"""`inquiry-graph serve` as a process: it makes everything ready, says so, answers, and ends when told to."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from commands import COMMAND, run, served, whole_environment

from inquiry_graph.database import Database
from inquiry_graph.settings import Settings

WITHIN = 5.0  # seconds in which the app must have ended


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def own_port(settings: Settings, loaded: Database, small_package: Path) -> Settings:
    """Settings with a free port, and the package that the graph holds already."""
    assert loaded.counts().nodes
    return replace(settings, port=free_port(), package=small_package)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_app_answers_and_ends_when_told_to(own_port: Settings, tmp_path: Path, how: signal.Signals) -> None:
    with served(own_port, tmp_path) as (process, told):
        address = f"http://127.0.0.1:{own_port.port}"
        assert address in told
        with urllib.request.urlopen(address) as page:
            assert "<html" in page.read().decode()
        started = time.monotonic()
        process.send_signal(how)
        _, progress = process.communicate(timeout=30)
        assert time.monotonic() - started < WITHIN
        assert process.returncode == 0
    assert "The graph holds small-package" in progress
    assert "Traceback" not in progress
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", own_port.port)) != 0


def test_a_load_is_interrupted_in_one_line_and_undone(scratch: Settings, empty: Database, small_package: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "load", str(small_package)], env=whole_environment(scratch), stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        for line in process.stderr:
            if line.startswith("Loading"):
                process.send_signal(signal.SIGINT)
                break
        progress = process.stderr.read()
    assert progress.endswith("Stopped.\n")
    assert "Traceback" not in progress
    assert process.returncode == 130
    assert empty.last_load() is None


def test_a_taken_port_is_told_before_anything_is_started(home: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run(replace(home, port=taken.getsockname()[1]), "serve")
    assert result.exit_code == 1
    assert "INQUIRY_GRAPH_PORT" in result.stderr
    assert not (home.home / "instances").exists()


def test_a_graph_with_somebody_elses_data_is_left_alone(
    scratch: Settings, empty: Database, small_package: Path
) -> None:
    with empty.writing() as writer:
        writer.run("CREATE (:Invoice {number: 1})")
    result = run(replace(scratch, package=small_package, port=free_port()), "serve")
    assert result.exit_code == 1
    assert "nothing was changed" in result.stderr
    assert empty.read("MATCH (n) RETURN count(n) AS n").rows == ((1,),)
