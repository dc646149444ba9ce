"""The police areas behind a pair stand in the same cells as in the pair's table."""

from __future__ import annotations

from collections import Counter

from evidence import evidence, observed_of

from inquiry_graph.patterns.areas import PARTS, as_rows, read_for_both
from inquiry_graph.patterns.cooccurrence import cooccurrence

ROWS = [
    *(evidence("a", topic) for topic in ("t", "u")),
    *(evidence("b", "t"), evidence("b", "u", failing=False)),
    *(evidence("c", "t", failing=False), evidence("c", "t", number=2), evidence("c", "u", failing=False)),
    *(evidence("d", "t", failing=False), evidence("d", "u"), evidence("d", "v")),
    evidence("e", "t"),
]


def test_an_area_stands_where_the_pair_counts_it() -> None:
    held = observed_of(ROWS)
    pair = next(each for each in cooccurrence(held).pairs if (each.first, each.second) == ("t", "u"))
    parts = Counter(each.part for each in read_for_both(held, "t", "u"))
    table = pair.table
    assert [parts[part] for part in PARTS] == [table.both, table.first_only, table.second_only, table.neither]
    assert [parts[part] for part in PARTS] == [1, 2, 1, 0]


def test_an_area_brings_the_findings_on_both_topics_and_no_other() -> None:
    areas = {each.id: each for each in read_for_both(observed_of(ROWS), "t", "u")}
    assert sorted(areas) == ["a", "b", "c", "d"]
    assert areas["c"].first == ("finding:c-t-1", "finding:c-t-2")
    assert areas["d"].findings == ("finding:d-t-1", "finding:d-u-1")


def test_a_row_says_where_an_area_stands() -> None:
    rows = list(as_rows(read_for_both(observed_of(ROWS), "t", "u")))
    assert [(row["area"], row["part"]) for row in rows] == [
        ("a", "both"), ("b", "first_only"), ("c", "first_only"), ("d", "second_only"),
    ]  # fmt: skip
