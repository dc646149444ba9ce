"""The state of a review in one session: who reads, what was seen, what is to be told, and how to get on."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from graph_loader.intake.drafts import Draft
from graph_loader.package import read_package
from graph_loader.ready import package_folder
from inquiry_explorer.addresses import DATA, address, data_address
from inquiry_explorer.prose import Part
from inquiry_explorer.tables import Linked
from inquiry_graph.settings import Settings

_READER, _SEEN, _TOLD, _FORMS = "desk-reader", "desk-seen", "desk-told", "desk-forms"


def show_reader() -> str:
    """The field for who reads; it keeps its value on every page of the session."""
    given = st.text_input(
        "Reader",
        value=st.session_state.get(_READER, ""),
        placeholder="your role or initials",
        help="Stands beside each row that you accept. A role or initials, never a full name.",
        key="desk-reader-field",
    )
    st.session_state[_READER] = given
    return str(given)


def seen(draft: Draft, part: str, revision: int) -> int:
    """The revision on which this reader decides: the one that stood when the part was opened."""
    opened = (draft.report.id, part)
    held = st.session_state.get(_SEEN)
    if held is None or held[0] != opened:
        st.session_state[_SEEN] = held = (opened, revision)
    return int(held[1])


def look_again() -> None:
    """Forget what was seen and typed: the next run draws what stands on disk."""
    st.session_state.pop(_SEEN, None)
    st.session_state.pop(_FORMS, None)


def forms_of(draft: Draft, number: int, at_first: int) -> int:
    """How many findings the reader makes of this paragraph."""
    opened = (draft.report.id, number)
    held = st.session_state.get(_FORMS)
    if held is None or held[0] != opened:
        st.session_state[_FORMS] = held = (opened, at_first)
    return int(held[1])


def make_forms(draft: Draft, number: int, count: int) -> None:
    """Make that many findings of this paragraph."""
    st.session_state[_FORMS] = ((draft.report.id, number), count)


def say(sentence: str) -> None:
    """Tell the reader something at the top of the next run."""
    st.session_state[_TOLD] = sentence


def said() -> str:
    """What there is to tell; it is told once."""
    return str(st.session_state.pop(_TOLD, ""))


def codebook_of(draft: Draft, settings: Settings) -> Path:
    """The package whose codebook and names the forms offer: the one that the rows go to."""
    return draft.target() or package_folder(settings)


def names_allowed(draft: Draft) -> tuple[str, ...]:
    """Names of public office-holders that may stand in the package that the rows go to."""
    return read_package(codebook_of(draft, Settings.from_environment())).names_allowed


def trail(draft: Draft | None = None) -> tuple[Part, ...]:
    """The way back."""
    back: tuple[Part, ...] = (Linked("Data", address(DATA)), Linked("Intake", data_address("intake")))
    return (*back, Linked(draft.report.file, data_address("intake", report=draft.report.id))) if draft else back
