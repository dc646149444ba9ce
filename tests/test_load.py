"""What a load leaves in the graph: what the package holds, no more and no less."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest

from graph_loader import holds_package, load, load_package
from inquiry_graph import model
from inquiry_graph.database import Database
from inquiry_graph.errors import LoadError, PackageError
from inquiry_graph.subgraph import Link, Node

CHANGING = {model.MARK, "started", "finished"}


def fingerprint(database: Database) -> str:
    """SHA-256 over every node and link, the load's mark and times left out."""
    nodes = [row[0] for row in database.read("MATCH (n:Entity) RETURN n ORDER BY n.id").rows]
    links = [row[0] for row in database.read("MATCH (:Entity)-[r]->(:Entity) RETURN r ORDER BY r.id").rows]
    return hashlib.sha256(json.dumps([shown(item) for item in [*nodes, *links]]).encode()).hexdigest()


def shown(item: Node | Link) -> list[object]:
    kept = sorted((key, value) for key, value in item.properties.items() if key not in CHANGING)
    return [item.id, item.kind, kept]


def ids(database: Database) -> set[str]:
    return {row[0] for row in database.read("MATCH (n:Entity) WHERE NOT n:Load RETURN n.id").rows}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def keep_only(path: Path, rows: list[dict[str, str]]) -> None:
    header = path.read_text(encoding="utf-8").split("\n")[0].strip().split(",")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_the_graph_holds_every_row_and_nothing_else(empty: Database, small_copy: Path) -> None:
    record = load_package(small_copy, empty)
    tables = [small_copy / f"{kind.table}.csv" for kind in model.table_kinds()]
    assert ids(empty) == {row["id"] for table in tables for row in rows_of(table)}
    assert record.result == "complete"
    assert record.nodes == len(ids(empty))
    assert record.links == sum(empty.counts().links.values())
    assert empty.counts().links["EVIDENCED_BY"] == len(
        [row for row in rows_of(small_copy / "citations.csv") if row["link"] == "EVIDENCED_BY"]
    )


def test_loading_twice_changes_nothing_but_the_mark(empty: Database, small_copy: Path) -> None:
    first = load_package(small_copy, empty)
    before = fingerprint(empty)
    second = load_package(small_copy, empty)
    assert fingerprint(empty) == before
    assert (first.id, first.nodes, first.links) == (second.id, second.nodes, second.links)
    assert empty.counts().nodes["Load"] == 1


def test_a_row_that_is_taken_out_goes_with_its_links_and_nothing_else(empty: Database, small_copy: Path) -> None:
    load_package(small_copy, empty)
    before = ids(empty)
    findings, citations, claims = (small_copy / f"{name}.csv" for name in ("findings", "citations", "claims"))
    gone = rows_of(findings)[-1]["id"]
    keep_only(findings, [row for row in rows_of(findings) if row["id"] != gone])
    keep_only(citations, [row for row in rows_of(citations) if row["of"] != gone])
    keep_only(claims, [row | {"answers": row["answers"].replace(gone, "")} for row in rows_of(claims)])
    load_package(small_copy, empty)
    assert before - ids(empty) == {gone}
    assert not empty.read("MATCH ()-[r]->() WHERE r.id CONTAINS $id RETURN r", {"id": gone + "|"}).rows


def test_an_outcome_that_changes_takes_the_failure_label_along(empty: Database, small_copy: Path) -> None:
    findings = small_copy / "findings.csv"
    keep_only(findings, [row | {"outcome": "failing"} for row in rows_of(findings)])
    load_package(small_copy, empty)
    assert empty.counts().nodes["Failure"] == len(rows_of(findings))
    keep_only(findings, [row | {"outcome": "adequate"} for row in rows_of(findings)])
    load_package(small_copy, empty)
    assert "Failure" not in empty.counts().nodes


