"""The local Neo4j, for real: fetched, started, reached, stopped, backed up, and what is said when that fails."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import psutil
import pytest
from conftest import own_home

from inquiry_graph import neo4j_jars
from inquiry_graph.database import Database, open_database
from inquiry_graph.errors import DatabaseError, ServerError
from inquiry_graph.local_server import DEFAULT_VERSION, LocalServer
from inquiry_graph.progress import unheard
from inquiry_graph.settings import Settings

COUNT = "MATCH (n) RETURN count(n) AS n"
NOBODY = "http://127.0.0.1:1"  # a port on which nothing listens


@pytest.fixture(scope="module")
def shared(jars: Path) -> Iterator[Settings]:
    """Settings of one server for the tests that each begin by seeing that it runs."""
    with own_home(jars) as settings:
        yield settings
        LocalServer(settings).stop()


@pytest.fixture
def server(shared: Settings) -> LocalServer:
    server = LocalServer(shared)
    server.ensure_running(unheard)
    with open_database(shared) as database, database.writing() as writer:
        writer.run("MATCH (n) DETACH DELETE n")
    return server


@pytest.fixture
def own_jars(home: Settings, jars: Path) -> Path:
    """A folder of jars that the test may spoil."""
    shared, folder = jars / DEFAULT_VERSION / "jars", home.home / "own"
    for made in (shared, folder):
        made.mkdir(parents=True, exist_ok=True)
    for jar in neo4j_jars.provide(DEFAULT_VERSION, shared, home.maven_mirror, unheard):
        (folder / jar.name).symlink_to(jar)
    return folder


class OtherFiles(BaseHTTPRequestHandler):
    """Answers every request with a file that nobody asked for."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"other")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture
def wrong_mirror() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), OtherFiles) as mirror:
        Thread(target=mirror.serve_forever).start()
        yield f"http://127.0.0.1:{mirror.server_port}"
        mirror.shutdown()


def pid(server: LocalServer) -> int:
    found = server.state().pid
    assert found is not None
    return found


def write(database: Database, count: int) -> None:
    with database.writing() as writer:
        writer.run("UNWIND range(1, $count) AS n CREATE (:Bulk {n: n})", count=count)


def nodes(settings: Settings) -> int:
    with open_database(settings) as database:
        ((count,),) = database.read(COUNT).rows
        return int(count)


def test_it_is_found_again_stops_and_keeps_its_data(shared: Settings, server: LocalServer) -> None:
    reached = server.running()
    process = psutil.Process(pid(server))
    assert LocalServer(shared).ensure_running(unheard) == reached
    assert pid(server) == process.pid
    with open_database(shared) as database:
        write(database, 7)
    assert server.stop() is True
    assert not process.is_running()
    assert (server.running(), server.state().pid, server.stop()) == (None, None, False)
    assert nodes(shared) == 7
    assert server.running() == reached


