"""The one door to Neo4j: connect, read within limits, write for the loader.

The only module that imports the driver. Whatever a person can influence goes through
`Database.read` or, when they typed the statement, `Database.read_typed`.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Self

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, Result, Session, Transaction
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from inquiry_graph import values
from inquiry_graph.errors import (
    DatabaseError,
    DatabaseUnavailable,
    MemoryLimitReached,
    SettingError,
    StatementError,
    StatementRefused,
    TimeLimitReached,
)
from inquiry_graph.local_server import LocalServer
from inquiry_graph.plan_guard import require_read_only
from inquiry_graph.progress import Progress, unheard
from inquiry_graph.settings import Settings, without_credentials
from inquiry_graph.subgraph import Rows

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # its errors reach people through ours

_COMPONENTS = (
    "CALL dbms.components() YIELD name, versions, edition "
    "WITH * WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version, edition"
)
_LAST_LOAD = "MATCH (load:Load) RETURN load ORDER BY load.started DESC LIMIT 1"
_NODE_COUNTS = (
    "MATCH (node:Entity) UNWIND labels(node) AS label "
    "WITH label, count(*) AS n WHERE label <> 'Entity' RETURN label, n ORDER BY label"
)
_LINK_COUNTS = "MATCH (:Entity)-[link]->(:Entity) RETURN type(link) AS type, count(*) AS n ORDER BY type"


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """Which Neo4j answers, and what keeps a reader from writing."""

    address: str
    version: str
    edition: str
    guards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """The last load, as the graph records it. Times are ISO 8601 in UTC; `finished` is None while it is under way."""

    id: str
    package: str
    dataset_version: str
    checksum: str
    started: str
    finished: str | None
    result: str
    nodes: int
    links: int


@dataclass(frozen=True, slots=True)
class GraphCounts:
    """How many nodes of each label and links of each type the graph holds."""

    nodes: Mapping[str, int]
    links: Mapping[str, int]


class Writer:
    """One write transaction: all of it is kept, or nothing. For the loader."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def run(self, statement: str, **parameters: Any) -> list[dict[str, Any]]:
        """Run one statement and return its rows as plain values."""
        result = self._transaction.run(statement, parameters)
        columns = result.keys()
        return [dict(zip(columns, map(values.plain, record.values()), strict=True)) for record in result]


class Database:
    """A connection to one graph. Use it as a context manager, or call `close`."""

    def __init__(self, driver: Driver, settings: Settings, address: str, database: str) -> None:
        self._driver = driver
        self._settings = settings
        self._address = address
        self._database = database
        self._bookmarks = GraphDatabase.bookmark_manager()  # a reader sees what this process wrote, on a cluster too

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection; the server goes on."""
        self._driver.close()

    def read(
        self, statement: str, parameters: Mapping[str, Any] | None = None, *, row_limit: int | None = None
    ) -> Rows:
        """Run one of our own statements as the reader.

        Raises TimeLimitReached, MemoryLimitReached, StatementError or DatabaseUnavailable.
        """
        limit = self._settings.row_limit if row_limit is None else row_limit
        with self._transaction(READ_ACCESS, self._settings.query_seconds) as transaction:
            return _rows(transaction.run(statement, dict(parameters or {})), limit)

    def read_typed(
        self, statement: str, parameters: Mapping[str, Any] | None = None, *, row_limit: int | None = None
    ) -> Rows:
        """Run what a person typed, once its plan shows that it only reads.

        Raises StatementRefused, and what `read` raises. A StatementError knows line and column.
        """
        with _without_first_line(), self._transaction(READ_ACCESS, self._settings.query_seconds) as transaction:
            summary = transaction.run(f"EXPLAIN\n{statement}", dict(parameters or {})).consume()
        if summary.profile is not None:
            raise StatementRefused("The statement was not run: leave out EXPLAIN and PROFILE.")
        require_read_only(summary.plan, summary.query_type)
        return self.read(statement, parameters, row_limit=row_limit)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One write transaction, committed at the end of the block and undone if the block raises. For the loader."""
        with self._transaction(WRITE_ACCESS, None) as transaction:
            yield Writer(transaction)

    def undisturbed(self, progress: Progress) -> AbstractContextManager[None]:
        """Hold off backups and other loads during a block; only the local server knows of them."""
        return nullcontext() if self._settings.neo4j_uri else LocalServer(self._settings).undisturbed(progress)

    def facts(self) -> ServerFacts:
        """Which server answers, and the guards in force."""
        (row,) = self.read(_COMPONENTS).rows
        version, edition = row
        seconds, limit = self._settings.query_seconds, self._settings.row_limit
        guards = (
            "Every question and typed statement runs in READ access mode, which the server enforces.",
            "A typed statement runs only if its plan consists of steps that read this graph.",
            f"A statement is stopped after {seconds} seconds; an answer holds at most {limit:,} rows.",
        )
        return ServerFacts(self._address, version, edition, guards)

    def last_load(self) -> LoadRecord | None:
        """The load that began last, or None if the graph was never loaded."""
        found = self.read(_LAST_LOAD).rows
        if not found:
            return None
        record = found[0][0].properties
        return LoadRecord(
            id=found[0][0].id,
            package=record["package"],
            dataset_version=record["dataset_version"],
            checksum=record["checksum"],
            started=record["started"],
            finished=record.get("finished"),
            result=record["result"],
            nodes=record["nodes"],
            links=record["links"],
        )

    def counts(self) -> GraphCounts:
        """Nodes by label and links by type."""
        return GraphCounts(
            nodes=dict(self.read(_NODE_COUNTS).rows),
            links=dict(self.read(_LINK_COUNTS).rows),
        )

    @contextmanager
    def _transaction(self, access: str, seconds: float | None) -> Iterator[Transaction]:
        started = time.monotonic()
        try:
            with self._session(access) as session, session.begin_transaction(timeout=seconds) as transaction:
                yield transaction
                transaction.commit()
        except (ServiceUnavailable, SessionExpired, AuthError, ConfigurationError, OSError) as error:
            raise _unavailable(self._address, error) from error
        except Neo4jError as error:
            raise _said_plainly(error, time.monotonic() - started, seconds) from error
        except DriverError as error:
            raise DatabaseError(f"The driver could not carry out the statement: {error}") from error
        except (OverflowError, UnicodeEncodeError) as error:
            raise DatabaseError(
                "A value cannot be sent to Neo4j. Give whole numbers of at most 64 bits, and text of whole characters."
            ) from error

    def _session(self, access: str) -> Session:
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )


