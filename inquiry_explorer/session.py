"""The graph that a page reads: opened once for the whole app, opened again when it was away, loaded at first use.

Connections are kept by the settings that lead to them; plain answers are kept until the next load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import streamlit as st

from graph_loader.ready import see_that_it_is_loaded
from inquiry_explorer.escaping import as_label
from inquiry_graph.database import Database, LoadRecord, open_database
from inquiry_graph.errors import DatabaseUnavailable, InquiryGraphError
from inquiry_graph.local_server import LocalServer
from inquiry_graph.progress import Progress
from inquiry_graph.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")


class Connection:
    """One graph, for every session of the app."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.load: LoadRecord | None = None
        self.notice = ""
        self._database: Database | None = None
        self._opening = Lock()

    def answering(self) -> Database | None:
        """The open connection if the graph answers; also looks which load it holds now."""
        database = self._database
        if database is None:
            return None
        try:
            self.load = database.last_load()
        except DatabaseUnavailable:
            self._forget(database)
            return None
        return database

    def open(self, progress: Progress) -> Database:
        """Connect, and load the package if the graph does not hold it. One session does so, others wait for it."""
        with self._opening:
            found = self.answering()
            if found is not None:
                return found
            database = open_database(self.settings, progress)
            try:
                self.notice = see_that_it_is_loaded(self.settings, database, progress)
                self.load = database.last_load()
            except BaseException:
                database.close()
                raise
            self._database = database
            return database

    def _forget(self, database: Database) -> None:
        if self._database is database:
            self._database = None
        database.close()


def graph() -> Database:
    """The graph, ready to be read. Raises what opening and loading raise; the next run tries again."""
    connection = _connection(Settings.from_environment())
    return connection.answering() or _open(connection)


def current_load() -> LoadRecord | None:
    """The load that `graph` saw last."""
    return _connection(Settings.from_environment()).load


def notice() -> str:
    """What a reader must know of the graph that was opened; empty as a rule."""
    return _connection(Settings.from_environment()).notice


def answers_again() -> bool:
    """Whether the graph can be reached. Starts nothing: a server that somebody stopped stays stopped."""
    settings = Settings.from_environment()
    if not settings.neo4j_uri:
        return LocalServer(settings).running() is not None
    try:
        open_database(settings).close()
    except InquiryGraphError:
        return False
    return True


def worked_out(function: Callable[..., T], *arguments: Any) -> T:
    """As `kept`, for what may take long: meanwhile the page says what the function tells of its progress."""
    database, load = graph(), current_load()
    if load is None or load.finished is None:
        return _watched(function, database, arguments)
    results, name = _worked_out(_held(load)), f"{function.__module__}.{function.__name__}"
    if (name, arguments) not in results:
        results[name, arguments] = _watched(function, database, arguments)
    return cast(T, results[name, arguments])


def kept(function: Callable[Concatenate[Database, P], T], *arguments: P.args, **named: P.kwargs) -> T:
    """What a function of the library says of the graph, kept until the next load."""
    database, load = graph(), current_load()
    call = partial(function, database, *arguments, **named)
    if load is None or load.finished is None:
        return call()
    return cast(T, _keeper()(f"{function.__module__}.{function.__name__}", _held(load), arguments, named, _call=call))


def _held(load: LoadRecord) -> tuple[str, ...]:
    """Which graph it is, and which load it holds: an answer is kept under both."""
    settings = Settings.from_environment()
    return (settings.neo4j_uri, settings.neo4j_database, str(settings.home), load.id, load.finished or "")


def _open(connection: Connection) -> Database:
    with _telling("Opening the graph …") as progress:
        return connection.open(progress)


def _watched(function: Callable[..., T], database: Database, arguments: tuple[Any, ...]) -> T:
    with _telling("Reading the graph …") as progress:
        return function(database, *arguments, progress)


@contextmanager
def _telling(first: str) -> Iterator[Progress]:
    """A line on the page that says what is being done, and is gone at the end."""
    place = st.empty()
    with place.container():
        status = st.status(first)
    try:
        yield lambda sentence: _say(status, sentence)
    finally:
        place.empty()


def _say(status: Any, sentence: str) -> None:
    status.update(label=as_label(sentence))


@st.cache_resource(show_spinner=False)
def _connection(settings: Settings) -> Connection:
    return Connection(settings)


@st.cache_resource(show_spinner=False, max_entries=2)
def _worked_out(held: tuple[str, ...]) -> dict[tuple[str, tuple[Any, ...]], Any]:  # noqa: ARG001 - it is the key
    return {}


@cache
def _keeper() -> Callable[..., Any]:
    """Made at first use: a cache that is made before the app runs complains that it does not run."""

    def call(name: str, held: tuple[str, ...], arguments: Any, named: Any, _call: Callable[[], Any]) -> Any:  # noqa: ARG001 - they are the key
        return _call()

    return st.cache_data(show_spinner="Reading the graph …", max_entries=500)(call)
