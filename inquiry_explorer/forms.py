"""The form of a question, made from its parameters. What is chosen stands in the address and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import question_parameters
from inquiry_explorer.escaping import as_label
from inquiry_graph.answers import Choice, choices
from inquiry_graph.catalogue import Parameter, Question, slots, statement

PER_LINE = 3


def show_form(question: Question, values: Mapping[str, Any]) -> None:
    """A field for each parameter, filled in with `values`; a change goes into the address and asks again.

    Fields for several choices have a line of their own, so that the choices can be read.
    """
    narrow = [each for each in question.parameters if each.kind != "choices"]
    for first in range(0, len(narrow), PER_LINE):
        places = st.columns(PER_LINE, vertical_alignment="bottom")
        for place, parameter in zip(places, narrow[first : first + PER_LINE], strict=False):
            with place:
                _field(question, parameter, values)
    for parameter in question.parameters:
        if parameter.kind == "choices":
            _field(question, parameter, values)


def _field(question: Question, parameter: Parameter, values: Mapping[str, Any]) -> None:
    key, value = _key(question, parameter), values.get(parameter.name)
    label = as_label(parameter.meaning.removesuffix("."))
    changed: dict[str, Any] = {"key": key, "on_change": _into_address, "args": (question, parameter.name, dict(values))}
    if parameter.kind in ("choice", "choices"):
        offered = _offered(question, parameter, values)
        if not offered:
            st.caption(f"{label}: the graph offers nothing to choose from.")
            return
        _set(key, value)
        words = {choice.value: choice.words for choice in offered}
        if parameter.kind == "choice":
            st.selectbox(label, list(words), format_func=words.__getitem__, **changed)
        else:
            st.multiselect(label, list(words), format_func=words.__getitem__, **changed)
    elif parameter.kind == "integer":
        _set(key, value)
        st.number_input(label, step=1, value=None if value is None else int(value), **changed)
    elif parameter.kind == "boolean":
        _set(key, bool(value))
        st.checkbox(label, **changed)
    else:
        _set(key, value or "")
        st.text_input(label, **changed)


def _offered(question: Question, parameter: Parameter, values: Mapping[str, Any]) -> tuple[Choice, ...]:
    """The choices that fit what was chosen in the fields before this one."""
    before: dict[str, Any] = {}
    for each in question.parameters:
        if each.name == parameter.name:
            break
        before[each.name] = values.get(each.name)
    return session.kept(choices, parameter, question, before)


def _set(key: str, value: Any) -> None:
    """The field shows what the address says, also after going back."""
    st.session_state[key] = value


def _into_address(question: Question, changed: str, values: dict[str, Any]) -> None:
    values[changed] = st.session_state[_key(question, changed)]
    for parameter in question.parameters:
        if parameter.name != changed and _narrowed_by(parameter, changed):
            values.pop(parameter.name, None)
    st.query_params.from_dict(question_parameters(question.slug, values))


def _narrowed_by(parameter: Parameter, name: str) -> bool:
    return (
        bool(parameter.choices) and isinstance(parameter.choices, str) and name in slots(statement(parameter.choices))
    )


def _key(question: Question, parameter: Parameter | str) -> str:
    name = parameter if isinstance(parameter, str) else parameter.name
    return f"form-{question.slug}-{name}"