def open_database(settings: Settings, progress: Progress = unheard) -> Database:
    """Connect to NEO4J_URI or, where it is not set, to the local server, which is started if need be.

    Raises DatabaseUnavailable or SettingError; for the local server also ServerError.
    """
    if settings.neo4j_uri:
        uri, name, password = settings.neo4j_uri, settings.neo4j_username, settings.neo4j_password
        database = settings.neo4j_database
    else:
        local = LocalServer(settings).ensure_running(progress)
        uri, name, password, database = local.uri, local.username, local.password, local.database
    shown = without_credentials(uri)
    try:
        driver = GraphDatabase.driver(
            uri, auth=(name, password), notifications_min_severity="OFF", connection_acquisition_timeout=15
        )
    except (ConfigurationError, ValueError) as error:
        raise SettingError(f"NEO4J_URI is {shown!r}. Give an address such as bolt://127.0.0.1:7687.") from error
    try:
        driver.verify_connectivity()
    except (DriverError, Neo4jError, OSError) as error:
        driver.close()
        raise _unavailable(shown, error) from error
    return Database(driver, settings, shown, database)


def _rows(result: Result, limit: int) -> Rows:
    columns = tuple(result.keys())
    found = result.fetch(limit + 1)
    rows = tuple(tuple(values.plain(value) for value in record.values()) for record in found[:limit])
    return Rows(columns, rows, truncated=len(found) > limit)


def _unavailable(address: str, error: Exception) -> DatabaseUnavailable:
    if isinstance(error, AuthError):
        return DatabaseUnavailable(
            f"Neo4j at {address} refused the user name or password. Set NEO4J_USERNAME and NEO4J_PASSWORD."
        )
    if isinstance(error, ServiceUnavailable | SessionExpired) and "defunct" in str(error):
        return DatabaseUnavailable(
            f"Neo4j at {address} broke off its answer: it was stopped, or the answer was too large for it. "
            "Ask again, or ask for less."
        )
    return DatabaseUnavailable(
        f"Neo4j at {address} does not answer. Start it (`inquiry-graph start` for the local server) or mend NEO4J_URI."
    )


def _said_plainly(error: Neo4jError, seconds: float, allowed: float | None) -> DatabaseError:
    code, message = error.code or "", error.message or str(error)
    if code.startswith(("Neo.ClientError.Statement.AccessMode", "Neo.ClientError.Security")):
        return StatementRefused("The statement was not run: statements here may only read this graph.")
    if "TransactionTimedOut" in code or (allowed and "Terminated" in code and seconds >= allowed):
        return TimeLimitReached(
            f"The statement was stopped after {allowed:g} seconds. Ask for less (a LIMIT, a narrower MATCH), "
            "or raise INQUIRY_GRAPH_QUERY_SECONDS."
        )
    if "OutOfMemory" in code:
        return MemoryLimitReached(
            "The statement needs more memory than one statement may take. "
            "Ask for less: a LIMIT, or counts in place of lists."
        )
    place = re.search(r"\s*\(line (\d+), column (\d+)[^\n]*", message)
    if place:
        line, column = int(place[1]), int(place[2])
        told = message[: place.start()]
        return StatementError(told, line, column)
    if isinstance(error, ClientError):
        return StatementError(message)
    return DatabaseError(f"Neo4j could not answer: {message} Try again; if it persists, see the server's log.")


@contextmanager
def _without_first_line() -> Iterator[None]:
    """Count lines as the person does who typed the statement that now stands below a line of ours."""
    try:
        yield
    except StatementError as error:
        line = error.line - 1 if error.line and error.column else None
        raise StatementError(str(error), line, error.column) from error
