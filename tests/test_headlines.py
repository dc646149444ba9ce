"""The Overview's sentences, made by hand from made cells, and none where the base is too small."""

from __future__ import annotations

import random
from collections.abc import Iterable

from inquiry_graph.cells import Cell
from inquiry_graph.database import Database
from inquiry_graph.patterns.gaps import found_in
from inquiry_graph.patterns.headlines import (
    LEAST_BASE,
    after_recommending,
    failing_again,
    forces_differ,
    headlines,
    one_source,
    widest_failing,
)
from inquiry_graph.patterns.returns import FailedAfter


def made(states: str, topic: str = "t", *, counted: bool = True) -> list[Cell]:
    """A cell for each letter: f failing, a adequate, a dot for no finding read, a dash for not examined."""
    return [
        Cell(
            f"unit:{n}", f"Unit {n}", f"topic:{topic}", topic.upper(), int(letter == "f"), 0, int(letter == "a"),
            letter != "-", counted, (f"finding:{topic}-{n}",) if letter in "fa" else (),
        )
        for n, letter in enumerate(states)
    ]  # fmt: skip


def after(number: int, *, dated: bool) -> FailedAfter:
    return FailedAfter(
        f"recommendation:{number}", "", "", "", f"finding:{number}", "", (), None, "stated", dated
    )  # fmt: skip


def test_the_theme_failing_in_most_places_with_base_bounds_and_what_would_overturn_it() -> None:
    found = widest_failing([*made("fffffa..-"), *made("ffffaaaa-", "u")])
    assert found is not None
    assert found.sentence == (
        "On exploitation, the theme failing or mixed in the most places is “T”: failing in 5 and mixed in 0 of the 6 "
        "places with a finding; no finding read in 2 more that were examined, so failing or mixed in 5 to 7 of 8; "
        "1 not examined."
    )
    assert found.overturned_by == (
        "It would no longer be most of those examined if 1 place were found adequate after all. Reading the rest can "
        "only move it between 5 and 7. The next theme, “U”, has 4 to 4."
    )
    assert (found.topic, len(found.findings)) == ("topic:t", 6)


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [*made("fffffa..-"), *made("fffffa..-", "u"), *made("ffffaaaa-", "v")]
    for seed in range(5):
        shuffled = random.Random(seed).sample(rows, len(rows))
        assert widest_failing(shuffled) == widest_failing(rows)
        assert forces_differ(shuffled) == forces_differ(rows)
        assert failing_again(shuffled, rows) == failing_again(rows, shuffled)


def test_what_failed_at_first_is_followed_and_nothing_else() -> None:
    found = failing_again(made("fffffffaa"), made("ffffa.-ff"))
    assert found is not None
    assert found.sentence == (
        "What failed at a police force’s first inspection of child protection, when the inspectors came back: "
        "failing in 4 and mixed in 0 of the 5 "
        "pairs of a force and a practice with a finding; no finding read in 1 more that was examined, so failing or "
        "mixed in 4 to 5 of 6."
    )


def test_forces_read_on_other_pages_are_followed_no_more_than_they_are_counted() -> None:
    assert failing_again(made("f" * 9, counted=False), made("f" * 9)) is None
    assert failing_again(made("f" * 9), made("f" * 9, counted=False)) is None


def test_the_practice_on_which_forces_differ_most() -> None:
    found = forces_differ([*made("ffffffffa"), *made("fffaaa.-.", "u")])
    assert found is not None
    assert found.topic == "topic:u"
    assert "differ most on “U”: found adequate in 3, failing in 3 and mixed in 0 of the 6 forces" in found.sentence
    assert forces_differ(made("ffffffff")) is None


def test_recommendations_that_were_followed_by_failure() -> None:
    asked = [f"recommendation:{n}" for n in range(20)]
    held = [after(n, dated=True) for n in range(6)]
    found = after_recommending([*held, after(1, dated=False), after(9, dated=False)], asked)
    assert found is not None
    assert "After 6 of the 20 recommendations that name a practice" in found.sentence
    assert "so after 6 to 7 of 20 in what was read" in found.sentence
    assert found.findings == tuple(f"finding:{n}" for n in range(6))
    assert after_recommending([after(n, dated=False) for n in range(9)], asked) is None


def test_what_rests_on_one_source() -> None:
    behind = {f"finding:t-{n}": {"source:a"} if n else {"source:a", "source:b"} for n in range(7)}
    found = one_source(found_in(made("f" * 7), behind, []))
    assert found is not None
    assert found.sentence.startswith("Of 7 pairs of a place and a practice with a finding, 6 rest on one source")
    assert found.findings == tuple(f"finding:t-{n}" for n in range(1, 7))


def test_no_sentence_stands_on_too_little() -> None:
    few = made("f" * (LEAST_BASE - 1))
    nothing: Iterable[object] = (
        widest_failing(few), widest_failing([]), failing_again(few, few), forces_differ(made("ffaa")),
        after_recommending([after(1, dated=True)], ["recommendation:1"]), one_source(found_in(few, {}, [])),
    )  # fmt: skip
    assert not any(nothing)


def test_the_small_package_bears_what_nobody_examined(loaded: Database) -> None:
    assert [each.name for each in headlines(loaded)] == ["not_examined"]


def test_the_record_bears_three_sentences_or_more(seeded: Database) -> None:
    found = headlines(seeded)
    assert 3 <= len(found) <= 5
    assert all(each.overturned_by and (each.findings or each.name == "not_examined") for each in found)
