"""Neo4j's jars: fetched once from a Maven repository, each checked against its SHA-256 in the lock file.

A jar that is there with the right hash is not fetched again, so a broken-off fetch goes on where it
stopped. A jar gets its name only once it is whole. `scripts/lock_neo4j_jars.py` writes a lock anew.
"""

from __future__ import annotations

import errno
import hashlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inquiry_graph.errors import ServerError
from inquiry_graph.settings import without_credentials

if TYPE_CHECKING:
    import requests

LOCKS = Path(__file__).parent / "jar_locks"
AT_ONCE = 8  # connections
PATIENCE = (10, 60)  # seconds to connect, seconds without a byte
CHUNK = 1 << 20
MEGABYTE = 1_000_000
BETWEEN_SENTENCES = 3.0  # seconds


@dataclass(frozen=True, slots=True)
class Jar:
    """One line of a lock: Maven's coordinates, the SHA-256 and the size in bytes."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """The file's name, as Maven gives it."""
        classifier = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{classifier}.jar"

    @property
    def path(self) -> str:
        """The file's place in a Maven repository."""
        return f"{self.group.replace('.', '/')}/{self.artifact}/{self.version}/{self.name}"


class _Wrong(Exception):
    """What came is not what the lock says."""


def locked(version: str) -> tuple[Jar, ...]:
    """The jars of that version of Neo4j, in the order of the class path. Raises ServerError for one without a lock."""
    file = LOCKS / f"{version}.txt"
    if not file.is_file():
        known = ", ".join(sorted(path.stem for path in LOCKS.glob("*.txt")))
        raise ServerError(f"There is no list of jars for Neo4j {version}. Use one of {known}.")
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(_jar(line) for line in lines if line and not line.startswith("#"))


def _jar(line: str) -> Jar:
    coordinates, digest, size = line.split()
    group, artifact, version, classifier = (*coordinates.split(":"), "")[:4]
    return Jar(group, artifact, version, classifier, digest.removeprefix("sha256:"), int(size))


def provide(version: str, folder: Path, mirror: str, progress: Callable[[str], None]) -> tuple[Path, ...]:
    """See that `folder` holds every jar of that version, whole, and return them in the order of the class path.

    `mirror` is the address of a Maven repository; empty means the public one. Raises ServerError.
    """
    jars = locked(version)
    try:
        with ThreadPoolExecutor(AT_ONCE) as threads:
            whole = threads.map(lambda jar: _is_whole(folder / jar.name, jar), jars)
            missing = [jar for jar, there in zip(jars, whole, strict=True) if not there]
        if missing:
            _fetch(version, missing, folder, mirror, progress)
    except OSError as error:
        raise disk_error(error, folder) from error
    return tuple(folder / jar.name for jar in jars)


def disk_error(error: OSError, folder: Path) -> ServerError:
    """What to tell a person whose disk did not take a file."""
    if error.errno == errno.ENOSPC:
        return ServerError(
            f"The disk is full: {folder} could not be written. Free 1 GB there, or set INQUIRY_GRAPH_HOME."
        )
    return ServerError(
        f"{error.filename or folder} cannot be used: {error.strerror}. Mend it, or set INQUIRY_GRAPH_HOME."
    )


def _fetch(version: str, jars: Sequence[Jar], folder: Path, mirror: str, progress: Callable[[str], None]) -> None:
    from jgo.constants import MAVEN_CENTRAL_URL, default_maven_repo  # slow to import, needed once

    source = _Source((mirror or MAVEN_CENTRAL_URL).rstrip("/"), default_maven_repo(), folder)
    total = sum(jar.size for jar in jars)
    progress(f"Fetching Neo4j {version}: {len(jars)} jars, {total / MEGABYTE:.0f} MB, once.")
    started = told = time.monotonic()
    got = 0
    threads = ThreadPoolExecutor(AT_ONCE)
    try:
        waiting = {threads.submit(source.provide, jar): jar for jar in jars}
        for count, done in enumerate(as_completed(waiting), start=1):
            done.result()
            got += waiting[done].size
            if time.monotonic() - told > BETWEEN_SENTENCES:
                told = time.monotonic()
                progress(f"Fetched {count} of {len(jars)} jars, {got / MEGABYTE:.0f} of {total / MEGABYTE:.0f} MB.")
    finally:
        threads.shutdown(cancel_futures=True)
        source.close()
    progress(f"Fetched {len(jars)} jars in {time.monotonic() - started:.1f} s.")


class _Source:
    """Where jars come from: the local Maven cache, else a repository over one kept-alive connection a thread."""

    def __init__(self, address: str, cache: Path, folder: Path) -> None:
        self._address = address
        self._cache = cache
        self._folder = folder
        self._own = threading.local()
        self._sessions: list[requests.Session] = []

    def close(self) -> None:
        for session in self._sessions:
            session.close()

    def provide(self, jar: Jar) -> None:
        """Put one jar into the folder under its name, whole or not at all."""
        part = self._folder / f"{jar.name}.part"
        cached = self._cache / jar.path
        try:
            if _is_whole(cached, jar):
                shutil.copyfile(cached, part)
            else:
                self._download(jar, part)
            part.replace(self._folder / jar.name)
        finally:
            part.unlink(missing_ok=True)

    def _download(self, jar: Jar, part: Path) -> None:
        import requests

        url = f"{self._address}/{jar.path}"
        for last in (False, True):
            try:
                self._write(url, jar, part)
                return
            except (_Wrong, requests.RequestException) as error:
                if last:
                    raise self._told(jar, error) from error

    def _write(self, url: str, jar: Jar, part: Path) -> None:
        digest = hashlib.sha256()
        with self._session().get(url, stream=True, timeout=PATIENCE) as response, part.open("wb") as file:
            response.raise_for_status()
            for chunk in response.iter_content(CHUNK):
                digest.update(chunk)
                file.write(chunk)
        if digest.hexdigest() != jar.sha256:
            raise _Wrong(digest.hexdigest())

    def _session(self) -> requests.Session:
        import requests

        if not hasattr(self._own, "session"):
            self._own.session = requests.Session()
            self._sessions.append(self._own.session)
        session: requests.Session = self._own.session
        return session

    def _told(self, jar: Jar, error: Exception) -> ServerError:
        address = without_credentials(self._address)
        if isinstance(error, _Wrong):
            return ServerError(
                f"{jar.name} from {address} is not the file that was locked: its SHA-256 is {error}, "
                f"not {jar.sha256}. It was not kept. Try again, or name another mirror in INQUIRY_GRAPH_MAVEN_MIRROR."
            )
        response = getattr(error, "response", None)
        said = "does not answer" if response is None else f"answered {response.status_code}"
        return ServerError(
            f"Neo4j could not be fetched: {address} {said} for {jar.name}. The first start needs the network: "
            "connect and try again (what was fetched is kept), name a Maven mirror in INQUIRY_GRAPH_MAVEN_MIRROR, "
            "or set NEO4J_URI to a Neo4j of your own."
        )


def _is_whole(file: Path, jar: Jar) -> bool:
    if not file.is_file() or file.stat().st_size != jar.size:
        return False
    digest = hashlib.sha256()
    for chunk in _chunks(file):
        digest.update(chunk)
    return digest.hexdigest() == jar.sha256


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            yield chunk