def test_a_package_with_a_mistake_leaves_the_graph_as_it_was(empty: Database, small_copy: Path) -> None:
    load_package(small_copy, empty)
    before = fingerprint(empty)
    findings = small_copy / "findings.csv"
    keep_only(findings, [row | {"outcome": "dreadful"} for row in rows_of(findings)])
    with pytest.raises(PackageError) as refusal:
        load_package(small_copy, empty)
    assert len(refusal.value.problems) == len(rows_of(findings))
    assert fingerprint(empty) == before


def test_a_load_in_many_transactions_leaves_the_same_graph(
    empty: Database, small_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_package(small_copy, empty)
    before = fingerprint(empty)
    monkeypatch.setattr("graph_loader.load.ONE_TRANSACTION", 0)
    monkeypatch.setattr("graph_loader.load.BATCH", 3)
    findings = small_copy / "findings.csv"
    keep_only(findings, [row | {"summary": row["summary"] + " Again."} for row in rows_of(findings)])
    load_package(small_copy, empty)
    assert fingerprint(empty) != before
    keep_only(findings, [row | {"summary": row["summary"].removesuffix(" Again.")} for row in rows_of(findings)])
    load_package(small_copy, empty)
    assert ids(empty) >= {row["id"] for row in rows_of(findings)}


def test_what_is_derived_is_there(loaded: Database) -> None:
    weights = loaded.read("MATCH ()-[c:EVIDENCED_BY]->() RETURN DISTINCT c.weight AS weight").rows
    assert weights
    assert all(0 < weight <= 1 for (weight,) in weights)
    assert not loaded.read("MATCH (n:Entity) WHERE n.name IS NULL OR n.search_text IS NULL RETURN n").rows
    precisions = loaded.read("MATCH (e:Event) RETURN DISTINCT size(e.date) AS length, e.precision AS precision").rows
    assert set(precisions) <= {(4, "year"), (7, "month"), (10, "day")}


def test_a_quotation_is_found_by_its_words(loaded: Database) -> None:
    ((quotation, finding),) = loaded.read(
        "MATCH (f:Finding)-[c:EVIDENCED_BY]->() RETURN c.quotation, f.id ORDER BY f.id LIMIT 1"
    ).rows
    found = loaded.read(
        "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id",
        {"index": model.SEARCH_INDEX, "words": f'"{quotation}"'},
    ).rows
    assert (finding,) in found


def test_every_key_has_its_constraint(loaded: Database) -> None:
    with loaded.writing() as writer:
        unique = {
            (row["on"][0], row["properties"][0])
            for row in writer.run(
                "SHOW CONSTRAINTS YIELD labelsOrTypes AS on, properties, type WHERE type CONTAINS 'UNIQUENESS' "
                "RETURN on, properties"
            )
        }
    names = {model.ENTITY} | {kind.label for kind in model.NODE_KINDS} | {link.type for link in model.LINK_KINDS}
    assert {(name, "id") for name in names} <= unique


def test_the_graph_knows_which_package_it_holds(empty: Database, small_copy: Path) -> None:
    assert not holds_package(small_copy, empty)
    load_package(small_copy, empty)
    assert holds_package(small_copy, empty)
    themes = small_copy / "themes.csv"
    keep_only(themes, [row | {"question": "Another question?"} for row in rows_of(themes)])
    assert not holds_package(small_copy, empty)


@pytest.mark.parametrize("one_transaction", [True, False])
def test_a_load_whose_files_change_under_it_is_broken_off_and_removes_nothing(
    empty: Database, small_copy: Path, monkeypatch: pytest.MonkeyPatch, one_transaction: bool
) -> None:
    load_package(small_copy, empty)
    before = ids(empty)
    findings = small_copy / "findings.csv"
    rows = rows_of(findings)
    if not one_transaction:
        monkeypatch.setattr(load, "ONE_TRANSACTION", 0)

    def lose_a_row(sentence: str) -> None:
        if sentence.startswith("Loading"):
            keep_only(findings, rows[1:])

    with pytest.raises(LoadError, match=r"17 in the package.*Nothing that was there before was removed"):
        load_package(small_copy, empty, lose_a_row)
    assert ids(empty) == before
