"""From typed values to an answer, and from wrong ones to a message that says what would be right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inquiry_graph import model
from inquiry_graph.answers import ask, choices, defaults, picture, values_of
from inquiry_graph.catalogue import Parameter, question
from inquiry_graph.database import Database
from inquiry_graph.errors import ParameterError

PLACES = question("working_together_by_place")
TIMELINE = question("timeline")
EXPLOITATION = ["group_based_cse", "cse"]


def test_choices_come_from_the_graph_and_are_narrowed_to_the_theme(loaded: Database) -> None:
    practice = PLACES.parameters[0]
    assert {choice.value for choice in choices(loaded, practice, PLACES)} == {
        "practice:sharing-information",
        "practice:deciding-jointly",
    }
    assert len(choices(loaded, practice)) == 7


def test_one_choice_narrows_the_next(loaded: Database) -> None:
    practice = PLACES.parameters[0]
    (only,) = choices(loaded, practice, PLACES, {"theme": "theme:prosecution"})
    assert (only.value, only.words) == ("practice:early-advice", "Early advice was not taken")


def test_choices_may_be_a_closed_list_of_the_model(loaded: Database) -> None:
    offered = choices(loaded, question("steps_of_the_path").parameters[0])
    assert [choice.value for choice in offered] == [term.value for term in model.STAGE_PATHS]


def test_a_default_that_the_graph_lacks_gives_way_to_the_first_choice(loaded: Database) -> None:
    elsewhere = replace(PLACES.parameters[0], default="practice:unheard-of")
    asked = replace(PLACES, parameters=(elsewhere, *PLACES.parameters[1:]))
    assert defaults(loaded, asked) == {"practice": "practice:deciding-jointly", "subjects": EXPLOITATION}


def test_several_choices_without_a_default_are_all(loaded: Database) -> None:
    kinds = defaults(loaded, question("sources_read"))["kinds"]
    assert kinds == [term.value for term in model.SOURCE_KINDS]


def test_text_becomes_values_of_the_right_kind() -> None:
    assert values_of(TIMELINE, {"from_year": "2011"}) == {"from_year": 2011}
    assert values_of(PLACES, {"practice": "x", "subjects": "cse, group_based_cse"}) == {
        "practice": "x",
        "subjects": ["cse", "group_based_cse"],
    }
    assert values_of(PLACES, {"subjects": ["cse"], "practice": ["x"]}) == {"subjects": ["cse"], "practice": "x"}


@pytest.mark.parametrize(("text", "value"), [("true", True), ("No", False), ("1", True)])
def test_truths_are_read_as_people_write_them(text: str, value: bool) -> None:
    asked = replace(TIMELINE, parameters=(Parameter("open", "Whether.", "boolean", False, ()),))
    assert values_of(asked, {"open": text}) == {"open": value}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"from_yer": "2011"}, "Did you mean from_year"),
        ({"from_year": "long ago"}, "give a whole number, for example 2010"),
        ({"from_year": ["2010", "2011"]}, "give it once"),
    ],
)
def test_text_that_cannot_be_read_is_refused(given: dict[str, Any], told: str) -> None:
    with pytest.raises(ParameterError, match=told):
        values_of(TIMELINE, given)


@pytest.mark.parametrize(
    ("slug", "given", "told"),
    [
        ("working_together_by_place", {"practise": "x"}, "Did you mean practice"),
        ("working_together_by_place", {"practice": "sharing informaton"}, "practice:sharing-information"),
        ("working_together_by_place", {"practice": "practice:early-advice"}, "practice:deciding-jointly"),
        ("working_together_by_place", {"practice": 3}, "give a text"),
        ("working_together_by_place", {"subjects": "cse"}, "give a list"),
        ("working_together_by_place", {"subjects": []}, "choose at least one of group_based_cse"),
        ("working_together_by_place", {"subjects": ["cse", "csa"]}, "'csa'"),
        ("timeline", {"from_year": "2011"}, "give a whole number"),
        ("timeline", {"from_year": True}, "give a whole number"),
    ],
)
def test_a_wrong_value_is_refused_with_what_would_be_right(
    loaded: Database, slug: str, given: dict[str, Any], told: str
) -> None:
    with pytest.raises(ParameterError, match=told):
        ask(loaded, question(slug), given)


def test_a_choice_may_be_given_by_its_words(loaded: Database) -> None:
    by_words = ask(loaded, PLACES, {"practice": "Information was NOT shared"})
    assert by_words.values == {"practice": "practice:sharing-information", "subjects": EXPLOITATION}
    assert by_words == ask(loaded, PLACES, by_words.values)


def test_an_answer_holds_its_records_once_in_their_order(loaded: Database) -> None:
    answer = ask(loaded, question("claims_and_standing"))
    assert answer.records == (
        "claim:gazette-1",
        "claim:gazette-2",
        "finding:harrowmere-1",
        "claim:council-1",
        "finding:national-2",
        "claim:department-1",
        "claim:gazette-3",
    )
    assert ask(loaded, question("sources_read")).records == ()


def test_a_picture_shows_records_with_what_they_point_to(loaded: Database) -> None:
    drawn = picture(loaded, ask(loaded, question("exchanges")))
    assert {each.kind for each in drawn.links} >= {"FROM_AGENCY", "TO_AGENCY", "IN_CASE", "LOCATED_IN", "EVIDENCED_BY"}
    assert {"finding:harrowmere-1", "agency:example-health-trust", "location:harrowmere"} <= {n.id for n in drawn.nodes}


def test_a_picture_draws_no_more_than_was_asked(loaded: Database) -> None:
    answer = ask(loaded, TIMELINE)
    assert [node.id for node in picture(loaded, answer, most=1).nodes if node.kind == "Event"] == [answer.records[0]]


def test_without_records_a_picture_shows_what_the_ids_name(loaded: Database) -> None:
    drawn = picture(loaded, ask(loaded, question("forces_inspected")))
    assert {node.id for node in drawn.nodes if node.kind == "Case"} >= {"case:inspection-northshire-2015"}


def test_an_answer_that_was_cut_says_so(loaded: Database) -> None:
    text = "UNWIND range(1, 20000) AS n RETURN toString(n) AS event"
    long = replace(TIMELINE, statement=text, parameters=(), columns=TIMELINE.columns[2:3], says="{rows:events}")
    assert ask(loaded, long).sentence == (
        "10,000 events. Only the first 10,000 rows are shown, and only they are in these figures."
    )
