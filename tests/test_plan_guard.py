"""Statements that would write, administer or reach outside: each is refused and none has an effect.

They go through the very function that the workbench and the command line use.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from inquiry_graph.database import Database
from inquiry_graph.errors import DatabaseError

WRITES = [
    "CREATE (n:Bad)",
    "CREATE (n:Bad) RETURN n",
    "create (n:Bad)",
    "/* harmless */ CREATE (n:Bad)",
    "// harmless\nCREATE (n:Bad)",
    "MATCH (n) WITH n LIMIT 1 CREATE (n)-[:BAD]->(:Bad)",
    "INSERT (n:Bad)",
    "MERGE (n:Bad {id: 1})",
    "MERGE (n:Entity {id: 'theme:bad'}) ON CREATE SET n.name = 'bad'",
    "MATCH (n:Finding) SET n.outcome = 'adequate'",
    "MATCH (n:Finding) SET n:Bad",
    "MATCH (n:Finding) SET n += {outcome: 'adequate'}",
    "MATCH (n:Finding) REMOVE n.outcome",
    "MATCH (n:Finding) REMOVE n:Failure",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "FOREACH (x IN [1, 2] | CREATE (:Bad))",
    "MATCH (n:Finding) FOREACH (x IN [n] | SET x.outcome = 'adequate')",
    "CALL () { CREATE (n:Bad) RETURN n } RETURN n",
    "CALL () { CREATE (n:Bad) } IN TRANSACTIONS",
    "UNWIND [1, 2] AS x CALL (x) { CREATE (:Bad {x: x}) } IN TRANSACTIONS OF 1 ROW",
    "UNWIND [1, 2] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS OF 1 ROW RETURN y",
    "RETURN 1 AS x UNION CREATE (n:Bad) RETURN 1 AS x",
    "CYPHER 5 CREATE (n:Bad)",
    "CYPHER 25 CREATE (n:Bad)",
    "CYPHER runtime=slotted CREATE (n:Bad)",
    "PROFILE CREATE (n:Bad)",
    "CYPHER 25 PROFILE CREATE (n:Bad)",
    "\u0043REATE (n:Bad)",
    "ＣREATE (n:Bad)",  # a full-width letter
    "CREATE (n:`Bad`)",
    "RETURN 1; CREATE (n:Bad)",
    "CREATE (n:Bad);",
]
SCHEMA = [
    "CREATE INDEX bad FOR (n:Finding) ON (n.outcome)",
    "CREATE TEXT INDEX bad FOR (n:Finding) ON (n.summary)",
    "CREATE FULLTEXT INDEX bad FOR (n:Finding) ON EACH [n.summary]",
    "CREATE CONSTRAINT bad FOR (n:Finding) REQUIRE n.summary IS UNIQUE",
    "DROP CONSTRAINT node_finding_id",
    "DROP INDEX entity_search",
    "CALL db.createLabel('Bad')",
    "CALL db.createRelationshipType('BAD')",
    "CALL db.createProperty('bad')",
]
ADMINISTRATION = [
    "CREATE USER bad SET PASSWORD 'badbadbad'",
    "DROP USER neo4j",
    "ALTER USER neo4j SET PASSWORD 'badbadbad'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "SHOW USERS",
    "SHOW CURRENT USER",
    "SHOW DATABASES",
    "CREATE DATABASE bad",
    "STOP DATABASE neo4j",
    "USE system SHOW USERS",
    "USE system MATCH (n) RETURN n",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "PROFILE TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "CALL dbms.listConfig()",
    "CALL /* a comment */ dbms.listConfig() YIELD name RETURN name",
    "CALL `dbms`.`listConfig`()",
    "CALL dbms.killConnection('bolt-1')",
    "CALL dbms.killConnections(['bolt-1'])",
    "CALL dbms.listConnections()",
    "CALL dbms.queryJmx('*:*')",
    "CALL dbms.listPools()",
    "CALL db.clearQueryCaches()",
    "CALL db.prepareForReplanning()",
    "CALL db.resampleIndex('entity_search')",
    "CALL db.checkpoint()",
    "CALL tx.setMetaData({bad: true})",
]


@pytest.fixture
def untouched(loaded: Database) -> Iterator[Database]:
    before = (loaded.counts(), loaded.read("MATCH (n:Entity) RETURN n ORDER BY n.id").rows)
    yield loaded
    after = (loaded.counts(), loaded.read("MATCH (n:Entity) RETURN n ORDER BY n.id").rows)
    assert after == before
    assert not loaded.read("MATCH (n:Bad) RETURN n").rows


def test_no_hostile_statement_has_an_effect(untouched: Database) -> None:
    assert len(WRITES + SCHEMA + ADMINISTRATION) >= 60
    for statement in WRITES + SCHEMA + ADMINISTRATION:
        with pytest.raises(DatabaseError):
            untouched.read_typed(statement)


@pytest.mark.parametrize("scheme", ["http", "ftp", "file"])
def test_nothing_outside_the_graph_is_opened(untouched: Database, scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/secret.csv"
        with pytest.raises(DatabaseError):
            untouched.read_typed(f"LOAD CSV FROM '{address}' AS line RETURN line")
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (f:Finding)-[:OF_PRACTICE]->(p:Practice) RETURN p.name, count(f) ORDER BY p.name",
        "MATCH (f:Finding) WHERE NOT (f)-[:ABOUT]->() RETURN f.id",
        "MATCH p = shortestPath((a:Finding)-[*..6]-(b:Location)) RETURN p LIMIT 1",
        "MATCH (a:Finding) (()-[]-()){1,3} (b:Theme) RETURN a.id, b.id LIMIT 5",
        "OPTIONAL MATCH (f:Finding {id: 'finding:none'}) RETURN f",
        "MATCH (f:Finding) RETURN DISTINCT f.outcome AS outcome ORDER BY outcome SKIP 1 LIMIT 3",
        "MATCH (f:Finding) CALL (f) { MATCH (f)-[c]->(s:Source) RETURN count(c) AS n } RETURN f.id, n",
        "MATCH (f:Finding) WHERE EXISTS { (f)-[:IN_CASE]->(:Case {kind: 'local'}) } RETURN count(f)",
        "MATCH (f:Finding) RETURN COLLECT { MATCH (f)-[:ABOUT]->(a) RETURN a.name } AS bodies",
        "UNWIND [1, 2] AS x RETURN x UNION ALL RETURN 3 AS x",
        "MATCH (n:Entity) WHERE n.id STARTS WITH 'theme:' RETURN n",
        "MATCH ()-[r:EVIDENCED_BY]->() RETURN count(r)",
        "CALL db.labels() YIELD label RETURN label",
        "CALL db.index.fulltext.queryNodes('entity_search', 'council') YIELD node RETURN node.id",
    ],
)
def test_a_statement_that_reads_is_answered(loaded: Database, statement: str) -> None:
    assert loaded.read_typed(statement).columns
