"""Rows of a table changed on disk: the others keep their bytes, whatever their line ends, quotes and line breaks."""

from __future__ import annotations

import csv
import io

import pytest

from graph_loader.rewriting import edited, longer

PLAIN = 'id,summary,note\na:1,"first, of two",\na:2,"a ""word""\nover two lines",x\na:3,plain,"kept as ""it"" is"\n'


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_row_changes_and_no_other_does(ending: str, mark: str) -> None:
    content = (mark + PLAIN.replace("\n", ending)).encode()
    changed = edited(content, {4: {"summary": "new, and\nlonger"}})
    expected = table(content)
    expected[2][1] = "new, and longer"
    assert table(changed) == expected
    whole = content.decode().split(ending)
    assert changed.decode().split(ending) == [*whole[:2], 'a:2,"new, and longer",x', *whole[4:]]


def test_a_row_is_dropped_with_all_its_lines() -> None:
    assert [row[0] for row in table(edited(PLAIN.encode(), {}, {4}))] == ["id", "a:1", "a:3"]


def test_nothing_changed_is_the_same_file() -> None:
    assert edited(PLAIN.encode(), {}) == PLAIN.encode()


def test_rows_are_added_below_and_an_empty_file_gets_its_header() -> None:
    assert longer(b"id,note\na:1,x", [{"id": "a:2", "other": "y"}], ["id", "note"]) == b"id,note\na:1,x\na:2,\n"
    assert longer(b"", [{"note": "x"}], ["id", "note"]) == b"id,note\n,x\n"
