"""Choices that several views share: what findings are about, where they were read, and a round of a programme."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.patterns import fields
from inquiry_graph import model
from inquiry_graph.patterns.findings import NOT_NAMED
from inquiry_graph.patterns.forces import programmes
from inquiry_graph.schema import Term

KINDS_OF_BODY = {term.value: term.words for term in model.AGENCY_KINDS} | {NOT_NAMED: "No body named"}
ALL_SUBJECTS = tuple(term.value for term in model.SUBJECTS)


def words(terms: Sequence[Term]) -> dict[str, str]:
    """A closed list of the model as a field offers it."""
    return {term.value: term.words for term in terms}


def subjects_chosen(default: Sequence[str]) -> tuple[str, ...]:
    """What the findings are about; with nothing chosen, the default."""
    chosen = fields.several("subject", "What the findings are about", words(model.SUBJECTS), default)
    return chosen or tuple(default)


def filters(default: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Subjects, kinds of source and kinds of page, side by side; of the last two, none chosen takes all."""
    first, second, third = st.columns(3, vertical_alignment="bottom")
    with first:
        subjects = subjects_chosen(default)
    with second:
        kinds = fields.several("kind", "Kinds of source", words(model.SOURCE_KINDS))
    with third:
        pages = fields.several("seen", "Where we read it", words(model.SEEN_IN))
    return subjects, kinds, pages


def programme_chosen() -> str:
    """A programme of inspections."""
    offered = {each.value: each.words for each in session.kept(programmes)}
    return fields.one("programme", "Programme", offered)


def programme_and_round() -> tuple[str, str]:
    """A programme and one of its rounds, side by side."""
    left, right = st.columns(2)
    with left:
        programme = programme_chosen()
    with right:
        round_ = fields.one("round", "Round", words(model.ROUNDS))
    return programme, round_
