"""Workbench: a statement of one's own, run as the reader, with the schema beside it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import workbench_address
from inquiry_explorer.canvas import graph_canvas
from inquiry_explorer.exporting import material_of_statement, offer_export
from inquiry_explorer.failures import failures_shown, show_notice
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.scenes import scene_of
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph.errors import ParameterError, StatementError
from inquiry_graph.schema_page import schema_page
from inquiry_graph.subgraph import Rows

MOST_DRAWN = 500
_EXAMPLE = """MATCH (f:Failure)-[:OF_PRACTICE]->(p:Practice)
RETURN p.name AS practice, count(f) AS failures
ORDER BY failures DESC, practice"""
_RAN = "workbench-ran"  # what was run last in this session: statement, parameters, rows


def show() -> None:
    """Draw the page. A statement in the address is shown and waits for Run."""
    session.graph()
    title("Workbench", "Your own Cypher on the graph: it can read everything and change nothing.")
    editor, help_ = st.columns((3, 2), gap="large")
    with editor:
        _show_editor()
        paragraph(" ".join(session.graph().facts().guards), style="quiet")
    with help_:
        _show_help()
    ran = st.session_state.get(_RAN)
    if ran:
        _show_rows(*ran)


def _show_editor() -> None:
    _follow_address()
    with st.form("workbench", border=False):
        st.text_area("Cypher statement", key="workbench-statement", height=260)
        st.text_input("Parameters, as JSON", key="workbench-parameters", placeholder='{"name": "value"}')
        pressed = st.form_submit_button("Run", type="primary", help="Ctrl+Enter in the statement runs it too.")
    if pressed:
        st.session_state.pop(_RAN, None)
        with failures_shown():
            _run(st.session_state["workbench-statement"], st.session_state["workbench-parameters"])


def _follow_address() -> None:
    """Put the statement of the address into the editor, once for each address."""
    asked = (st.query_params.get("cypher"), st.query_params.get("parameters", ""))
    if "workbench-statement" not in st.session_state:
        st.session_state["workbench-statement"] = _EXAMPLE
    if asked[0] and st.session_state.get("workbench-address") != asked:
        st.session_state["workbench-statement"], st.session_state["workbench-parameters"] = asked
        st.session_state.pop(_RAN, None)
    st.session_state["workbench-address"] = asked


def _run(statement: str, written: str) -> None:
    parameters = _parsed(written)
    try:
        with st.spinner("Running …"):
            rows = session.graph().read_typed(statement, parameters)
    except StatementError as error:
        _show_place(statement, error)
        return
    st.session_state[_RAN] = (statement, parameters, rows)
    asked = {"cypher": statement, **({"parameters": written} if written.strip() else {})}
    st.query_params.from_dict(asked)
    st.session_state["workbench-address"] = (statement, asked.get("parameters", ""))


def _parsed(written: str) -> dict[str, Any]:
    if not written.strip():
        return {}
    try:
        parameters = json.loads(written)
    except ValueError as error:
        raise ParameterError(f'The parameters are not JSON: {error}. Write them as {{"name": "value"}}.') from error
    if not isinstance(parameters, dict):
        raise ParameterError('The parameters are not an object: write them as {"name": "value"}.')
    return parameters


def _show_place(statement: str, error: StatementError) -> None:
    """The error, and the line that it is about with a caret below the place."""
    place = f"Line {error.line}, column {error.column}: " if error.line else ""
    show_notice("The statement is not valid", f"{place}{error}", urgent=True)
    lines = statement.split("\n")
    if error.line and error.column and error.line <= len(lines):
        st.code(f"{lines[error.line - 1]}\n{' ' * (error.column - 1)}^", language=None)


def _show_help() -> None:
    parts = _parts_of_the_model()
    chosen = st.selectbox("The model", list(parts), key="workbench-model")
    with st.container(height=430, border=True):
        st.markdown(parts[chosen])


@cache
def _parts_of_the_model() -> dict[str, str]:
    """The schema page by its headings, so that one kind is read at a time."""
    parts: dict[str, list[str]] = {"In short": []}
    for line in schema_page().splitlines()[4:]:
        if line.startswith("##"):
            parts[line.lstrip("# ")] = []
        else:
            parts[list(parts)[-1]].append(line)
    return {name: "\n".join(lines) for name, lines in parts.items() if any(lines)}


def _show_rows(statement: str, parameters: dict[str, Any], rows: Rows) -> None:
    heading("Answer")
    words = "1 row" if len(rows) == 1 else f"{len(rows):,} rows"
    if rows.truncated:
        show_notice(
            "Cut", f"The answer has more rows; the first {len(rows):,} are here. Ask for less with LIMIT or WHERE."
        )
    if not len(rows):
        paragraph("No row matches. Leave out a condition to see whether one is too narrow.", style="quiet")
        return
    show_table(tuple(map(Column, rows.columns)), list(rows.rows), caption=words, key="workbench")
    offer_export(lambda: material_of_statement(statement, rows, parameters), key="workbench")
    paragraph(
        Linked("Link to this statement", workbench_address(statement, json.dumps(parameters) if parameters else ""))
    )
    _draw(rows)


def _draw(rows: Rows) -> None:
    found = rows.subgraph()
    if not found:
        return
    heading("Picture")
    if len(found.nodes) > MOST_DRAWN:
        paragraph(f"{len(found.nodes):,} nodes came back; at most {MOST_DRAWN} are drawn. Ask for less.", style="quiet")
        return
    graph_canvas(scene_of(found), key="canvas-workbench", height=520)
