"""How police areas stand, and that leaving a part out is the same as never having read it."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from evidence import evidence

from inquiry_graph.patterns.exact import Table
from inquiry_graph.patterns.observations import Evidence
from inquiry_graph.patterns.standings import Part, Read, leaving_out, read_by_topic, read_for_both, tables


def test_an_area_fails_if_anything_found_there_does_and_stands_by_its_weightiest_source() -> None:
    rows = [
        evidence("a", "one", failing=False, kind="news"),
        evidence("a", "one", failing=True, kind="statutory_inquiry", number=2),
        evidence("a", "other", failing=False, kind="audit"),
        evidence("b", "one"),
    ]
    read = read_by_topic(rows)
    assert read_for_both(read["one"], read["other"]) == {"a": (True, False, "statutory_inquiry")}


def test_each_stratum_has_its_table() -> None:
    standings = {(True, True, "audit"): 2, (False, True, "audit"): 1, (False, False, "news"): 4, (True, False, "x"): 0}
    assert sorted(tables(standings)) == [Table(), Table(neither=4), Table(both=2, second_only=1)]


@pytest.mark.parametrize("part", ["family", "area", "seen_in"])
def test_without_a_part_areas_stand_as_if_it_had_never_been_read(part: Part) -> None:
    chance = random.Random(42)
    rows = [drawn(chance, f"a{n}", topic) for n in range(20) for topic in ("one", "other") for _ in range(3)]
    read = read_by_topic(rows)
    found = dict(leaving_out(read["one"], read["other"], part))
    assert set(found) == {getattr(row, part) for row in rows}
    for value, standings in found.items():
        rest = read_by_topic(row for row in rows if getattr(row, part) != value)
        expected = Counter(read_for_both(rest.get("one", Read()), rest.get("other", Read())).values())
        assert Counter(standings) == expected


def drawn(chance: random.Random, area: str, topic: str) -> Evidence:
    return evidence(
        area, topic, failing=chance.random() < 0.5, kind=chance.choice(("news", "audit", "inspection")),
        seen_in=chance.choice(("primary_page", "copy")), family=f"source:{chance.randrange(5)}",
    )  # fmt: skip
