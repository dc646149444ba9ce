"""Change over time, with care: periods of conduct and of publication apart, and no line through other places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import records_address
from inquiry_explorer.patterns import fields
from inquiry_explorer.patterns.choosing import subjects_chosen
from inquiry_explorer.patterns.frame import Sheet, answer, opening
from inquiry_explorer.prose import cautioned, heading, paragraph
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph.cells import EXPLOITATION, PERIODS, Topics, number
from inquiry_graph.patterns.periods import FEWEST_FOR_CHANGE, Change, Dated, InPeriod, OverTime, as_rows, over_time

TITLE = "Change over time"
ASKS = "Were the same places found otherwise later, by when the conduct took place, and by when it was published?"
_DATED = {"conduct": "When the conduct took place", "publication": "When it was first published"}
_TOPICS = {"theme": "Themes", "practice": "Practices"}
_CAUTIONS = {
    "conduct": (
        "Most years are those of the period under review. A finding stands in each period that its conduct reaches "
        "into; where one finding stands in two periods, its place is left out of their comparison."
    ),
    "publication": "When a finding was published says when somebody looked, not when things went wrong.",
}


def show() -> None:
    """Draw the view."""
    opening(TITLE, ASKS)
    first, second, third = st.columns(3, vertical_alignment="bottom")
    with first:
        dated = cast(Dated, fields.one("dated", "Periods of", _DATED))
    with second:
        topics = cast(Topics, fields.one("topics", "By", _TOPICS))
    with third:
        subjects = subjects_chosen(EXPLOITATION)
    found = session.kept(over_time, dated, topics, subjects)
    answer(_sentence(found, topics))
    cautioned(
        f"{_CAUTIONS[dated]} From one period to the next other places were read, so that no line is drawn through "
        "them: two periods are compared on the places read for both alone."
    )
    sheet = Sheet("over_time", {"dated": dated, "topics": topics, "subjects": subjects})
    _show_periods(found)
    _show_changes(found, sheet)
    sheet.add("periods", "each topic in each period", lambda: as_rows(found))
    sheet.offer()


def _sentence(found: Sequence[OverTime], topics: str) -> str:
    stated = [each for each in found if any(change.enough for change in each.changes)]
    if stated:
        return "; ".join(f"{each.topic}: {each.sentence()}" for each in stated)
    most = max((change.both for each in found for change in each.changes), default=0)
    return (
        f"No change can be stated for any of {number(len(found), f'{topics}s')}: no two neighbouring periods have "
        f"{FEWEST_FOR_CHANGE} places read for both (the most is {most})"
    )


def _show_periods(found: Sequence[OverTime]) -> None:
    heading("Places found failing or mixed, of those with a finding")
    if not found:
        paragraph("Nothing was found on what is chosen.", style="quiet")
        return
    columns = (Column("Topic"), *(Column(period.words) for period in PERIODS))
    rows = [(each.topic, *(_count(part) for part in each.periods)) for each in found]
    show_table(columns, rows, caption="Each period by itself: other places in each", key="periods")


def _count(part: InPeriod) -> Linked | str:
    if not part.states:
        return "–"
    return Linked(f"{part.failing} of {len(part.states)}", records_address(part.findings))


def _show_changes(found: Sequence[OverTime], sheet: Sheet) -> None:
    heading("Neighbouring periods, on the places read for both")
    rows = [_change(each, change) for each in found for change in each.changes if change.both]
    if not rows:
        paragraph("No place was read for two neighbouring periods.", style="quiet")
        return
    columns = (
        Column("Topic"), Column("Periods"), Column("Places read for both", "integer"),
        Column("Failing or mixed in both", "integer"), Column("Only in the earlier", "integer"),
        Column("Only in the later", "integer"), Column("Findings of both periods", "ids"),
    )  # fmt: skip
    sheet.show("changes", columns, rows, f"A change is stated from {FEWEST_FOR_CHANGE} places read for both on")


def _change(each: OverTime, change: Change) -> tuple[object, ...]:
    figures = (change.still, change.better, change.worse) if change.enough else ("too few",) * 3
    parts = [part for part in each.periods if part.period in (change.before, change.after)]
    findings = tuple(dict.fromkeys(finding for part in parts for finding in part.findings))
    return (each.topic, f"{change.before.words}, then {change.after.words}", change.both, *figures, findings)
