"""Question files: what their headers must say, and what is refused with a clear word."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquiry_graph import model
from inquiry_graph.catalogue import (
    BASE_COLUMNS,
    MATRIX_COLUMNS,
    Question,
    question,
    questions,
    read_question,
    statement,
)
from inquiry_graph.errors import CatalogueError, UnknownQuestion
from inquiry_graph.resources import shipped

THEMES = (1, 2, 3, 4, 5)
HEADER = """/*
title: Places
asks: Which places are there?
theme: 2
parameters:
  - {name: kind, meaning: The kind., kind: choice, choices: Location.kind, default: town}
  - subjects
fixed: [theme, bases]
columns:
  - {name: place, meaning: The place., kind: text}
  - {name: kind, meaning: Its kind., kind: term, choices: Location.kind}
view: table
at_least: 1
says: "{rows:places}"
says_if_none: No place is held
*/
"""
BODY = (
    "MATCH (p:Location {kind: $kind}) WHERE $theme > 0 AND $bases <> $subjects RETURN p.name AS place, p.kind AS kind\n"
)


def written(folder: Path, text: str) -> Path:
    path = folder / "places.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, change: tuple[str, str] = ("", "")) -> Question:
    return read_question(written(folder, (HEADER + BODY).replace(*change)))


def test_a_header_says_all_that_a_form_needs(tmp_path: Path) -> None:
    kind, subjects = read(tmp_path).parameters
    assert (kind.name, kind.default, kind.kind) == ("kind", "town", "choice")
    assert kind.choices == tuple((term.value, term.words) for term in model.LOCATION_KINDS)
    assert (subjects.kind, subjects.default) == ("choices", ["group_based_cse", "cse"])


def test_what_a_statement_takes_from_the_model_stands_in_its_header(tmp_path: Path) -> None:
    assert read(tmp_path).fixed == {"theme": 2, "bases": list(model.SCOPES_THAT_COUNT)}


def test_a_value_of_a_closed_list_reads_in_words(tmp_path: Path) -> None:
    place, kind = read(tmp_path).columns
    assert kind.words("police_force_area") == "Police force area"
    assert place.words("Millbridge") == "Millbridge"


def test_the_body_alone_runs_in_neo4j_browser_after_one_line(tmp_path: Path) -> None:
    asked = read(tmp_path)
    assert asked.statement == BODY
    assert asked.for_browser({"kind": "town", "subjects": ["cse"]}) == (
        ':params {theme: 2, bases: ["terms_of_reference", "stated", "programme_method"], '
        'kind: "town", subjects: ["cse"]}'
    )


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("title:", "titel:"), "titel"),
        (("asks: Which places are there?\n", ""), "asks"),
        (("view: table", "view: chart"), "chart"),
        (("kind: term", "kind: termn"), "termn"),
        (("kind: term, choices: Location.kind", "kind: term"), "kind"),
        (("The place., kind: text", "The place., kind: text, unit: m"), "unit"),
        (("kind: choice,", "kind: choice, hint: x,"), "hint"),
        (("choices: Location.kind, default", "choices: Location.colour, default"), "colour"),
        (("  - subjects", "  - subject"), "subject"),
        (("fixed: [theme, bases]", "fixed: [theme]"), "bases"),
        (("fixed: [theme, bases]", "fixed: [theme, bases, judging]"), "judging"),
        (("fixed: [theme, bases]", "fixed: [theme, bases, tide]"), "tide"),
        (("$kind}", "$sort}"), "sort"),
        (("/*", "//"), "header"),
        (("title: Places", "title: [Places"), "Mend it"),
    ],
)
def test_a_header_that_is_not_well_formed_is_refused_by_name(
    tmp_path: Path, change: tuple[str, str], named: str
) -> None:
    with pytest.raises(CatalogueError, match=named) as told:
        read(tmp_path, change)
    assert "places.cypher" in str(told.value)


def test_an_unknown_question_brings_near_names() -> None:
    with pytest.raises(UnknownQuestion, match="return_visits"):
        question("returnvisits")


def test_a_statement_that_does_not_ship_is_said_by_its_path() -> None:
    with pytest.raises(CatalogueError, match=r"_app.nowhere\.cypher"):
        statement("_app/nowhere")


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_has_three_questions(theme: int) -> None:
    assert len([each for each in questions() if each.theme == theme]) >= 3


def test_there_is_a_question_for_each_view() -> None:
    assert {each.view for each in questions()} == {"table", "matrix", "timeline", "graph"}


@pytest.mark.parametrize("asked", questions(), ids=lambda each: each.slug)
def test_a_question_stands_in_the_folder_of_its_theme(asked: Question) -> None:
    number = asked.path.parent.name.partition("_")[0]
    assert int(number) == (asked.theme or len(THEMES) + 1)


@pytest.mark.parametrize("asked", questions(), ids=lambda each: each.slug)
def test_what_counts_cells_has_its_bases_and_says_them(asked: Question) -> None:
    names = set(asked.column_names)
    if asked.counts:
        assert "{tally}" in asked.says
        assert names >= set(BASE_COLUMNS) or names >= {"unit_id", "state", "conflicting", "counted", "findings"}
    if asked.view == "matrix":
        assert asked.column_names == MATRIX_COLUMNS
        assert asked.counts


@pytest.mark.parametrize("asked", questions(), ids=lambda each: each.slug)
def test_a_question_says_all_in_whole_words(asked: Question) -> None:
    assert asked.asks.endswith("?")
    assert not asked.title.endswith((".", "?"))
    assert all(column.meaning.endswith(".") for column in asked.columns)
    assert all(parameter.meaning.endswith(".") for parameter in asked.parameters)
    assert asked.caution


def test_no_value_of_a_closed_list_is_a_literal_list_in_a_statement() -> None:
    bodies = {path: path.read_text(encoding="utf-8") for path in shipped("queries").rglob("*.cypher")}
    listed = [
        (path.name, terms)
        for path, text in bodies.items()
        for terms in (
            model.SCOPES_THAT_COUNT,
            model.FAILURE_OUTCOMES,
            ("group_based_cse", "cse"),
            ("local", "operation"),
        )
        if "[" + ", ".join(f"'{term}'" for term in terms) + "]" in text
    ]
    assert listed == []
