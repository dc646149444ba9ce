"""The matrix, worked out by hand on the small package, and its order by likeness on made cells."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from inquiry_graph.cells import Cell, Tally, cells
from inquiry_graph.database import Database
from inquiry_graph.patterns.matrix import arranged, by_likeness, distance, long, matrix, totals, wide

SHARING = "practice:sharing-information"


def cell(unit: str, topic: str, failing: int = 0, mixed: int = 0, adequate: int = 0) -> Cell:
    found = tuple(f"finding:{unit}-{topic}-{each}" for each in range(failing + mixed + adequate))
    return Cell(unit, unit, topic, topic, failing, mixed, adequate, True, True, found, 0.5 if found else 0.0)


def test_places_by_theme_with_totals_and_bounds(loaded: Database) -> None:
    found = matrix(loaded, "place", "theme")
    assert [line.name for line in found.lines] == [
        "Easthaven", "Harrowmere", "Millbridge", "Northshire", "Southmere", "Westport",
    ]  # fmt: skip
    (row,) = (row for row in totals(found) if row["topic_id"] == "theme:communication")
    figures = ("failing", "mixed", "with_finding", "low", "high", "examined", "highest", "everywhere", "wider_places")
    assert {name: row[name] for name in figures} == {
        "failing": 1, "mixed": 1, "with_finding": 3, "low": 2, "high": 3, "examined": 4, "highest": 4, "everywhere": 5,
        "wider_places": 1,
    }  # fmt: skip
    (shown,) = (row for row in wide(found) if row["line"] == "Millbridge")
    assert [value for value in shown.values() if value == "mixed, conflicting"] == ["mixed, conflicting"]
    assert len(long(found)) == len(found.lines) * len(found.topics)


def test_lines_and_topics_without_a_finding_go_and_their_counts_stay(loaded: Database) -> None:
    whole, less = matrix(loaded, "place", "theme"), matrix(loaded, "place", "theme", only_judged=True)
    assert {line.name for line in whole.lines} - {line.name for line in less.lines} == {"Westport"}
    kept = {topic.id for topic in less.topics}
    assert [row for row in totals(whole) if row["topic_id"] in kept] == list(totals(less))


def test_a_filter_takes_findings_of_its_kind_and_scopes_of_its_kind(loaded: Database) -> None:
    def states(source_kinds: tuple[str, ...] = (), seen_in: tuple[str, ...] = ()) -> dict[str, str]:
        found = cells(loaded, "place", "theme", source_kinds=source_kinds, seen_in=seen_in)
        return {each.unit_name: each.state for each in found if each.topic_id == "theme:communication"}

    assert states(source_kinds=("statutory_inquiry",)) == {
        "Harrowmere": "failing", "Millbridge": "not_examined", "Northshire": "not_examined",
        "Easthaven": "not_examined", "Southmere": "not_examined", "Westport": "not_examined",
    }  # fmt: skip
    assert states(seen_in=("publisher_summary",))["Easthaven"] == "adequate"
    assert states(seen_in=("publisher_summary",))["Harrowmere"] == "no_finding_read"


def test_a_cell_weighs_as_much_as_its_weightiest_citation(loaded: Database) -> None:
    weights = {
        each.unit_name: each.weight
        for each in cells(loaded, "place", "theme")
        if each.topic_id == "theme:communication"
    }
    assert weights == {
        "Harrowmere": 1.0,  # a statutory inquiry on its own page, not the newspaper's 0.16
        "Millbridge": 0.9, "Northshire": 0.9, "Easthaven": 0.81, "Southmere": 0.0, "Westport": 0.0,
    }  # fmt: skip


def test_by_kind_of_agency_the_places_are_counted_within_each_kind(loaded: Database) -> None:
    found = matrix(loaded, "agency_kind", "practice")
    assert {line.name for line in found.lines} == {"Police force", "Local authority", "Prosecution service"}
    council = Tally.of(found.at("local_authority", SHARING))
    assert (council.failing, council.scope_not_known, council.wider_places) == (1, 1, 1)  # Harrowmere, and Millbridge
    police = Tally.of(found.at("police_force", SHARING))
    assert (police.failing, police.no_finding_read, police.scope_not_known) == (0, 1, 1)  # Westport, and Millbridge


def test_by_period_a_finding_stands_where_its_conduct_reaches_into(loaded: Database) -> None:
    found = matrix(loaded, "period", "practice")
    assert found.lines[0].name == "To 1999"
    places = {line.id: {c.unit_name for c in found.at(line.id, SHARING) if c.findings} for line in found.lines}
    assert places == {
        "to-1999": set(),
        "2000-2009": {"Millbridge"},  # 2001 to 2006, and from 2008
        "2010-2014": {"Millbridge", "Harrowmere"},
        "2015-2019": set(),
        "from-2020": set(),
        "unknown": {"Harrowmere", "Northshire"},
    }
    unknown = {c.unit_name: c.state for c in found.at("unknown", SHARING) if c.findings}
    assert set(unknown.values()) == {"scope_not_known"}


def test_totals_of_a_grouped_matrix_stand_line_by_line(loaded: Database) -> None:
    found = matrix(loaded, "period", "theme")
    assert len(totals(found)) == len(found.lines) * len(found.topics)
    assert all(row["everywhere"] + row["scope_not_known"] == 5 for row in totals(found))  # five narrowest places


def test_distance_is_over_the_topics_judged_in_either() -> None:
    assert distance({"a": "failing"}, {"a": "failing"}) == 0
    assert distance({"a": "failing", "b": "mixed"}, {"a": "adequate", "b": "failing"}) == 0.75
    assert distance({"a": "failing", "b": "failing"}, {"a": "failing"}) == 0.5
    assert distance({}, {}) == 1


def test_likeness_puts_like_lines_side_by_side() -> None:
    found = arranged(
        "place",
        [
            *(cell(unit, topic, failing=1) for unit in ("A", "C") for topic in "xyz"),
            *(cell(unit, topic, adequate=1) for unit in ("B", "D") for topic in "xyz"),
        ],
        "likeness",
    )
    order = "".join(line.id for line in found.lines)
    assert "AC" in order or "CA" in order
    assert "BD" in order or "DB" in order


STATES = st.dictionaries(st.sampled_from("pqrs"), st.sampled_from(["failing", "mixed", "adequate"]))


@given(st.lists(STATES, min_size=3, max_size=5))
def test_the_order_by_likeness_holds_each_line_once(profiles: list[dict[str, str]]) -> None:
    assert sorted(by_likeness(profiles)) == list(range(len(profiles)))


def test_lines_by_name_do_not_depend_on_the_order_of_the_cells() -> None:
    made = [cell("A", "x", failing=1), cell("B", "x"), cell("C", "x", adequate=1)]
    found = {tuple(line.id for line in arranged("place", order).lines) for order in permutations(made)}
    assert found == {("A", "B", "C")}
