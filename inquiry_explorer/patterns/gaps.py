"""Gaps: what nobody examined, what was examined and not found in what was read, what rests on one source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import pattern_address, record_address, records_address
from inquiry_explorer.patterns import fields
from inquiry_explorer.patterns.choosing import subjects_chosen, words
from inquiry_explorer.patterns.frame import Sheet, answer, opening, paragraphs_of
from inquiry_explorer.prose import cautioned, heading, paragraph, title
from inquiry_explorer.states import SHOWN
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION, Cell, Topics, cells, number
from inquiry_graph.errors import AddressError
from inquiry_graph.patterns.gaps import Gaps, TopicGap, gaps, topics_as_rows, unread_as_rows

TITLE = "Gaps"
ASKS = "What has nobody examined, what rests on one source alone, and what would one more report change most?"
_TOPICS = {"practice": "Practices", "theme": "Themes"}
UNKNOWN = ("not_examined", "no_finding_read")
_EXTENTS = words(model.EXTENTS_READ)


def show() -> None:
    """Draw the gaps of all topics, or of the one that the address names."""
    asked = st.query_params.get("topic")
    if asked:
        subjects = tuple(st.query_params.get_all("subject")) or EXPLOITATION
        _show_topic(asked, "theme" if asked.startswith("theme:") else "practice", subjects)
    else:
        _show_all()


def _show_all() -> None:
    opening(TITLE, ASKS)
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        topics = cast(Topics, fields.one("topics", "By", _TOPICS))
    with right:
        subjects = subjects_chosen(EXPLOITATION)
    found = session.kept(gaps, topics, subjects)
    answer(found.sentence(topics))
    cautioned("What was not examined or not read is no answer: it may be failing, mixed or adequate.")
    sheet = Sheet("gaps", {"topics": topics, "subjects": subjects})
    _show_changing(found)
    _show_topics(found, subjects)
    _show_single(found, subjects)
    _show_unread(found)
    sheet.add("topics", "what is not known, by topic", lambda: topics_as_rows(found))
    sheet.add("unread", "reports of which something is left to read", lambda: unread_as_rows(found))
    sheet.offer()


def _show_changing(found: Gaps) -> None:
    heading("What would change this picture most")
    paragraph(f"{found.next_report()}.")
    most = found.unread[0] if found.unread else None
    told = f"{found.next_reading()}. "
    paragraph(told, Linked("Open the report", record_address(most.source)) if most else "")


def _topic_address(topic: str, subjects: Sequence[str]) -> str:
    return pattern_address("gaps", {"topic": topic, "subject": list(subjects)})


def _show_topics(found: Gaps, subjects: Sequence[str]) -> None:
    heading("Topic by topic")
    columns = (
        Column("Topic"), Column("Not examined", "integer"), Column("No finding read", "integer"),
        Column("Found, scope not known", "integer"), Column("With a finding", "integer"), Column("Failing or mixed"),
        Column("On one source", "integer", "Places whose finding comes from one source or family of sources"),
        Column("Findings", "ids"),
    )  # fmt: skip
    listed = sorted(found.topics, key=lambda each: (-each.tally.not_examined, each.topic))
    rows = [_topic_row(each, subjects) for each in listed]
    show_table(columns, rows, caption="Places by state, the least examined topic first", key="gaps-topics")


def _topic_row(each: TopicGap, subjects: Sequence[str]) -> tuple[object, ...]:
    tally = each.tally
    bounds = f"{tally.low} to {tally.high} of {tally.examined} examined" if tally.examined else "none examined"
    return (
        Linked(each.topic, _topic_address(each.topic_id, subjects)), tally.not_examined, tally.no_finding_read,
        tally.scope_not_known, tally.with_finding, bounds,
        Linked(str(each.on_one_source), records_address(each.findings_alone)) if each.on_one_source else 0,
        each.findings,
    )  # fmt: skip


def _show_single(found: Gaps, subjects: Sequence[str]) -> None:
    heading("Patterns on a single source")
    single = [each for each in found.topics if each.single_source]
    if not single:
        paragraph("No topic that was judged in two places or more rests on one source alone.", style="quiet")
        return
    paragraph(
        "All that is known of them comes from one source, or from sources that do not stand alone.", style="quiet"
    )
    columns = (Column("Topic"), Column("Places with a finding", "integer"), Column("Findings", "ids"))
    rows = [
        (Linked(each.topic, _topic_address(each.topic_id, subjects)), each.tally.with_finding, each.findings)
        for each in single
    ]
    show_table(columns, rows, caption="Judged in two places or more, by one source", key="gaps-single")


def _show_unread(found: Gaps) -> None:
    heading("Reports of which something is left to read")
    if not found.unread:
        paragraph("None that covers a place and a topic without a finding.", style="quiet")
        return
    columns = (
        Column("Report"), Column("How much was read"), Column("Pairs that it covers", "integer"),
        Column("Without a finding", "integer", "How many pairs its rest could fill at most"),
        Column("In places", "integer"),
    )  # fmt: skip
    rows = [
        (Linked(each.name, record_address(each.source)), _EXTENTS.get(each.extent_read, each.extent_read), each.covers,
         each.open_cells, each.places)
        for each in found.unread
    ]  # fmt: skip
    show_table(columns, rows, caption="What could change most comes first", key="gaps-unread")


def _show_topic(asked: str, topics: Topics, subjects: Sequence[str]) -> None:
    gap = next((each for each in session.kept(gaps, topics, subjects).topics if each.topic_id == asked), None)
    if gap is None:
        raise AddressError(f"{asked!r} is no topic of this page: choose one from the list of gaps.")
    trail = (Linked("Patterns", pattern_address("")), Linked(TITLE, pattern_address("gaps", {"topics": topics})))
    title(gap.topic, trail=trail)
    answer(gap.tally.sentence("places"))
    held = [cell for cell in session.kept(cells, "place", topics, subjects) if cell.topic_id == asked and cell.counted]
    sheet = Sheet("gap", {"topic": asked, "subjects": subjects})
    for state in sorted(SHOWN, key=lambda state: state.value not in UNKNOWN):
        _show_state(state.value, state.words, [cell for cell in held if cell.state == state.value], sheet)
    sheet.offer()
    paragraphs_of(gap.findings)


def _show_state(value: str, told: str, held: Sequence[Cell], sheet: Sheet) -> None:
    if not held:
        return
    heading(told)
    columns = (Column("Place"), Column("Findings", "ids")) if value not in UNKNOWN else (Column("Place"),)
    rows = [(Linked(cell.unit_name, record_address(cell.unit_id)), cell.findings)[: len(columns)] for cell in held]
    sheet.show(value, columns, rows, f"{number(len(held), 'places')}, {told.lower()}")
