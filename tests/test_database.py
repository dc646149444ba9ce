"""Reading within limits, and saying plainly what went wrong."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from inquiry_graph.database import Database, open_database
from inquiry_graph.errors import (
    DatabaseUnavailable,
    MemoryLimitReached,
    SettingError,
    StatementError,
    TimeLimitReached,
)
from inquiry_graph.settings import Settings

LIMIT = 3  # seconds
SLACK = 2  # seconds: what the server may take to notice
RUNAWAYS = [
    "UNWIND range(1, 1000000000) AS x RETURN count(x)",
    "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b WITH a, b WHERE a * b = 7 RETURN count(*)",
    "UNWIND range(1, 100000) AS x WITH collect(toString(x)) AS l UNWIND l AS a UNWIND l AS b "
    "WITH a, b WHERE a + b =~ '(.*1.*)+2' RETURN count(*)",
    "MATCH (a), (b), (c), (d), (e), (f) RETURN max(a.id + b.id + c.id + d.id + e.id + f.id)",
    "MATCH p = (a:Entity)-[*1..40]-(b:Entity) RETURN count(p)",
]
GREEDY = [
    "UNWIND range(1, 1000000000) AS x RETURN collect(x)",
    "RETURN range(1, 1000000000) AS numbers",
    "RETURN reduce(s = 'a', x IN range(1, 40) | s + s) AS text",
]


@pytest.fixture
def hurried(settings: Settings, loaded: Database) -> Database:
    assert loaded.counts().nodes
    return open_database(replace(settings, query_seconds=LIMIT))


@pytest.mark.parametrize("statement", RUNAWAYS)
def test_a_runaway_is_stopped_with_a_plain_sentence(hurried: Database, statement: str) -> None:
    started = time.monotonic()
    with hurried, pytest.raises((TimeLimitReached, MemoryLimitReached), match="Ask for less"):
        hurried.read_typed(statement)
    assert time.monotonic() - started < LIMIT + SLACK


@pytest.mark.parametrize("statement", GREEDY)
def test_a_greedy_statement_is_stopped_and_the_server_goes_on(hurried: Database, statement: str) -> None:
    with hurried:
        with pytest.raises((TimeLimitReached, MemoryLimitReached)):
            hurried.read_typed(statement)
        assert hurried.read("RETURN 1 AS one").rows == ((1,),)


def test_others_are_served_while_a_runaway_runs(hurried: Database, loaded: Database) -> None:
    with hurried, ThreadPoolExecutor() as threads:
        runaway = threads.submit(hurried.read_typed, RUNAWAYS[0])
        started = time.monotonic()
        assert loaded.read("RETURN 1 AS one").rows == ((1,),)
        assert time.monotonic() - started < LIMIT
        assert isinstance(runaway.exception(), TimeLimitReached)


def test_an_answer_is_cut_at_the_row_limit_and_says_so(loaded: Database) -> None:
    rows = loaded.read_typed("UNWIND range(1, 100) AS x RETURN x", row_limit=10)
    assert len(rows) == 10
    assert rows.truncated
    assert not loaded.read_typed("UNWIND range(1, 10) AS x RETURN x", row_limit=10).truncated


@pytest.mark.parametrize(
    ("statement", "line", "column"),
    [("MATCH (n) RETUN n", 1, 11), ("MATCH (n)\nWHERE n.x = \nRETURN n", 3, 8), ("RETURN nothing", 1, 8)],
)
def test_a_mistake_is_told_with_its_line_and_column(loaded: Database, statement: str, line: int, column: int) -> None:
    with pytest.raises(StatementError) as mistake:
        loaded.read_typed(statement)
    assert (mistake.value.line, mistake.value.column) == (line, column)


def test_values_travel_as_parameters(loaded: Database) -> None:
    hostile = "x'}) DETACH DELETE n //"
    assert loaded.read_typed("RETURN $value AS value", {"value": hostile}).rows == ((hostile,),)


def test_nodes_and_links_come_back_by_our_own_ids(loaded: Database) -> None:
    found = loaded.read(
        "MATCH (f:Finding)-[c:EVIDENCED_BY]->(s:Source) RETURN f, c, s ORDER BY f.id LIMIT 1"
    ).subgraph()
    finding, source = found.nodes
    (link,) = found.links
    assert (link.start, link.kind, link.end) == (finding.id, "EVIDENCED_BY", source.id)
    assert finding.id.startswith("finding:")


def test_a_link_that_is_returned_alone_knows_its_ends(loaded: Database) -> None:
    ((link,),) = loaded.read("MATCH (:Finding)-[c:EVIDENCED_BY]->() RETURN c ORDER BY c.id LIMIT 1").rows
    assert link.start.startswith("finding:")
    assert link.end.startswith("source:")


def test_a_server_that_does_not_answer_is_told_with_the_next_step(settings: Settings) -> None:
    with pytest.raises(DatabaseUnavailable, match="does not answer"):
        open_database(replace(settings, neo4j_uri="bolt://127.0.0.1:1"))


def test_a_wrong_password_is_told(settings: Settings) -> None:
    with pytest.raises(DatabaseUnavailable, match="NEO4J_PASSWORD"):
        open_database(replace(settings, neo4j_password="wrong-password"))


def test_an_address_that_is_none_is_told(settings: Settings) -> None:
    with pytest.raises(SettingError, match="NEO4J_URI"):
        open_database(replace(settings, neo4j_uri="nowhere"))


def test_the_server_says_what_it_is_and_which_guards_are_in_force(loaded: Database) -> None:
    facts = loaded.facts()
    assert facts.version.startswith(("5.26", "2026."))
    assert any("READ" in guard for guard in facts.guards)
