"""Questions: choose one, set its values, and read the answer down to its paragraphs and its Cypher."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import QUESTIONS, address, question_address, workbench_address
from inquiry_explorer.answer_views import columns_of, matrix, rows_of, states_in, timeline
from inquiry_explorer.canvas import graph_canvas
from inquiry_explorer.citing import show_citations
from inquiry_explorer.exporting import material_of_answer, offer_export
from inquiry_explorer.failures import failures_shown, show_notice
from inquiry_explorer.forms import show_form
from inquiry_explorer.prose import cautioned, heading, items, paragraph, title
from inquiry_explorer.scenes import scene_of
from inquiry_explorer.states import key
from inquiry_explorer.tables import Linked, show_table
from inquiry_graph.answers import Answer, ask, defaults, picture, values_of
from inquiry_graph.catalogue import Question, question, questions
from inquiry_graph.citations import citations
from inquiry_graph.errors import ParameterError
from inquiry_graph.holdings import themes
from inquiry_graph.neighbourhood import nodes

MADE_WITH = "data"  # in an address: the version of the data with which it was made
MOST_DRAWN = 200


def show() -> None:
    """Draw the list of questions, or the one that the address names."""
    session.graph()
    slug = st.query_params.get("q")
    if slug:
        _show_question(question(slug))
    else:
        _show_list(st.query_params.get("theme"))


def _show_list(theme: str | None) -> None:
    named = _themes()
    asked = [each for each in questions() if theme in (None, str(each.theme))]
    title("Questions", f"{len(questions())} questions, each with its base, its paragraphs and its Cypher.")
    links = [Linked(f"{n}. {words}", address(QUESTIONS, {"theme": str(n)})) for n, words in named.items()]
    if theme:
        paragraph(Linked("All questions", address(QUESTIONS)))
    else:
        items((link, "") for link in links)
    for number in dict.fromkeys(each.theme for each in asked):
        heading(f"{number}. {named.get(number, 'Theme')}" if number else "Across the themes")
        listed = [each for each in asked if each.theme == number]
        items((Linked(each.title, question_address(each.slug)), each.asks) for each in listed)


def _themes() -> dict[int | None, str]:
    """The names of the themes by their numbers."""
    return {theme.properties["number"]: theme.name for theme in session.kept(themes)}


def _show_question(asked: Question) -> None:
    trail: list[object] = [Linked("Questions", address(QUESTIONS))]
    if asked.theme:
        words = _themes().get(asked.theme, f"Theme {asked.theme}")
        trail.append(Linked(words, address(QUESTIONS, {"theme": str(asked.theme)})))
    title(asked.title, trail=trail)
    paragraph(asked.asks, style="quiet")
    _say_if_data_differ()
    with failures_shown():
        try:
            answer = session.kept(ask, asked, values_of(asked, _given(asked)))
        except ParameterError:
            show_form(asked, session.kept(defaults, asked))
            raise
        show_form(asked, answer.values)
        paragraph(answer.sentence, style="lead sentence")
        cautioned(asked.caution)
        _show_answer(answer)


def _given(asked: Question) -> dict[str, list[str]]:
    """What the address says of the question's parameters."""
    names = [parameter.name for parameter in asked.parameters if parameter.name in st.query_params]
    return {name: st.query_params.get_all(name) for name in names}


def _say_if_data_differ() -> None:
    load, made_with = session.current_load(), st.query_params.get(MADE_WITH)
    if load and made_with and made_with != load.dataset_version:
        show_notice(
            "Other data", f"This link was made with version {made_with}; the graph holds {load.dataset_version}."
        )


def _show_answer(answer: Answer) -> None:
    asked = answer.question
    if asked.view == "matrix" and len(answer.rows):
        st.html(matrix(answer))
        st.html(key(states_in(answer)))
    if asked.view == "timeline" and len(answer.rows):
        st.html(timeline(answer))
    if asked.view == "graph":
        _draw(answer)
    _show_table(answer)
    heading("Paragraphs")
    names = {node.id: node.name for node in session.kept(nodes, answer.records)}
    show_citations(session.kept(citations, answer.records), names)
    if asked.view != "graph" and answer.rows.rows:
        _offer_picture(answer)
    _show_cypher(answer)


def _show_table(answer: Answer) -> None:
    heading("Table")
    if not len(answer.rows):
        paragraph("No row. Another value in the form may find some.", style="quiet")
        return
    if answer.question.view == "matrix":
        with st.expander("The same as a table"):
            _table(answer)
    else:
        _table(answer)
    offer_export(lambda: material_of_answer(answer), key=f"answer-{answer.question.slug}")


def _table(answer: Answer) -> None:
    words = "1 row" if len(answer.rows) == 1 else f"{len(answer.rows):,} rows"
    cut = ", cut at the row limit: narrow the question to see the rest" if answer.rows.truncated else ""
    show_table(columns_of(answer), rows_of(answer), caption=f"{words}{cut}", key=answer.question.slug)


@st.fragment
def _offer_picture(answer: Answer) -> None:
    """The records on a canvas, drawn when somebody opens it."""
    with st.expander("Picture of these records", on_change="rerun", key=f"picture-{answer.question.slug}") as opened:
        if opened.open:
            with failures_shown():
                _draw(answer)


def _draw(answer: Answer) -> None:
    drawn = session.kept(picture, answer, MOST_DRAWN)
    if not drawn:
        paragraph("There is nothing to draw.", style="quiet")
        return
    graph_canvas(scene_of(drawn), key=f"canvas-{answer.question.slug}", height=520)
    if len(answer.records) > MOST_DRAWN:
        paragraph(f"The first {MOST_DRAWN} of {len(answer.records):,} records are drawn.", style="quiet")


def _show_cypher(answer: Answer) -> None:
    heading("Cypher")
    asked = answer.question
    values: dict[str, Any] = {**asked.fixed, **answer.values}
    written = json.dumps(values, ensure_ascii=False)
    load = session.current_load()
    version = {MADE_WITH: load.dataset_version} if load else {}
    paragraph(
        Linked("Open in the workbench", workbench_address(asked.statement, written)),
        " · ",
        Linked("Link to this answer", question_address(asked.slug, {**answer.values, **version})),
    )
    st.code(f"{asked.for_browser(answer.values)}\n{asked.statement}".strip(), language="cypher", wrap_lines=True)
