"""Which cases can be compared, how alike they are by hand, and when groups are sought and shown."""

from __future__ import annotations

import random

import pytest

from inquiry_graph.database import Database
from inquiry_graph.patterns.similarity import CaseRead, as_rows, cases_of, compared, similarity

TEN = [f"practice:{n}" for n in range(10)]


def case(name: str, states: str, *, wider: tuple[str, ...] = ()) -> CaseRead:
    """A case by one letter for each practice: f, m or a; a dot for one that was not read."""
    words = {"f": "failing", "m": "mixed", "a": "adequate"}
    held = {topic: words[letter] for topic, letter in zip(TEN, states, strict=True) if letter != "."}
    findings = {topic: (f"finding:{name}-{topic}",) for topic in held}
    return CaseRead(f"case:{name}", name, held, findings, frozenset(f"case:{each}" for each in wider))


def test_two_cases_are_compared_on_eight_practices_or_not_at_all() -> None:
    enough = compared([case("a", "ffffffff.."), case("b", "ffffffffff")], {})
    too_few = compared([case("a", "fffffff..."), case("b", "ffffffffff")], {})
    assert [each.shared for each in enough.pairs] == [8]
    assert too_few.pairs == ()
    assert too_few.sentence() == (
        "Too little in common to compare: of 1 pair of cases, none was read for 8 practices or more in both"
    )


def test_likeness_beyond_chance_by_hand() -> None:
    # a and b are alike on 8 of 10. On seven practices all three cases fail, so that any two of them are alike. On the
    # eighth a and b are adequate and c fails: 1 of 3 pairs is alike. On the last two a differs from b and c: again 1
    # of 3. Expected (7 + 3/3)/10 = 0.8; a and b reach 0.8, no more than chance; b and c 9/10, half of what is left.
    found = compared([case("a", "fffffffaff"), case("b", "fffffffaaa"), case("c", "ffffffffaa")], {})
    by_name = {each.one.name + each.other.name: each for each in found.pairs}
    assert by_name["ab"].expected == pytest.approx(0.8)
    assert by_name["ab"].beyond_chance == pytest.approx(0)
    assert by_name["bc"].beyond_chance == pytest.approx(0.5)
    assert by_name["bc"].differing == ("practice:7",)
    assert [each.one.name + each.other.name for each in found.nearest("case:c")] == ["bc", "ac"]


def test_a_case_is_not_compared_with_the_one_that_it_is_part_of() -> None:
    found = compared([case("a", "ffffffffff", wider=("b",)), case("b", "ffffffffff")], {})
    assert (found.pairs, found.possible, found.nested) == ((), 0, 1)


def test_groups_are_sought_only_where_a_tenth_of_all_pairs_can_be_compared() -> None:
    few = [case("a", "ffffffffff"), case("b", "ffffffffff"), *(case(f"x{n}", "f.........") for n in range(5))]
    assert compared(few, {}).groups is None  # 1 of 21
    assert compared(few[:4], {}).groups is not None  # 1 of 6


def test_groups_that_differ_in_all_are_found_and_come_back() -> None:
    kinds = ("ffffffffff", "aaaaaaaaaa")
    found = compared(
        [case(f"{kind}{n}", states) for kind, states in zip("fa", kinds, strict=True) for n in range(5)], {}
    )
    assert found.groups is not None
    assert [{each.name[0] for each in group.members} for group in found.groups] == [{"a"}, {"f"}]
    assert all(group.stability > 0.99 for group in found.groups)


def test_chance_alone_makes_no_group() -> None:
    chance = random.Random(3)
    cases = [case(f"c{n:02}", "".join(chance.choice("fma") for _ in TEN)) for n in range(24)]
    assert compared(cases, {}).groups == ()


def test_the_order_of_cases_does_not_matter() -> None:
    chance = random.Random(5)
    cases = [case(f"c{n:02}", "".join(chance.choice("fa.") for _ in TEN)) for n in range(12)]
    assert as_rows(compared(chance.sample(cases, len(cases)), {})) == as_rows(compared(cases, {}))


def test_cases_out_of_rows() -> None:
    row = {"case_id": "case:a", "case_name": "A", "practice_id": "practice:p", "wider": ["case:w"]}
    (found,) = cases_of([{**row, "outcomes": ["failing", "adequate"], "findings": ["finding:1", "finding:2"]}])
    assert (found.states, found.findings) == ({"practice:p": "mixed"}, {"practice:p": ("finding:1", "finding:2")})
    assert found.wider == {"case:w"}


@pytest.mark.parametrize("footing", ["place", "force"])
def test_the_small_package_has_too_little_in_common(loaded: Database, footing: str) -> None:
    found = similarity(loaded, footing)  # type: ignore[arg-type]
    assert found.cases
    assert found.sentence().startswith("Too little in common to compare")
