"""Data: how good the record is, and the desk where it grows. Each view is a module of `inquiry_explorer.data`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from inquiry_explorer.addresses import DATA, data_address
from inquiry_explorer.data import changes, correcting, intake, quality, rereading
from inquiry_explorer.prose import items, title
from inquiry_explorer.tables import Linked
from inquiry_graph.errors import AddressError


@dataclass(frozen=True, slots=True)
class View:
    """A view by its name in the address; `meaning` is the line that stands beside its link."""

    name: str
    words: str
    meaning: str
    show: Callable[[], None]


VIEWS = (
    View(
        "quality",
        "How good the record is",
        "What it rests on, what is filled, how well its coders agree, and what nobody has read.",
        quality.show,
    ),
    View(
        "changes",
        changes.TITLE,
        "Two versions of the data side by side: added, changed cell by cell, and withdrawn with the reason.",
        changes.show,
    ),
    View(
        "intake",
        "Intake",
        "Reports that were taken in, paragraph by paragraph: accept, edit, split or reject what is proposed.",
        intake.show,
    ),
    View(
        "reread",
        rereading.TITLE,
        "Rows that are due to be compared with their pages, each beside what to look at, and the verdict.",
        rereading.show,
    ),
    View(
        "correct",
        correcting.TITLE,
        "What somebody says of a record: a draft correction, to be sent and to be answered by a reading.",
        correcting.show,
    ),
)


def show() -> None:
    """Draw the view that the address names, or the list of views."""
    asked = st.query_params.get("view")
    if not asked:
        _show_views()
        return
    view = next((each for each in VIEWS if each.name == asked), None)
    if view is None:
        names = ", ".join(each.name for each in VIEWS)
        raise AddressError(f"The page Data has no view {asked!r}. It has {names}: open one from the list at {DATA}.")
    view.show()


def _show_views() -> None:
    title("Data", "How good the record is, and where it is checked and grows.")
    items((Linked(view.words, data_address(view.name)), view.meaning) for view in VIEWS)
