"""A Neo4j of our own on this machine, with nothing installed but Python.

The first use fetches Neo4j Community's jars, makes a password and starts the server; every later
one finds it running or starts it again. It listens on 127.0.0.1 alone and goes on when the app ends.

    home/neo4j/<version>/jars/    the jars, shared by all instances
    home/instances/<instance>/    one server: conf, data, logs, password, state.json
"""

from __future__ import annotations

import json
import secrets
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psutil
from filelock import FileLock, Timeout

from inquiry_graph import local_backup, local_process, neo4j_jars
from inquiry_graph.errors import ServerError
from inquiry_graph.private import make_private
from inquiry_graph.progress import Progress, unheard
from inquiry_graph.settings import Settings

DEFAULT_VERSION = "2026.08.1"
USERNAME = "neo4j"
FOLDERS = ("conf", "data", "logs", "run", "import", "plugins")
LOCK_SECONDS = 600.0  # a first start behind a slow network, by another process

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach the local server."""

    uri: str
    username: str
    password: str
    database: str

    def __repr__(self) -> str:
        return f"Connection({self.uri!r}, {self.username!r}, database={self.database!r})"


@dataclass(frozen=True, slots=True)
class ServerState:
    """What is known of the local server. `pid` is None while it does not run."""

    version: str
    uri: str | None
    pid: int | None
    home: Path
    log: Path


class LocalServer:
    """One local Neo4j. Any number of processes may hold one of these for the same instance."""

    def __init__(self, settings: Settings, *, version: str = DEFAULT_VERSION, instance: str = "default") -> None:
        self._settings = settings
        self._version = version
        self._jars = settings.home.absolute() / "neo4j" / version / "jars"
        self._home = settings.home.absolute() / "instances" / instance

    def ensure_running(self, progress: Progress) -> Connection:
        """Reach the server, and before that fetch, set up and start it where need be. Raises ServerError."""
        return self.running() or self._with_lock(progress, lambda: self._reach(progress))

    def running(self) -> Connection | None:
        """How to reach the server if it runs; nothing is started."""
        recorded = self._recorded()
        if self._process() is None or recorded["version"] != self._version:
            return None
        port: int = recorded["bolt_port"]
        return self._connection(port) if local_process.answers(port) else None

    def state(self) -> ServerState:
        """What a person may want to know of the server."""
        process, port = self._process(), self._recorded().get("bolt_port")
        uri = None if port is None else _uri(port)
        log = local_process.log_file(self._home)
        return ServerState(self._version, uri, None if process is None else process.pid, self._home, log)

    def stop(self) -> bool:
        """End the server and wait until it is gone. Returns whether one ran."""
        if not self._home.is_dir():
            return False
        return self._with_lock(unheard, self._stop)

    def backup(self, file: Path, progress: Progress) -> None:
        """Write the graph into `file`, which must not be there yet. A load is waited for.

        Neo4j Community has no backup while it runs: the server is stopped, and started again if it ran.
        """
        if file.exists():
            raise ServerError(f"{file} is there already. Name a file that is not.")
        if not file.absolute().parent.is_dir():
            raise ServerError(f"{file.absolute().parent} is no folder. Make it, or name a file elsewhere.")
        if not (self._home / "data" / "databases" / local_backup.DATABASE).is_dir():
            raise ServerError("There is no local graph to back up yet. Load one with `inquiry-graph load`.")
        self._while_stopped(progress, lambda jars: local_backup.dump(jars, self._home, file.absolute()))

    def restore(self, file: Path, progress: Progress) -> None:
        """Replace the graph by the one in `file`, which `backup` wrote. If that fails the graph stays as it was."""
        if not file.is_file():
            raise ServerError(f"{file} is no file. Name one that `inquiry-graph backup` wrote.")
        self._while_stopped(progress, lambda jars: local_backup.load(jars, self._home, file.absolute()))

    @contextmanager
    def undisturbed(self, progress: Progress) -> Iterator[None]:
        """Hold off backups, restores and other loads while the block runs. For a load."""
        self._make_folders()
        with _locked(self._home / "load.lock", progress, "A load or a backup is under way. Waiting for it."):
            yield

    def _while_stopped(self, progress: Progress, work: Callable[[tuple[Path, ...]], None]) -> None:
        def whole() -> None:
            ran = self._stop()
            try:
                jars, _ = self._prepare(progress)
                work(jars)
            finally:
                if ran:
                    self._start(progress)

        with self.undisturbed(progress):
            self._with_lock(progress, whole)

    def _stop(self) -> bool:
        process = self._process() or local_process.find(self._home)
        if process is None:
            return False
        local_process.stop(process)
        return True

    def _reach(self, progress: Progress) -> Connection:
        process, recorded = self._process(), self._recorded()
        if process is None or recorded["version"] != self._version:
            return self._start(progress)
        local_process.wait_until_ready(process, recorded["bolt_port"], self._home)
        return self._connection(recorded["bolt_port"])

    def _start(self, progress: Progress) -> Connection:
        self._stop()  # one of another version, or one that we do not know how to reach any more
        jars, port = self._prepare(progress)
        progress(f"Starting Neo4j {self._version}.")
        started = time.monotonic()
        process = local_process.start(self._version, jars, self._home, self._settings.heap)
        self._record(bolt_port=port, pid=process.pid, version=self._version)
        local_process.wait_until_ready(process, port, self._home)
        progress(f"Neo4j answers on {_uri(port)} after {time.monotonic() - started:.1f} s.")
        return self._connection(port)

    def _prepare(self, progress: Progress) -> tuple[tuple[Path, ...], int]:
        """All that must be there before the server or its tools run: the jars, and the port it will listen on."""
        jars = self._provide_jars(progress)
        port = self._free_port(progress)
        configuration = local_process.configuration(self._version, port, self._settings.heap)
        local_process.write_private(self._home / "conf" / "neo4j.conf", configuration)
        self._set_password(jars)
        local_backup.put_back(self._home)
        return jars, port

    def _provide_jars(self, progress: Progress) -> tuple[Path, ...]:
        make_private(self._jars)
        with _locked(self._jars.parent / "fetch.lock", progress):
            return neo4j_jars.provide(self._version, self._jars, self._settings.maven_mirror, progress)

    def _set_password(self, jars: tuple[Path, ...]) -> None:
        file = self._password_file()
        if file.is_file() and (self._home / "data" / "dbms" / "auth.ini").is_file():
            return
        password = secrets.token_hex(24)  # never begins with a hyphen, which AdminTool would take for an option
        local_process.admin(jars, self._home, "dbms", "set-initial-password", password)
        local_process.write_private(file, password)

    def _free_port(self, progress: Progress) -> int:
        fixed, kept = self._settings.bolt_port, self._recorded().get("bolt_port", 0)
        if fixed and not _is_free(fixed):
            raise ServerError(
                f"Port {fixed} (INQUIRY_GRAPH_BOLT_PORT) is taken by another program. "
                "End that program, or set another port; 0 takes a free one."
            )
        if not fixed and kept and not _is_free(kept):
            progress(f"Port {kept} is taken by another program now: taking another one.")
            kept = 0
        return fixed or kept or _any_port()

    def _process(self) -> psutil.Process | None:
        """The recorded process, if it is still our server."""
        try:
            process = psutil.Process(self._recorded()["pid"])
        except (KeyError, psutil.Error):
            return None
        return process if local_process.serves(process, self._home) else None

    def _connection(self, port: int) -> Connection:
        password = self._password_file().read_text(encoding="utf-8")
        return Connection(_uri(port), USERNAME, password, local_backup.DATABASE)

    def _password_file(self) -> Path:
        return self._home / "password"

    def _recorded(self) -> dict[str, Any]:
        try:
            recorded: dict[str, Any] = json.loads((self._home / "state.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return recorded

    def _record(self, **what: Any) -> None:
        local_process.write_private(self._home / "state.json", json.dumps(what))

    def _with_lock(self, progress: Progress, work: Callable[[], T]) -> T:
        try:
            self._make_folders()
            with _locked(self._home / "server.lock", progress):
                return work()
        except OSError as error:
            raise neo4j_jars.disk_error(error, self._home) from error

    def _make_folders(self) -> None:
        for folder in (self._home, *(self._home / name for name in FOLDERS)):
            make_private(folder)


def _uri(port: int) -> str:
    return f"bolt://127.0.0.1:{port}"


@contextmanager
def _locked(
    file: Path, progress: Progress, waiting: str = "Another process is at work on the local Neo4j. Waiting for it."
) -> Iterator[None]:
    lock = FileLock(file, mode=0o600)
    try:
        lock.acquire(timeout=0.5)
    except Timeout:
        progress(waiting)
        try:
            lock.acquire(timeout=LOCK_SECONDS)
        except Timeout as error:
            raise ServerError(
                f"Another process has held {file} for {LOCK_SECONDS / 60:.0f} minutes. End it and try again."
            ) from error
    try:
        yield
    finally:
        lock.release()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
