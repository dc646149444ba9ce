"""The statements that write, made from the model alone: no value ever stands in their text."""

from __future__ import annotations

from collections.abc import Iterator

from inquiry_graph import model
from inquiry_graph.schema import LinkKind, NodeKind

AWAIT_INDEXES = "CALL db.awaitIndexes(120)"
EXISTING_SCHEMA = "SHOW INDEXES YIELD name RETURN name"  # a uniqueness constraint has an index of its name

HOLDS_ANYTHING = "MATCH (node) RETURN 1 AS one LIMIT 1"

BEGIN_LOAD = """
MERGE (load:Load {id: $id})
SET load:Entity, load += $properties, load.loaded_by = $id
"""
COUNT_NODES = """
MATCH (node:Entity) WHERE node.loaded_by = $load AND NOT node:Load
RETURN [label IN labels(node) WHERE label IN $labels][0] AS kind, count(*) AS n
"""
COUNT_LINKS = """
MATCH (:Entity)-[link]->(:Entity) WHERE link.loaded_by = $load
RETURN type(link) AS kind, count(*) AS n
"""
# What an earlier load wrote and this one did not: links first, so that no node is held back.
CLEAN_LINKS = """
MATCH (:Entity)-[link]->(:Entity) WHERE link.loaded_by <> $load
WITH link LIMIT $batch DELETE link RETURN count(*) AS n
"""
CLEAN_NODES = """
MATCH (node:Entity) WHERE node.loaded_by <> $load AND NOT node:Load
WITH node LIMIT $batch DETACH DELETE node RETURN count(*) AS n
"""
# A quotation is found by its words, and leads to the record that it belongs to.
ADD_QUOTATIONS = """
MATCH (record:Entity)-[citation]->(:Source) WHERE citation.quotation IS NOT NULL
WITH record, citation.quotation AS quotation ORDER BY citation.id
WITH record, collect(DISTINCT quotation) AS quotations
SET record.search_text = reduce(text = record.search_text, quotation IN quotations | text + '\\n' + quotation)
"""


def schema_statements() -> Iterator[tuple[str, str]]:
    """(name, statement) of each constraint and index, before the first row."""
    for label in (model.ENTITY, *(kind.label for kind in model.NODE_KINDS)):
        name = f"node_{label.lower()}_id"
        yield name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for link in model.LINK_KINDS:
        name = f"link_{link.type.lower()}_id"
        yield name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{link.type}]-() REQUIRE r.id IS UNIQUE"
    name = model.SEARCH_INDEX
    yield name, f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{model.ENTITY}) ON EACH [n.search_text]"


def write_nodes(kind: NodeKind) -> str:
    """Write a batch of nodes of one kind. Rows: id, properties, failure (whether it carries that label too)."""
    statement = f"""
UNWIND $rows AS row
MERGE (node:{kind.label} {{id: row.id}})
SET node = row.properties, node:{model.ENTITY}, node.{model.MARK} = $load
"""
    if any(declared.name == "outcome" for declared in kind.properties):
        statement += f"""REMOVE node:{model.FAILURE}
FOREACH (_ IN CASE WHEN row.failure THEN [1] ELSE [] END | SET node:{model.FAILURE})
"""
    return statement


def write_links(link: LinkKind) -> str:
    """Write a batch of links of one type. Rows: id, start, end, properties."""
    return f"""
UNWIND $rows AS row
MATCH (start:{model.ENTITY} {{id: row.start}})
MATCH (end:{model.ENTITY} {{id: row.end}})
MERGE (start)-[link:{link.type} {{id: row.id}}]->(end)
SET link = row.properties, link.{model.MARK} = $load
"""
