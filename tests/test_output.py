"""How the command line lays out a table."""

from __future__ import annotations

from inquiry_graph.cli.output import NARROWEST, table_lines

COLUMNS = ("id", "summary", "n")
ROWS = [("a", "A long sentence about what was found", 5), ("b", None, 1_200)]


def test_a_table_is_aligned_with_its_numbers_to_the_right() -> None:
    assert list(table_lines(COLUMNS, ROWS, None)) == [
        "id  summary                                  n",
        "──  ────────────────────────────────────  ────",
        "a   A long sentence about what was found     5",
        "b                                         1200",
    ]


def test_the_longest_cells_are_cut_at_the_terminals_width() -> None:
    assert list(table_lines(COLUMNS, ROWS, 24)) == [
        "id  summary            n",
        "──  ──────────────  ────",
        "a   A long senten…     5",
        "b                   1200",
    ]


def test_no_column_is_cut_to_nothing() -> None:
    header, *_ = table_lines(tuple(f"column{n}" for n in range(40)), [("x",) * 40], 80)
    assert header.split()[0] == "column0"[: NARROWEST - 1] + "…"


def test_data_cannot_steer_the_terminal() -> None:
    (*_, line) = table_lines(("name",), [("red\x1b[31m\nnext\u202eback",)], None)
    assert line == "red�[31m next�back"


def test_an_answer_without_rows_is_its_header() -> None:
    assert list(table_lines(("id", "name"), [], 80)) == ["id  name", "──  ────"]