def test_two_that_start_at_once_reach_one_server(home: Settings) -> None:
    assert LocalServer(home).running() is None
    assert LocalServer(home).stop() is False
    with ThreadPoolExecutor() as threads:
        starts = [threads.submit(LocalServer(home).ensure_running, unheard) for _ in range(2)]
    first, second = (start.result() for start in starts)
    assert first == second
    mark = f"--home-dir={LocalServer(home).state().home}"
    commands = [process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"])]
    assert len([command for command in commands if mark in command]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_password_data_and_logs_are_for_this_user_alone(shared: Settings, server: LocalServer) -> None:
    place = server.state().home
    assert (place / "password").stat().st_mode & 0o777 == 0o600
    folders = [shared.home, place.parent, place, *(path for path in place.rglob("*") if path.is_dir())]
    assert {path: path.stat().st_mode & 0o077 for path in folders} == dict.fromkeys(folders, 0)


def test_it_listens_on_loopback_alone_and_ends_within_five_seconds(server: LocalServer) -> None:
    process = psutil.Process(pid(server))
    listening = {c.laddr.ip for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN}
    assert listening
    assert listening <= {"127.0.0.1", "::1", "::ffff:127.0.0.1"}
    process.send_signal(signal.SIGTERM)
    process.wait(5)
    assert server.running() is None


def test_a_server_that_was_killed_is_started_again_with_its_data(shared: Settings, server: LocalServer) -> None:
    with open_database(shared) as database:
        write(database, 7)
    psutil.Process(pid(server)).kill()
    assert nodes(shared) == 7


def test_a_process_id_that_passed_to_another_program_is_left_alone(server: LocalServer) -> None:
    server.stop()
    recorded = {"bolt_port": 1, "pid": os.getpid(), "version": DEFAULT_VERSION}
    (server.state().home / "state.json").write_text(json.dumps(recorded), encoding="utf-8")
    assert server.running() is None
    assert server.stop() is False


def test_a_port_that_another_program_took_is_told(home: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServerError, match=f"Port {port} .* is taken"):
            LocalServer(replace(home, bolt_port=port)).ensure_running(unheard)


def test_a_server_that_ends_at_its_start_is_told_with_its_last_lines(shared: Settings, server: LocalServer) -> None:
    server.stop()
    with pytest.raises(ServerError, match=r"(?s)ended while it started.* last lines of .*\n.*heap"):
        LocalServer(replace(shared, heap="99999999g")).ensure_running(unheard)


@pytest.mark.parametrize("heap", ["much", "16m"])
def test_a_heap_that_is_none_is_told(home: Settings, heap: str) -> None:
    with pytest.raises(ServerError, match="INQUIRY_GRAPH_HEAP"):
        LocalServer(replace(home, heap=heap)).ensure_running(unheard)


def test_a_mirror_that_does_not_answer_is_told_with_the_next_step(
    home: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("M2_REPO", str(home.home / "no-cache"))
    (home.home / "neo4j").unlink()
    with pytest.raises(ServerError, match=f"{NOBODY} does not answer .* INQUIRY_GRAPH_MAVEN_MIRROR"):
        LocalServer(replace(home, maven_mirror=NOBODY)).ensure_running(unheard)


def test_with_its_jars_at_hand_it_needs_no_network(shared: Settings, server: LocalServer) -> None:
    server.stop()
    assert LocalServer(replace(shared, maven_mirror=NOBODY)).ensure_running(unheard) == server.running()


def test_a_jar_that_was_spoiled_or_is_missing_is_fetched_again_and_no_other(home: Settings, own_jars: Path) -> None:
    spoiled, missing = sorted(own_jars.iterdir(), key=lambda jar: jar.stat().st_size)[:2]
    for jar, text in ((spoiled, b"?" * spoiled.stat().st_size), (missing, b"half")):
        jar.unlink()
        jar.write_bytes(text)
    said: list[str] = []
    neo4j_jars.provide(DEFAULT_VERSION, own_jars, home.maven_mirror, said.append)
    assert said[0].startswith(f"Fetching Neo4j {DEFAULT_VERSION}: 2 jars")
    neo4j_jars.provide(DEFAULT_VERSION, own_jars, NOBODY, unheard)


def test_a_mirror_that_gives_another_file_is_refused_and_nothing_is_kept(
    home: Settings, own_jars: Path, wrong_mirror: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("M2_REPO", str(home.home / "no-cache"))
    jar = min(own_jars.iterdir(), key=lambda jar: jar.stat().st_size)
    jar.unlink()
    with pytest.raises(ServerError, match=f"{jar.name} .* is not the file that was locked"):
        neo4j_jars.provide(DEFAULT_VERSION, own_jars, wrong_mirror, unheard)
    assert not list(own_jars.glob(f"{jar.name}*"))


def test_a_backup_gives_back_every_row(shared: Settings, server: LocalServer, tmp_path: Path) -> None:
    with open_database(shared) as database:
        write(database, 7)
    kept = tmp_path / "graph.backup"
    server.backup(kept, unheard)
    assert server.running()
    with pytest.raises(ServerError, match="is there already"):
        server.backup(kept, unheard)
    with open_database(shared) as database:
        write(database, 5)
    (tmp_path / "torn.backup").write_bytes(kept.read_bytes()[:-100])
    with pytest.raises(ServerError, match="the graph is as it was"):
        server.restore(tmp_path / "torn.backup", unheard)
    assert nodes(shared) == 12
    server.restore(kept, unheard)
    assert nodes(shared) == 7


def test_a_backup_waits_for_a_load(shared: Settings, server: LocalServer, tmp_path: Path) -> None:
    waits = Event()
    with ThreadPoolExecutor() as threads:
        with open_database(shared) as database, database.undisturbed(unheard):
            backup = threads.submit(server.backup, tmp_path / "graph.backup", lambda _: waits.set())
            assert waits.wait(60)
            write(database, 7)
        backup.result()
    with open_database(shared) as database, database.writing() as writer:
        writer.run("MATCH (n) DELETE n")
    server.restore(tmp_path / "graph.backup", unheard)
    assert nodes(shared) == 7


def test_without_a_graph_there_is_no_backup(home: Settings, tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="no local graph to back up"):
        LocalServer(home).backup(tmp_path / "graph.backup", unheard)


def test_a_version_without_a_list_of_jars_is_told(home: Settings) -> None:
    with pytest.raises(ServerError, match=f"no list of jars for Neo4j 4.0.0. Use one of .*{DEFAULT_VERSION}"):
        LocalServer(home, version="4.0.0").ensure_running(unheard)


@pytest.mark.parametrize("scheme", ["http", "ftp", "file"])
def test_even_a_statement_that_no_plan_guard_saw_opens_nothing_outside(loaded: Database, scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/secret.csv"
        with pytest.raises(DatabaseError):
            loaded.read("LOAD CSV FROM $address AS line RETURN line", {"address": address})
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()
