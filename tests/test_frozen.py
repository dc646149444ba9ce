"""A frozen view opens again and says what has changed; an export made again says whether it is the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from commands import run
from hypothesis import given
from hypothesis import strategies as some
from rewriting import rewrite

from graph_loader import load_package
from inquiry_graph.answers import ask, picture
from inquiry_graph.catalogue import question
from inquiry_graph.database import Database
from inquiry_graph.errors import ExportError, ViewFileError
from inquiry_graph.export import FORMATS, Material, of_answer, of_pattern, of_selection, of_statement, render
from inquiry_graph.export.frozen import own_hash
from inquiry_graph.frozen import compare, read_frozen
from inquiry_graph.neighbourhood import among
from inquiry_graph.remaking import around, completed, verify
from inquiry_graph.settings import Settings
from inquiry_graph.subgraph import Rows

FINDING = "finding:harrowmere-1"
IDS = ("agency:harrowmere-council", "case:harrowmere-2004-2014", FINDING, "practice:sharing-information")


def selected(database: Database, ids: tuple[str, ...] = IDS) -> Material:
    return of_selection(ids, among(database, ids), database.facts(), database.last_load())


def frozen(database: Database, **view: Any) -> bytes:
    material = replace(selected(database), title="Harrowmere", view=view)
    return render(completed(database, material, "view"), "view").content


def test_a_frozen_view_holds_how_it_was_drawn_by_which_cypher_and_what_is_cited(loaded: Database) -> None:
    held = json.loads(frozen(loaded, layout="layered", places=[[1, 2]]))
    rows = loaded.read_typed(held["statement"], held["parameters"])
    assert {node.id for node in rows.subgraph().nodes} == held["nodes"].keys() == {*IDS}
    assert {link.id for link in rows.subgraph().links} == held["links"].keys()
    assert (held["dataset"]["version"], held["view"]["layout"]) == ("1.0.0", "layered")
    assert any("did not share" in each or "para" in each for each in held["citations"])


def test_on_the_same_data_it_is_identical(loaded: Database) -> None:
    compared = compare(loaded, read_frozen(frozen(loaded)))
    assert compared.identical
    assert "identical, all 4 nodes and 5 links are as they were" in compared.sentence()


def test_after_a_load_it_says_what_is_gone_changed_and_new(empty: Database, small_copy: Path) -> None:
    load_package(small_copy, empty)
    before = frozen(empty)
    rewrite(small_copy / "agencies.csv", "agency:harrowmere-council", name="Harrowmere Borough Council")
    rewrite(small_copy / "findings.csv", "finding:harrowmere-1", about="agency:example-health-trust=responsible")
    rewrite(small_copy / "datapackage.json", "", version="1.1.0")
    load_package(small_copy, empty)
    compared = compare(empty, read_frozen(before))
    assert not compared.identical
    assert compared.changed == ("Harrowmere Council",)
    assert [each.split("|")[1] for each in compared.links_gone] == ["ABOUT"]
    told = compared.sentence()
    assert "frozen on" in told
    assert "different on version 1.1.0" in told
    assert "1 node changed (Harrowmere Council)" in told


def test_a_file_that_was_changed_says_so(loaded: Database) -> None:
    held = json.loads(frozen(loaded))
    held["title"] = "Something else"
    compared = compare(loaded, read_frozen(json.dumps(held).encode()))
    assert "was changed after it was made" in compared.sentence()
    held["sha256"] = own_hash(held)
    assert read_frozen(json.dumps(held).encode()).intact


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"format": "x"}', b"[" * 100_000])
def test_a_file_that_is_none_is_refused_with_the_next_step(content: bytes) -> None:
    with pytest.raises(ViewFileError, match="This file is no frozen view"):
        read_frozen(content)


JSON = some.recursive(
    some.none() | some.integers() | some.text(), lambda of: some.lists(of) | some.dictionaries(some.text(), of)
)


@given(JSON)
def test_whatever_json_a_file_holds_it_opens_or_is_refused(value: Any) -> None:
    described = {"format": "inquiry-graph view", "version": 1, "nodes": value, "links": value, "view": value}
    with pytest.raises(ViewFileError):
        read_frozen(json.dumps(described).encode())


@pytest.mark.parametrize("format_", FORMATS)
def test_an_export_made_again_on_the_same_data_is_identical(loaded: Database, format_: str) -> None:
    answer = ask(loaded, question("findings_in_a_place"), {"place": "location:harrowmere"})
    facts, load = loaded.facts(), loaded.last_load()
    typed = "MATCH p = (:Finding)-[:EVIDENCED_BY]->(:Source) RETURN p ORDER BY [n IN nodes(p) | n.id] LIMIT 5"
    for material in (
        of_answer(answer, picture(loaded, answer), facts, load),
        of_statement(typed, loaded.read_typed(typed), facts, load),
        selected(loaded),
    ):
        manifest = json.loads(render(completed(loaded, material, format_), format_).manifest)
        verified = verify(loaded, manifest)
        assert verified.identical, verified.sentence()
        assert "byte for byte on version 1.0.0" in verified.sentence()


def test_an_export_of_other_contents_is_different_and_says_in_what(loaded: Database) -> None:
    manifest = json.loads(render(selected(loaded), "csv").manifest)
    manifest["selection"].pop()
    verified = verify(loaded, manifest)
    assert not verified.identical
    assert "4 nodes then and 3 now" in verified.sentence()


def test_records_with_all_that_they_point_to_are_made_again_too(loaded: Database) -> None:
    whole = around(loaded, [FINDING])
    records = of_selection((FINDING,), whole, loaded.facts(), loaded.last_load(), around=True)
    verified = verify(loaded, json.loads(render(records, "csv").manifest))
    assert verified.identical, verified.sentence()
    assert verified.counts_now["nodes"] == len(whole.nodes) > 1


def test_what_cannot_be_made_again_says_what_to_do(loaded: Database) -> None:
    pattern = of_pattern("pair_left_out", Rows(("a",), ((1,),)), {}, loaded.facts(), loaded.last_load())
    with pytest.raises(ExportError, match="made by its page in the app alone"):
        verify(loaded, json.loads(render(pattern, "csv").manifest))
    with pytest.raises(ExportError, match="no manifest"):
        verify(loaded, {"title": "x"})


@pytest.mark.usefixtures("loaded")
def test_the_command_verifies_a_manifest_and_a_frozen_view(settings: Settings, tmp_path: Path) -> None:
    named = [word for each in IDS for word in ("--id", each)]
    run(settings, "export", *named, "--format", "csv", "--format", "view", "--to", str(tmp_path))
    (table,), (view,) = tmp_path.glob("*.csv"), tmp_path.glob("*.view.json")
    for file in (tmp_path / f"{table.name}.manifest.json", view):
        verified = run(settings, "verify", str(file))
        assert (verified.exit_code, "identical" in verified.stdout) == (0, True)
    table.write_text("other")
    changed = run(settings, "verify", f"{table}.manifest.json")
    assert "The file beside its manifest was changed after it was made." in changed.stdout
    view.write_text(view.read_text("utf-8").replace("Selection from", "A selection from"), "utf-8")
    changed = run(settings, "verify", str(view))
    assert (changed.exit_code, "do not cite it" in changed.stdout) == (1, True)
