"""Every question that ships, asked: of the small package with each of its choices, and of the seed data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import GraphDatabase

from inquiry_graph.answers import ask, choices, defaults
from inquiry_graph.catalogue import BASE_COLUMNS, Question, question, questions
from inquiry_graph.cells import EXPLOITATION, Cell, Tally, cells, tallies
from inquiry_graph.database import Database
from inquiry_graph.sentences import tally
from inquiry_graph.settings import Settings

ALL = pytest.mark.parametrize("asked", questions(), ids=lambda each: each.slug)
VALUE_KINDS = {
    "text": str, "texts": list, "term": str, "terms": list, "integer": int, "number": float, "boolean": bool,
    "date": str, "state": str, "id": str, "ids": list, "url": str,
}  # fmt: skip
RANKING = re.compile(r"\b(worst|best|rank|top|per cent|percent|score)\b|%", re.IGNORECASE)


def with_one_choice_changed(database: Database, asked: Question) -> Iterator[dict[str, Any]]:
    """The defaults, and for each parameter each of its choices in turn."""
    usual = defaults(database, asked)
    yield usual
    for parameter in asked.parameters:
        for choice in choices(database, parameter, asked, usual):
            yield {**usual, parameter.name: [choice.value] if parameter.kind == "choices" else choice.value}


@ALL
def test_a_question_keeps_what_its_header_says(loaded: Database, asked: Question) -> None:
    for values in with_one_choice_changed(loaded, asked):
        answer = ask(loaded, asked, values)
        assert answer.rows.columns == asked.column_names
        for row in answer.rows:
            for column in asked.columns:
                value = row[column.name]
                assert value is None or type(value) is VALUE_KINDS[column.kind]
                members = value if isinstance(value, list) else [value]
                assert not column.choices or set(members) <= {None, *dict(column.choices)}


@ALL
def test_a_sentence_has_its_figure_and_claims_no_rank(loaded: Database, asked: Question) -> None:
    for values in with_one_choice_changed(loaded, asked):
        answer = ask(loaded, asked, values)
        assert answer.sentence.endswith(".")
        assert not re.search(r"[{}]|None|\bnan\b|\.\.", answer.sentence)
        assert not RANKING.search(answer.sentence)
        if len(answer.rows):
            assert re.search(r"\d", answer.sentence)
        if asked.counts and len(answer.rows):
            assert tally(answer.rows).sentence(asked.counts) in answer.sentence


@ALL
def test_a_question_has_answers_on_the_data_that_ship(seeded: Database, asked: Question) -> None:
    assert len(ask(seeded, asked).rows) >= asked.at_least


@ALL
def test_cypher_5_and_25_agree(loaded: Database, asked: Question) -> None:
    parameters = {**asked.fixed, **defaults(loaded, asked)}
    five, twenty_five = (loaded.read(f"CYPHER {version}\n{asked.statement}", parameters) for version in (5, 25))
    assert five == twenty_five


@ALL
def test_neo4j_5_26_gives_equal_rows(seeded: Database, seeded_lts: Database, asked: Question) -> None:
    assert ask(seeded, asked).rows == ask(seeded_lts, asked).rows


@ALL
def test_a_question_multiplies_nothing_out(settings: Settings, loaded: Database, asked: Question) -> None:
    parameters = {**asked.fixed, **defaults(loaded, asked)}
    assert operators_of(settings, asked.statement, parameters) & {"CartesianProduct", "AllNodesScan"} == set()


@ALL
def test_the_order_of_rows_is_fixed_to_the_last(asked: Question) -> None:
    ordered = asked.statement.rstrip().rpartition("ORDER BY")[2]
    assert re.search(r"\b(id|\w+\.id|\w+_id|finding|part|ends|practice|stage)\s*$", ordered)


def operators_of(settings: Settings, statement: str, parameters: dict[str, Any]) -> set[str]:
    """The operators of the statement's plan."""
    user = (settings.neo4j_username, settings.neo4j_password)
    with GraphDatabase.driver(settings.neo4j_uri, auth=user, notifications_min_severity="OFF") as driver:
        plan = driver.execute_query(f"EXPLAIN {statement}", parameters).summary.plan

    def walk(step: dict[str, Any]) -> Iterator[str]:
        yield step["operatorType"].partition("@")[0]
        for child in step.get("children", []):
            yield from walk(child)

    assert plan is not None
    return set(walk(plan))


def as_cells(rows: Any) -> set[tuple[str, str, str, bool, bool, tuple[str, ...]]]:
    return {
        (row["unit_id"], row["topic_id"], row["state"], row["conflicting"], row["counted"], tuple(row["findings"]))
        for row in rows
    }


def as_rows(found: Iterator[Cell] | list[Cell]) -> set[tuple[str, str, str, bool, bool, tuple[str, ...]]]:
    return {(each.unit_id, each.topic_id, each.state, each.conflicting, each.counted, each.findings) for each in found}


