"""A table for a spreadsheet: complete, readable, and with nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from materials import AGENCY, CITATION, FINDING, ORDINARY, SOURCE

from inquiry_graph.export import Material, of_selection, render
from inquiry_graph.subgraph import Path, Rows, Subgraph

DANGEROUS = ["=1+1", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "  =1+1", "＝1", "=cmd|' /C calc'!A0"]


def cells(material: Material) -> list[list[str]]:
    return list(csv.reader(io.StringIO(render(material, "csv").content.decode("utf-8-sig"), newline="")))


def answering(*rows: tuple[object, ...], columns: tuple[str, ...] = ("a",), truncated: bool = False) -> Material:
    return replace(ORDINARY, rows=Rows(columns, rows, truncated))


def test_rows_come_back_as_they_were() -> None:
    assert cells(ORDINARY) == [["place", "findings", "share"], ["Anytown", "finding:a", "0.5"], ["Elsewhere", "", ""]]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_formula_stands_behind_an_apostrophe_in_cells_lists_and_headings(text: str) -> None:
    table = cells(answering((text,), ([text, "b"],), columns=(text,)))
    assert [row[0] for row in table] == [f"'{text}", f"'{text}", f"'{text}; b"]


def test_numbers_keep_their_sign_and_ordinary_text_is_untouched() -> None:
    assert cells(answering((-3,), (-0.5,), ("a-b=c",), ("’tis £5",), (True,)))[1:] == [
        ["-3"],
        ["-0.5"],
        ["a-b=c"],
        ["’tis £5"],
        ["true"],
    ]


def test_a_semicolon_in_a_list_opens_no_cell_of_its_own() -> None:
    content = render(answering((["a", "=1"],)), "csv").content.decode("utf-8-sig")
    assert '"a; =1"' in content


def test_an_answer_that_was_cut_says_so_in_its_last_line() -> None:
    assert cells(answering((1,), (2,), truncated=True))[-1] == ["Cut: only the first 2 rows are here, and more exist."]


def test_nodes_show_their_name_and_links_paths_and_maps_are_json() -> None:
    path = Path((FINDING, SOURCE), (CITATION,))
    ((_,), (node,), (link,), (walk,), (mapped,)) = cells(answering((FINDING,), (CITATION,), (path,), ({"n": 1.0},)))
    assert node == FINDING.name
    assert json.loads(link)["properties"]["locator"] == "para 4.2"
    assert [each["id"] for each in json.loads(walk)["nodes"]] == ["finding:a", "source:a"]
    assert json.loads(mapped) == {"n": 1.0}


def test_a_selection_is_a_row_for_each_node_with_its_citations() -> None:
    chosen = Subgraph.of((FINDING, SOURCE, AGENCY), (CITATION,))
    table = cells(of_selection(("finding:a",), chosen, ORDINARY.facts, ORDINARY.load))
    assert table[1] == [
        "finding:a",
        "Finding",
        FINDING.name,
        "1",
        "A review, para 4.2: “referrals were not passed on”",
    ]
    assert [row[0] for row in table[1:]] == ["finding:a", "source:a", "agency:a"]
