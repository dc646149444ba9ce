"""Similarity: which cases are alike, on the practices that were read for both, and where too few were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import record_address, records_address
from inquiry_explorer.patterns import fields
from inquiry_explorer.patterns.frame import Sheet, answer, opening, paragraphs_of
from inquiry_explorer.prose import cautioned, heading, paragraph
from inquiry_explorer.states import chip
from inquiry_explorer.tables import Column, Html, Linked, show_table, shown
from inquiry_graph.cells import number
from inquiry_graph.patterns.observations import Footing
from inquiry_graph.patterns.similarity import (
    FEWEST_SHARED,
    SHARE_FOR_GROUPS,
    CaseRead,
    Likeness,
    Similarity,
    as_rows,
    similarity,
)

TITLE = "Similar cases"
ASKS = "Which cases are most alike, for which reasons, and which have too little in common to compare?"
_FOOTINGS = {"place": "Reviews of places, on exploitation", "force": "Inspections of forces, child protection"}


def show() -> None:
    """Draw the view."""
    opening(TITLE, ASKS)
    left, right = st.columns(2)
    with left:
        footing = cast(Footing, fields.one("footing", "Footing", _FOOTINGS))
    found = session.kept(similarity, footing)
    with right:
        offered = {case.id: case.name for case in sorted(found.cases, key=lambda case: (case.name, case.id))}
        case = fields.one("case", "Nearest to", {"": "All that can be compared", **offered})
    answer(found.sentence())
    cautioned(
        "Two cases are compared on the practices that were judged in both, and on nothing else. Most of what is "
        "published is failing, so that cases are alike on much by chance: what goes beyond it orders the list."
    )
    if found.nested:
        paragraph(f"{number(found.nested, 'pairs')} left out, since one case is part of the other.", style="quiet")
    sheet = Sheet("similarity", {"footing": footing, "case": case})
    pairs = found.nearest(case) if case else found.pairs
    _show_pairs(found, pairs, case)
    _show_groups(found)
    sheet.add("pairs", "the pairs of cases that can be compared", lambda: as_rows(found))
    sheet.offer()
    if pairs:
        _show_reasons(found, pairs[0])
        paragraphs_of(pairs[0].findings, "Paragraphs of the first pair")


def _show_pairs(found: Similarity, pairs: Sequence[Likeness], case: str) -> None:
    heading("Nearest cases")
    if not pairs:
        paragraph(_too_little(found, case), style="quiet")
        return
    columns = (
        Column("Case"), Column("Case"), Column("Read for both", "integer"), Column("Alike on", "integer"),
        Column("By chance", "number", "On how many they would be alike by chance"),
        Column("Beyond chance", "number", "1 is alike throughout, 0 no more than chance"), Column("Alike on"),
        Column("Differ on"), Column("Findings", "ids"),
    )  # fmt: skip
    rows = [_pair_row(found, each) for each in pairs]
    show_table(columns, rows, caption="The most alike beyond chance first", key="similarity-pairs")


def _too_little(found: Similarity, case: str) -> str:
    if not case:
        return f"No two cases were read for {FEWEST_SHARED} practices or more in both."
    most, names = found.most_in_common(case)
    return (
        f"Too little in common to compare: with any other case it has at most {number(most, 'practices')} read for "
        f"both{f' (with {names[0]})' if names else ''}; {FEWEST_SHARED} are needed."
    )


def _pair_row(found: Similarity, each: Likeness) -> tuple[object, ...]:
    return (
        _case(each.one), _case(each.other), each.shared, len(each.alike), each.expected * each.shared,
        each.beyond_chance, _names(found, each.alike), _names(found, each.differing), each.findings,
    )  # fmt: skip


def _case(case: CaseRead) -> Linked:
    return Linked(case.name, record_address(case.id))


def _names(found: Similarity, topics: Sequence[str]) -> str:
    return "; ".join(sorted(found.practices[topic] for topic in topics))


def _show_reasons(found: Similarity, pair: Likeness) -> None:
    heading("The reasons, practice by practice")
    topics = sorted((*pair.alike, *pair.differing), key=lambda topic: (topic in pair.alike, found.practices[topic]))
    columns = (Column("Practice"), Column(pair.one.name), Column(pair.other.name), Column("Which is"))
    rows = [
        (found.practices[topic], _judged(pair.one, topic), _judged(pair.other, topic),
         "alike" if topic in pair.alike else "different")
        for topic in topics
    ]  # fmt: skip
    show_table(columns, rows, caption=f"{pair.one.name} and {pair.other.name}", key="similarity-reasons")


def _judged(case: CaseRead, topic: str) -> Html:
    count = number(len(case.findings[topic]), "findings")
    return Html(f"{chip(case.states[topic])} {shown(Linked(count, records_address(case.findings[topic])))}")


def _show_groups(found: Similarity) -> None:
    heading("Groups")
    if found.groups is None:
        paragraph(
            f"Not sought: that takes {SHARE_FOR_GROUPS:.0%} of all pairs that can be compared, and "
            f"{len(found.pairs):,} of {found.possible:,} can.",
            style="quiet",
        )
        return
    if not found.groups:
        paragraph("None comes back when practices are drawn anew: what there is would be chance.", style="quiet")
        return
    columns = (Column("Cases"), Column("How surely it comes back", "number", "From 0 to 1"))
    rows = [("; ".join(case.name for case in group.members), group.stability) for group in found.groups]
    show_table(columns, rows, caption="Groups that come back when practices are drawn anew", key="similarity-groups")
