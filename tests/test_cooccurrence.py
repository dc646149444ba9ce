"""The gate, the correction and the leaving out, on made evidence; and what must hold whatever the evidence."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from evidence import evidence, observed_of

from inquiry_graph.database import Database
from inquiry_graph.patterns.cooccurrence import CoOccurrence, Pair, cooccurrence
from inquiry_graph.patterns.observations import Evidence, observed


def together(areas: int, *, seen: Sequence[str] = ("primary_page",), family: str = "") -> list[Evidence]:
    """Two topics in areas of which every second fails in both and the others in neither."""
    return [
        evidence(f"a{n}", topic, failing=n % 2 == 0, seen_in=seen[n % len(seen)], family=family)
        for n in range(areas)
        for topic in ("one", "other")
    ]


def only(found: CoOccurrence) -> Pair:
    (pair,) = found.pairs
    return pair


def test_what_always_goes_together_is_found_and_stands() -> None:
    seen = ("primary_page", "primary_page", "copy", "copy", "news_quoting", "news_quoting")
    pair = only(cooccurrence(observed_of(together(24, seen=seen))))
    assert (pair.table.both, pair.table.neither, pair.table.units) == (12, 12, 24)
    assert pair.survives
    assert pair.effect == 1
    assert pair.sentence() == (
        "Where “One” was found failing or mixed, “Other” was too in 12 of 12 police areas; where it was found "
        "adequate, in 0 of 12"
    )


def test_what_stands_on_one_family_alone_vanishes_without_it() -> None:
    pair = only(cooccurrence(observed_of(together(24, family="programme:one"))))
    assert pair.passed
    assert not pair.survives
    assert ("family", "programme:one") in {(each.part, each.value) for each in pair.vanishes_without}


def test_what_was_seen_in_one_way_alone_vanishes_without_it() -> None:
    pair = only(cooccurrence(observed_of(together(24))))
    assert [(each.part, each.value, each.areas) for each in pair.vanishes_without] == [("seen_in", "primary_page", 0)]


def test_leaving_out_changes_states_and_not_only_areas() -> None:
    # In one area a second source alone says failing: without it the area is adequate, and still compared.
    rows = [*together(24), evidence("a1", "one", failing=True, number=2, family="source:second")]
    pair = only(cooccurrence(observed_of(rows)))
    (without,) = [each for each in pair.left_out if each.value == "source:second"]
    assert (pair.table.first_only, without.areas, without.effect) == (1, 24, 1)


@pytest.mark.parametrize(
    ("rows", "why_not"),
    [
        (together(9), "9 police areas read for both, fewer than 10"),
        (together(5)[:9] + [evidence(f"b{n}", "one") for n in range(9)], "4 police areas read for both"),
        ([evidence(f"a{n}", t, failing=n > 1) for n in range(20) for t in ("one", "other")], "2 in one margin"),
    ],
    ids=["few areas", "few areas read for both", "a small margin"],
)
def test_the_gate(rows: list[Evidence], why_not: str) -> None:
    found = cooccurrence(observed_of(rows))
    assert only(found).why_not.startswith(why_not)
    assert only(found).p is None
    assert found.sentence("themes") == (
        "Too few to test: of 1 pair of themes, none passed the gate that was fixed beforehand"
    )


def test_the_gate_leaves_out_what_could_not_survive_the_correction() -> None:
    # Ten areas with margins of 3: the smallest attainable p is 1/120 for each. Of twelve topics in 66 pairs, none
    # could be below 0.05 / 66; Tarone's k is where no more than k pairs could be below 0.05 / k: at 7, none is.
    rows = [evidence(f"a{n}", f"t{t}", failing=(n + t) % 10 < 3) for n in range(10) for t in range(12)]
    found = cooccurrence(observed_of(rows))
    assert len(found.pairs) == 66
    assert not found.tried
    assert {each.why_not for each in found.pairs} == {
        "its smallest attainable p is above 0.0071, so it could not survive the correction"
    }
    two = cooccurrence(observed_of([row for row in rows if row.topic in ("t0", "t1")]))
    assert only(two).why_not == ""


def test_kinds_of_source_are_strata() -> None:
    # Whatever newspapers report fails, and whatever inspections report does not: no pattern within either.
    rows = [
        evidence(f"a{n}", topic, failing=n < 10, kind="news" if n < 10 else "inspection")
        for n in range(20)
        for topic in ("one", "other")
    ]
    pair = only(cooccurrence(observed_of(rows)))
    assert (pair.strata, pair.table.both, pair.p) == (2, 10, None)
    one_kind = [evidence(row.area, row.topic, failing=row.failing) for row in rows]
    assert only(cooccurrence(observed_of(one_kind))).passed


def test_the_order_of_rows_does_not_matter() -> None:
    chance = random.Random(8)
    rows = [
        evidence(f"a{n}", f"t{t}", failing=chance.random() < 0.5, kind=chance.choice(("news", "audit")), number=k)
        for n in range(25)
        for t in range(5)
        for k in range(chance.randrange(3))
    ]
    expected = cooccurrence(observed_of(rows)).pairs
    assert any(each.p is not None for each in expected)
    assert cooccurrence(observed_of(chance.sample(rows, len(rows)))).pairs == expected


def test_independent_topics_seldom_pass() -> None:
    # Sixty rounds of ten independent topics in forty areas. With nothing to find every discovery is false, so that a
    # rate of 0.05 means that at most one round in twenty has one: 3, and three standard errors make 8.
    chance = random.Random(1995)
    false = sum(
        any(each.passed for each in cooccurrence(observed_of(_independent(chance, 40, 10))).pairs) for _ in range(60)
    )
    assert false <= 8


def _independent(chance: random.Random, areas: int, topics: int) -> list[Evidence]:
    return [evidence(f"a{n}", f"t{t}", failing=chance.random() < 0.6) for n in range(areas) for t in range(topics)]


def test_places_are_read_as_their_police_areas(loaded: Database) -> None:
    held = observed(loaded, "place", "theme")
    stood = {(row.area, row.topic): row.failing for row in held.evidence}
    assert stood
    assert {area for area, _ in stood} <= set(held.areas)
    assert all(area.startswith("location:") for area in held.areas)
    assert cooccurrence(held).sentence("themes").startswith("Too few to test")


def test_forces_are_read_as_their_police_areas_and_are_one_family(loaded: Database) -> None:
    held = observed(loaded, "force", "practice")
    assert {row.family for row in held.evidence} == {"programme:example-inspections"}
