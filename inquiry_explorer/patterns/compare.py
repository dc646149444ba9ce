"""Compare: two to six places, forces or other agencies side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.patterns import fields
from inquiry_explorer.patterns.choosing import ALL_SUBJECTS, subjects_chosen, words
from inquiry_explorer.patterns.frame import Sheet, answer, opening, paragraphs_of
from inquiry_explorer.patterns.grid import COUNTS, grid
from inquiry_explorer.patterns.profiles import show_profiles
from inquiry_explorer.prose import cautioned, heading, paragraph
from inquiry_explorer.states import key
from inquiry_graph import model
from inquiry_graph.cells import Topics, number
from inquiry_graph.patterns.comparing import (
    FEWEST,
    MOST,
    Compared,
    Profile,
    Verdict,
    as_rows,
    comparable,
    compare,
    side_by_side,
)
from inquiry_graph.patterns.matrix import arranged

TITLE = "Compare"
ASKS = "What was found alike, what was found differently, and what in one alone?"
_KINDS = words(model.LOCATION_KINDS) | words(model.AGENCY_KINDS)
_VERDICTS: dict[Verdict, str] = {
    "shared": "Judged alike in all that were judged",
    "differing": "Judged differently",
    "alone": "Judged in one alone",
}


def show() -> None:
    """Draw the view."""
    opening(TITLE, ASKS)
    offered = {each.id: f"{each.name} ({_KINDS[each.kind].lower()})" for each in session.kept(comparable)}
    chosen = fields.several("unit", f"{FEWEST} to {MOST} places, forces or agencies", offered, empty="Choose")
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        topics = cast(Topics, fields.one("topics", "By", {"practice": "Practices", "theme": "Themes"}))
    with right:
        subjects = subjects_chosen(ALL_SUBJECTS)
    if not FEWEST <= len(chosen) <= MOST:
        answer(f"Choose {FEWEST} to {MOST} places, forces or agencies: {len(chosen)} chosen")
        return
    profiles = session.kept(compare, chosen, topics, subjects)
    found = side_by_side(profiles)
    answer(_sentence(found))
    cautioned(
        "Differences are differences in what was published and read of each: a state that only one of them has is no "
        "answer about the others. Nobody is ranked. A place's own findings are those at its level."
    )
    for verdict, told in _VERDICTS.items():
        _show_cells([each for each in found if each.verdict == verdict], told, profiles)
    paragraph(f"Below a symbol: the findings that say {COUNTS}; so was a “?” judged.", style="quiet")
    st.html(key({cell.state for each in found for cell in each.cells}))
    sheet = Sheet("compare", {"units": chosen, "topics": topics, "subjects": subjects})
    sheet.add("topics", "topic by topic, side by side", lambda: as_rows(profiles))
    show_profiles(profiles, sheet)
    sheet.offer()
    ids = dict.fromkeys(finding for each in found for cell in each.cells for finding in cell.findings)
    paragraphs_of(tuple(ids))


def _sentence(found: Sequence[Compared]) -> str:
    counted = {verdict: sum(each.verdict == verdict for each in found) for verdict in _VERDICTS}
    several = counted["shared"] + counted["differing"]
    return (
        f"Judged alike on {counted['shared']} and differently on {counted['differing']} of the "
        f"{number(several, 'topics')} judged in two of them or more; {counted['alone']} more were judged in one alone"
    )


def _show_cells(found: Sequence[Compared], told: str, profiles: Sequence[Profile]) -> None:
    heading(told)
    if not found:
        paragraph("None.", style="quiet")
        return
    order = [each.unit.id for each in profiles]
    turned = [
        replace(cell, unit_id=cell.topic_id, unit_name=cell.topic_name, topic_id=cell.unit_id,
                topic_name=cell.unit_name, counted=True)
        for each in found
        for cell in sorted(each.cells, key=lambda cell: order.index(cell.unit_id))
    ]  # fmt: skip
    st.html(grid(arranged("place", turned), told))
