"""Rows in the order that a reader asks for, and headings that say so."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as some

from inquiry_explorer.explore.rows import in_order
from inquiry_explorer.tables import Column, Linked, Pick, Sorted, table

VALUES = some.none() | some.integers() | some.text() | some.lists(some.text(), max_size=2)


@given(some.lists(some.tuples(VALUES, some.integers())), some.booleans())
def test_no_row_is_lost_and_empty_cells_stand_last_either_way(rows: list[tuple[object, ...]], descending: bool) -> None:
    ordered = in_order(rows, Sorted(0, descending))
    assert sorted(map(repr, ordered)) == sorted(map(repr, rows))
    empty = [row[0] in (None, "", []) for row in ordered]
    assert empty == sorted(empty)


def test_numbers_go_by_size_and_text_by_its_letters() -> None:
    rows = [(Pick("beta", "b"), 10), (Linked("Alpha", "a"), 9), ("gamma", None)]
    assert [row[1] for row in in_order(rows, Sorted(0))] == [9, 10, None]
    assert [row[1] for row in in_order(rows, Sorted(1))] == [9, 10, None]
    assert [row[1] for row in in_order(rows, Sorted(1, descending=True))] == [10, 9, None]


def test_rows_that_are_alike_keep_their_order() -> None:
    rows = [("a", 1, "first"), ("a", 1, "second"), ("a", 0, "third")]
    assert [row[2] for row in in_order(rows, Sorted(0))] == ["first", "second", "third"]
    assert [row[2] for row in in_order(rows, Sorted(0, descending=True))] == ["first", "second", "third"]


def test_a_heading_says_how_its_column_is_sorted_and_is_a_button() -> None:
    html = table((Column("Name"), Column("Links", "integer")), [("<b>", 1)], "All", Sorted(1, descending=True))
    assert re.findall(r'aria-sort="(\w+)"[^>]*><button type="button" data-sort="(\d)">(\w+)', html) == [
        ("none", "0", "Name"),
        ("descending", "1", "Links"),
    ]
    assert "aria-sort" not in table((Column("Name"),), [], "All")


def test_what_can_be_picked_says_whether_it_is() -> None:
    html = table((Column("Name"),), [(Pick('"<x>', '"<id>', chosen=True),)], "All")
    assert '<button type="button" data-pick="&quot;&lt;id&gt;" aria-pressed="true">&quot;&lt;x&gt;</button>' in html
