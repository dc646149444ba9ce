"""The steps of a load: declare the schema, write, verify, clean. Only this module changes the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from graph_loader import derive, second_coding, statements
from graph_loader.check import Expected, parsed_rows
from graph_loader.package import Package
from graph_loader.records import LinkRecord, NodeRecord
from inquiry_graph import model
from inquiry_graph.database import Database
from inquiry_graph.errors import LoadError
from inquiry_graph.progress import Progress
from inquiry_graph.schema import LinkKind, NodeKind

BATCH = 5_000  # rows in one statement
ONE_TRANSACTION = 50_000  # nodes and links that fit one transaction within the local server's memory

Run = Callable[..., list[dict[str, Any]]]


def declare_schema(database: Database) -> None:
    """Create the constraints and the index that are not there yet, and wait until they can be used."""
    with database.writing() as writer:
        present = {row["name"] for row in writer.run(statements.EXISTING_SCHEMA)}
    missing = [statement for name, statement in statements.schema_statements() if name not in present]
    if missing:
        with database.writing() as writer:
            for statement in missing:
                writer.run(statement)
        with database.writing() as writer:
            writer.run(statements.AWAIT_INDEXES)


@contextmanager
def transactions(database: Database, expected: Expected) -> Iterator[Run]:
    """How statements run: all in one transaction where the package fits, else each in one of its own."""
    if expected.rows <= ONE_TRANSACTION:
        with database.writing() as writer:
            yield writer.run
    else:

        def run(statement: str, **parameters: Any) -> list[dict[str, Any]]:
            with database.writing() as writer:
                return writer.run(statement, **parameters)

        yield run


def begin(run: Run, package: Package, expected: Expected) -> None:
    """Record that the load is under way."""
    properties = {
        "name": f"{package.name} {package.version}",
        "search_text": f"{package.name} {package.version}",
        "package": package.name,
        "dataset_version": package.version,
        "checksum": package.checksum,
        "started": _now(),
        "finished": None,
        "result": "under_way",
        "nodes": sum(expected.nodes.values()),
        "links": sum(expected.links.values()),
        "agreement": second_coding.published_text(package),
    }
    run(statements.BEGIN_LOAD, id=package.load_id, properties=properties)


def write(run: Run, package: Package, expected: Expected, progress: Progress) -> None:
    """Write every node, then every link, in batches."""
    source_kinds: dict[str, str] = {}
    batches = _Batches(run, package.load_id, expected.rows, progress)
    for parsed in parsed_rows(package):
        if parsed.node:
            batches.add_node(parsed.node)
            if parsed.node.kind.label == "Source":
                source_kinds[parsed.node.id] = str(parsed.node.properties["kind"])
    batches.flush()
    for parsed in parsed_rows(package):
        for link in parsed.links:
            batches.add_link(link, source_kinds)
    batches.flush()
    run(statements.ADD_QUOTATIONS)


def clean(run: Run, package: Package) -> None:
    """Remove what an earlier load wrote and this one did not."""
    for statement in (statements.CLEAN_LINKS, statements.CLEAN_NODES):
        while run(statement, load=package.load_id, batch=BATCH)[0]["n"]:
            pass


def verify(run: Run, package: Package, expected: Expected) -> None:
    """See that the graph holds what the package holds, before anything else is removed.

    Raises LoadError with each difference.
    """
    labels = [kind.label for kind in model.NODE_KINDS]
    held = _counts(run(statements.COUNT_NODES, load=package.load_id, labels=labels))
    held |= _counts(run(statements.COUNT_LINKS, load=package.load_id))
    wanted = {**expected.nodes, **expected.links}
    differences = [
        f"{kind}: {held.get(kind, 0)} in the graph, {wanted.get(kind, 0)} in the package"
        for kind in sorted(held.keys() | wanted.keys())
        if held.get(kind, 0) != wanted.get(kind, 0)
    ]
    if differences:
        raise LoadError(
            f"The load of {package.name} {package.version} was broken off: {'; '.join(differences)}. Nothing that was "
            "there before was removed. Load it again; if that fails too, look in the server's log."
        )


def finish(run: Run, package: Package) -> None:
    """Record that the load is complete."""
    run(statements.BEGIN_LOAD, id=package.load_id, properties={"finished": _now(), "result": "complete"})


def _counts(rows: list[dict[str, Any]]) -> dict[str, int]:
    return {row["kind"]: row["n"] for row in rows}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class _Batches:
    """Rows by kind, written when a batch is full."""

    def __init__(self, run: Run, load: str, of: int, progress: Progress) -> None:
        self._run, self._load, self._of, self._progress = run, load, of, progress
        self._rows: dict[NodeKind | LinkKind, list[Mapping[str, Any]]] = defaultdict(list)
        self._written = 0

    def add_node(self, node: NodeRecord) -> None:
        failure = model.FAILURE in derive.extra_labels(node)
        row = {"id": node.id, "properties": derive.node_properties(node), "failure": failure}
        self._add(node.kind, row)

    def add_link(self, link: LinkRecord, source_kinds: Mapping[str, str]) -> None:
        properties = derive.link_properties(link, source_kinds)
        self._add(link.kind, {"id": link.id, "start": link.start, "end": link.end, "properties": properties})

    def flush(self) -> None:
        for kind in list(self._rows):
            self._write(kind)
        self._progress(f"Written {self._written:,} of {self._of:,} nodes and links.")

    def _add(self, kind: NodeKind | LinkKind, row: Mapping[str, Any]) -> None:
        self._rows[kind].append(row)
        if len(self._rows[kind]) >= BATCH:
            self._write(kind)
            self._progress(f"Written {self._written:,} of {self._of:,} nodes and links.")

    def _write(self, kind: NodeKind | LinkKind) -> None:
        rows = self._rows.pop(kind)
        statement = statements.write_nodes(kind) if isinstance(kind, NodeKind) else statements.write_links(kind)
        self._run(statement, rows=rows, load=self._load)
        self._written += len(rows)
