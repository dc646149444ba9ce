"""What a report set out to examine: without it, its findings stand outside every count. And a place that is new."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from graph_loader.intake.rows import NEW, SCOPE, scope_complaints
from graph_loader.records import SEPARATOR
from inquiry_explorer.data.fields import Choices, columns_of, show_field
from inquiry_explorer.prose import heading, paragraph

__all__ = ["scope_complaints", "show_place", "show_scope"]

_OF_PLACE = ("name", "kind", "within")


def show_scope(form: dict[str, str], held: Mapping[str, str], offered: Choices, name: str) -> None:
    """The fields of the scope that the report states."""
    heading("What it set out to examine")
    paragraph(
        "Findings without a stated scope are shown as found, scope not known: they stand in no count. Leave it empty "
        "if the report does not say, or if the package holds its scope.",
        style="quiet",
    )
    summary, basis, locator, quotation = columns_of("Scope", ("summary", "basis", "locator", "quotation"))
    names = {**offered["Theme"], **offered["Practice"]}
    listed = [each for each in held.get(f"{SCOPE}extends_to", "").split(SEPARATOR) if each in names]
    chosen = st.multiselect(
        "It covers",
        list(names),
        default=listed,
        format_func=names.__getitem__,
        key=f"{name}-covers",
        help="A theme gives a base for the theme alone; a practice gives one for both.",
        placeholder="Themes and practices that it names",
    )
    form[f"{SCOPE}extends_to"] = SEPARATOR.join(chosen)
    for line in ((summary, basis), (quotation, locator)):
        for where, column in zip(st.columns((1.6, 1)), line, strict=True):
            stored = f"{SCOPE}{column.name}"
            with where:
                form[stored] = show_field(column, held.get(stored, ""), offered, f"{name}-{stored}")


def show_place(form: dict[str, str], held: Mapping[str, str], offered: Choices, name: str) -> None:
    """The fields of a place that the list of places lacks."""
    prefix = f"{NEW}location-"
    with st.expander("A place that the list lacks", expanded=bool(held.get(f"{prefix}name"))):
        for where, column in zip(st.columns(len(_OF_PLACE)), columns_of("Location", _OF_PLACE), strict=True):
            stored = f"{prefix}{column.name}"
            with where:
                form[stored] = show_field(column, held.get(stored, ""), offered, f"{name}-{stored}")
