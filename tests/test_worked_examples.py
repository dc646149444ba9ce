"""The examples of docs/methods.md, read from the page and worked out by the program's own code."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest
from evidence import evidence, observed_of

from inquiry_graph.cells import Cell, Tally
from inquiry_graph.patterns.cooccurrence import Pair, cooccurrence, corrected, highest_least_p
from inquiry_graph.patterns.exact import Table, exact_test
from inquiry_graph.patterns.gaps import found_in
from inquiry_graph.patterns.headlines import widest_failing
from inquiry_graph.patterns.matrix import distance
from inquiry_graph.patterns.periods import through
from inquiry_graph.patterns.returns import Revisited, Visit, still_failing
from inquiry_graph.patterns.similarity import CaseRead, compared, stability
from inquiry_graph.resources import shipped

Row = Mapping[str, str]
PAGE = shipped("docs/methods.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
WORDS = {"f": "failing", "m": "mixed", "a": "adequate"}


def tables(section: str) -> tuple[list[Row], dict[str, str]]:
    """The numbers that the section's example starts from, and its results by what they are called."""
    example = SECTIONS[section].partition("**Example.**")[2]
    blocks = re.findall(r"(?:^\|.*\n?)+", example, re.MULTILINE)
    given, told = ([[cell.strip() for cell in line.split("|")[1:-1]] for line in b.splitlines()] for b in blocks)
    rows: list[Row] = [dict(zip(given[0], row, strict=True)) for row in given[2:]]
    return rows, {row[0]: row[2] for row in told[2:]}


def cell(unit: str, topic: str, *judged: int, examined: bool = True, findings: tuple[str, ...] = ()) -> Cell:
    failing, mixed, adequate = judged
    return Cell(unit, unit, topic, topic, failing, mixed, adequate, examined, True, findings)


def counts(rows: list[Row]) -> Mapping[str, float | str]:
    found = [
        cell(row["place"], "t", *judged, examined=row["a stated scope covers it"] == "yes")
        for row in rows
        for judged in [[int(row[f"{state} findings"]) for state in WORDS.values()]]
    ]
    tally = Tally.of(found)
    return {"low": tally.low, "high": tally.high, "examined": tally.examined, "highest": tally.highest}


def likeness(rows: list[Row]) -> Mapping[str, float | str]:
    one, other = ({row["practice"]: row[name] for row in rows if row[name]} for name in ("one", "other"))
    return {"distance": distance(one, other)}


def together(rows: list[Row]) -> Mapping[str, float | str]:
    strata = [Table(*(int(value) for value in list(row.values())[1:])) for row in rows]
    whole, found = sum(strata, Table()), exact_test(strata)
    return {
        "areas read for both": whole.units,
        "smallest margin": whole.least_margin,
        "smallest attainable p": found.least_p,
        "p": found.p,
        "effect": found.effect or 0,
    }


def many(rows: list[Row]) -> Mapping[str, float | str]:
    pairs = [
        Pair(row["pair"], "", "", "", Table(), 1, float(row["smallest attainable p"]), p=float(row["p"] or 1))
        for row in rows
    ]
    found = corrected(pairs)
    assert [each.adjusted for each in found] == [float(row["adjusted p"]) if row["p"] else None for row in rows]
    outcomes = ["not tried" if each.why_not else "passes" if each.passed else "does not pass" for each in found]
    assert outcomes == [row["outcome"] for row in rows]
    adjusted = {f"adjusted p of pair {each.first}": each.adjusted or 0 for each in found if not each.why_not}
    return {"highest smallest attainable p": highest_least_p([each.least_p for each in pairs]), **adjusted}


def left_out(rows: list[Row]) -> Mapping[str, float | str]:
    held = [
        evidence(row["area"], topic, failing=row[f"{topic} topic"] == "failing", family=row["family"])
        for row in rows
        for topic in ("first", "second")
    ]
    (pair,) = cooccurrence(observed_of(held)).pairs
    families = {each.value: each for each in pair.left_out if each.part == "family"}
    return {
        "p of all ten": pair.p or 0,
        **{f"p without {name}": families[name].p for name in "FG"},
        "vanishes without": " ".join(name for name, each in families.items() if not each.stands),
    }


def alike(rows: list[Row]) -> Mapping[str, float | str]:
    cases = [
        CaseRead(row["case"], row["case"], states, dict.fromkeys(states, ()))
        for row in rows
        for states in [{name: WORDS[letter] for name, letter in row.items() if name != "case"}]
    ]
    pairs = {f"{each.one.id} and {each.other.id}": each for each in compared(cases, {}).pairs}
    return {
        "expected": pairs["A and B"].expected,
        "A and B alike": len(pairs["A and B"].alike) / pairs["A and B"].shared,
        "A and B beyond chance": pairs["A and B"].beyond_chance,
        "B and C beyond chance": pairs["B and C"].beyond_chance,
    }