@pytest.mark.parametrize("data", ["loaded", "seeded"])
def test_the_matrix_of_places_is_the_cells(data: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(data)
    asked = question("practices_by_place")
    expected = [*cells(database, "place", "theme"), *cells(database, "place", "practice")]
    found = set()
    for choice in choices(database, asked.parameters[0], asked):
        found |= as_cells(ask(database, asked, {"theme": choice.value}).rows)
    assert found == as_rows(expected)


@pytest.mark.parametrize("data", ["loaded", "seeded"])
def test_the_matrix_of_forces_is_the_cells(data: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(data)
    asked = question("forces_by_practice")
    for choice in choices(database, asked.parameters[0], asked):
        answer = ask(database, asked, {"programme": choice.value})
        shown = {row["topic_id"] for row in answer.rows}
        every = cells(database, "force", "practice", ["child_protection"], programme=choice.value)
        assert as_cells(answer.rows) == as_rows([each for each in every if each.topic_id in shown])
        assert {each.state for each in every if each.topic_id not in shown} <= {"not_examined"}


@pytest.mark.parametrize("data", ["loaded", "seeded"])
def test_barriers_count_the_cells(data: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(data)
    expected = tallies(cells(database, "place", "practice", EXPLOITATION))
    for row in ask(database, question("barriers")).rows:
        assert {name: row[name] for name in BASE_COLUMNS} == {
            name: getattr(expected[row["practice"]], name) for name in BASE_COLUMNS
        }


@pytest.mark.parametrize("data", ["loaded", "seeded"])
def test_one_practice_by_place_is_the_cells(data: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(data)
    answer = ask(database, question("working_together_by_place"))
    every = tallies(cells(database, "place", "practice"))
    assert tally(answer.rows) == every[answer.values["practice"]]


def test_a_return_visit_shows_both_findings(loaded: Database) -> None:
    (row,) = ask(loaded, question("return_visits")).rows
    assert (row["force"], row["found_first"], row["first_visit"], row["found_again"], row["return_visit"]) == (
        "Northshire Police", "failing", 2015, "adequate", 2017,
    )  # fmt: skip
    assert row["findings"] == ["finding:northshire-police-2015-1", "finding:northshire-police-2017-1"]


def test_steps_of_the_path_have_their_base(loaded: Database) -> None:
    answer = ask(loaded, question("steps_of_the_path"), {"path": "exchange"})
    by_step = {row["step"]: Tally.of_row(row) for row in answer.rows}
    assert by_step["Recognising"] == Tally(failing=1, not_examined=4, wider_places=1)
    assert by_step["Sharing"] == Tally(scope_not_known=1, not_examined=4, wider_places=1)
    assert tally(answer.rows) == Tally(failing=1, scope_not_known=1, not_examined=8, wider_places=1)


def test_claims_stand_as_the_sources_leave_them(loaded: Database) -> None:
    rows = ask(loaded, question("claims_and_standing")).rows
    assert {row["id"].partition(":")[2]: row["standing"] for row in rows} == {
        "gazette-1": "corroborated",
        "gazette-2": "both",
        "gazette-3": "contradicted",
        "council-1": "unverified",
        "department-1": "unverified",
    }


def test_a_reply_stands_beside_the_finding(loaded: Database) -> None:
    answer = ask(loaded, question("findings_about_a_body"), {"agency": "agency:harrowmere-council"})
    replies = {row["finding"]: (row["replies"], row["replies_sought"]) for row in answer.rows}
    assert replies["finding:harrowmere-1"] == (["The council says that it has shared information since 2014."], True)
    assert replies["finding:harrowmere-3"] == ([], True)


def test_a_recommendation_with_progress_is_not_without(loaded: Database) -> None:
    answer = ask(loaded, question("recommendations_without_progress"))
    assert [row["id"] for row in answer.rows] == ["recommendation:millbridge-1", "recommendation:harrowmere-3"]
    assert answer.sentence == (
        "No progress that we have read: 2 of the 3 recommendations held on these themes; made again later: 1 of them."
    )


def test_the_timeline_keeps_to_its_years(loaded: Database) -> None:
    rows = ask(loaded, question("timeline"), {"from_year": 2011, "to_year": 2015}).rows
    assert [row["id"] for row in rows] == ["event:harrowmere-inquiry-published"]


def test_signs_are_counted_by_place_and_reading(loaded: Database) -> None:
    rows = {row["sign"]: row for row in ask(loaded, question("signs_read")).rows}
    assert (rows["Missing from home"]["blamed"], rows["Missing from home"]["missed"]) == (1, 0)
    assert (rows["In care"]["recognised"], rows["In care"]["places"]) == (1, 1)  # the missed one is on child protection


def test_support_is_told_apart_by_time(loaded: Database) -> None:
    (row,) = ask(loaded, question("during_and_after")).rows
    assert (row["place"], row["before"], row["during"], row["after"]) == ("Harrowmere", None, "mixed", "mixed")