def groups(rows: list[Row]) -> Mapping[str, float | str]:
    drawn = [[frozenset(row[name].split()) for name in ("found", "found too")] for row in rows]
    return {"stability": stability(frozenset("ABCD"), drawn)}


def over_time(rows: list[Row]) -> Mapping[str, float | str]:
    found = [
        Cell(
            place, place, "t", "T", int(letter in "fs"), 0, int(letter == "a"), True, True,
            (f"{place}" if letter == "s" else f"{place} in {row['period']}",), group=row["period"],
        )
        for row in rows
        for place, letter in row.items()
        if place != "period" and letter
    ]  # fmt: skip
    (topic,) = through(found, "conduct")
    (change,) = (each for each in topic.changes if each.enough)
    return {
        "read for both": change.both,
        "failing in both": change.still,
        "only in the earlier": change.better,
        "only in the later": change.worse,
        "left out": change.spanning,
    }


def again(rows: list[Row]) -> Mapping[str, float | str]:
    found = [
        Revisited(
            row["force"], row["force"], "p", "P", (),
            tuple(Visit("", None, WORDS[row[n]], ()) for n in ("visit 1", "visit 2", "visit 3") if row[n]),
        )
        for row in rows
    ]  # fmt: skip
    second, third = still_failing(found)
    return {
        "judged twice": second.judged,
        "failing both times": second.failing,
        "judged three times": third.judged,
        "failing three times": third.failing,
    }


def not_looked_at(rows: list[Row]) -> Mapping[str, float | str]:
    behind = {row["place"]: set(row["families behind its findings"].split()) for row in rows}
    held = [
        cell(
            place, "t", int(bool(families)), 0, 0,
            examined=row["a stated scope covers it"] == "yes", findings=(place,) if families else (),
        )
        for row, (place, families) in zip(rows, behind.items(), strict=True)
    ]  # fmt: skip
    covered = [row["place"] for row in rows if row["in the scope of S"] == "yes"]
    usual = {"source": "S", "name": "S", "extent_read": "part", "topic_id": "t"}
    found = found_in(held, behind, [{**usual, "unit_id": place} for place in covered])
    (topic,), (source,) = found.topics, found.unread
    return {
        "on one source": topic.on_one_source,
        "not examined": topic.tally.not_examined,
        "covered by S": source.covers,
        "of these with no finding read": source.open_cells,
    }


def sentences(rows: list[Row]) -> Mapping[str, float | str]:
    held = [
        cell(f"{row['theme']}{state}{n}", row["theme"], int(state == "failing"), 0, int(state == "adequate"))
        for row in rows
        for state in ("failing", "adequate", "no finding read")
        for n in range(int(row[state]))
    ]
    found = widest_failing(held)
    assert found
    low, high = re.findall(r"failing or mixed in (\d+) to (\d+) of 8", found.sentence)[0]
    overturned = re.findall(r"if (\d+) place", found.overturned_by)[0]
    return {
        "the theme with most": found.topic,
        "low": int(low),
        "high": int(high),
        "no longer most of those examined if so many were adequate after all": int(overturned),
    }


WORKED: Mapping[str, Callable[[list[Row]], Mapping[str, float | str]]] = {
    "Counts and their bounds": counts,
    "Order by likeness": likeness,
    "Which failings go together": together,
    "Many pairs at once": many,
    "Leaving out one part": left_out,
    "Which cases are alike": alike,
    "Groups of cases": groups,
    "Change over time": over_time,
    "Found again on return": again,
    "What was not looked at": not_looked_at,
    "The Overview's sentences": sentences,
}


@pytest.mark.parametrize("section", WORKED)
def test_the_example_is_what_the_program_makes_of_it(section: str) -> None:
    rows, told = tables(section)
    assert {name: rounded(value) for name, value in WORKED[section](rows).items()} == told


@pytest.mark.parametrize("section", WORKED)
def test_the_fractions_by_hand_are_the_values(section: str) -> None:
    for by_hand, value in re.findall(r"\| (\d+/\d+) \| ([\d.]+) \|", SECTIONS[section]):
        assert rounded(float(Fraction(by_hand))) == value


def test_every_method_has_its_source_its_limits_and_an_example() -> None:
    assert list(SECTIONS)[: len(WORKED)] == list(WORKED)
    for section in WORKED:
        for part in ("**Source.**", "**Limits.**", "**Example.**"):
            assert SECTIONS[section].count(part) == 1, (section, part)


def rounded(value: float | str) -> str:
    return value if isinstance(value, str) else f"{round(value, 4):g}"
