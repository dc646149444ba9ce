"""The review of a report: a paragraph beside its form, and how far the reader has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from graph_loader.intake.choices import choices
from graph_loader.intake.decisions import Record
from graph_loader.intake.drafts import Draft, Progressed
from graph_loader.intake.known import known_in
from graph_loader.intake.proposing import Examined
from inquiry_explorer.addresses import data_address
from inquiry_explorer.data import desk_state
from inquiry_explorer.data.about_report import PART, show_writing
from inquiry_explorer.data.conflicts import show_conflict
from inquiry_explorer.data.deciding import Place, show_form
from inquiry_explorer.data.passage import show_known, show_passage
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.tables import Linked
from inquiry_graph import model
from inquiry_graph.settings import Settings

UNDECIDED, PROPOSED, DECIDED, FLAGGED, ALL = "undecided", "proposed", "decided", "flagged", "all"
_LIST = "desk-list"
_LISTS = {
    UNDECIDED: "Proposed, not decided",
    PROPOSED: "All that are proposed",
    DECIDED: "Decided",
    FLAGGED: "Flagged",
    ALL: "Every paragraph",
}


def show(draft: Draft, settings: Settings) -> None:
    """Draw the paragraph that the address names, or the first that wants a decision."""
    paragraphs, records = draft.paragraphs(), draft.records()
    come = draft.progress()
    title(draft.report.file, _progress(draft, come), trail=desk_state.trail())
    if draft.report.not_read:
        paragraph(
            f"Not read: {draft.report.not_read}, pictures of pages that hold no text. Read them by eye, or make them "
            "readable (OCR) and take that file in.",
            style="flagged",
        )
    if come.proposed:
        st.progress(come.proposed_decided / come.proposed)
    listed = _chosen_list(paragraphs, records)
    number = _number(listed, len(paragraphs))
    reader = _show_way(draft, listed, number)
    if number is None:
        _show_nothing_left(draft)
    else:
        _show_paragraph(draft, settings, paragraphs, records.get(number, Record(None, ())), number, listed, reader)
    show_writing(draft, settings)


def _progress(draft: Draft, come: Progressed) -> str:
    verdicts = ", ".join(
        f"{come.by_verdict[term.value]:,} {term.words.lower()}"
        for term in model.DECISIONS
        if term.value in come.by_verdict
    )
    return (
        f"{come.proposed_decided:,} of {come.proposed:,} proposed paragraphs decided"
        f"{f'; in all {verdicts}' if verdicts else ''}. The report has {draft.report.paragraphs:,} paragraphs."
    )


def _chosen_list(paragraphs: Sequence[Examined], records: Mapping[int, Record]) -> list[int]:
    """The paragraphs of the list that the address names; a list that is chosen goes into the address."""
    asked = st.query_params.get("list", UNDECIDED)
    chosen = asked if asked in _LISTS else UNDECIDED
    st.session_state[_LIST] = chosen
    st.segmented_control(
        "Paragraphs",
        list(_LISTS),
        format_func=_LISTS.__getitem__,
        key=_LIST,
        label_visibility="collapsed",
        on_change=_list_into_address,
    )
    return [each.paragraph.number for each in paragraphs if _belongs(each, records, chosen)]


def _list_into_address() -> None:
    asked = st.query_params.to_dict() | {"list": st.session_state[_LIST] or UNDECIDED}
    asked.pop("paragraph", None)
    st.query_params.from_dict(asked)


def _belongs(each: Examined, records: Mapping[int, Record], chosen: str) -> bool:
    record = records.get(each.paragraph.number, Record(None, ()))
    match chosen:
        case "undecided":
            return bool(each.proposals) and (record.decision is None or bool(record.rivals))
        case "proposed":
            return bool(each.proposals)
        case "decided":
            return record.decision is not None
        case "flagged":
            return bool(each.flags)
    return True


def _number(listed: Sequence[int], most: int) -> int | None:
    """The paragraph that the address names, or the first of the list; None where neither is there."""
    asked = st.query_params.get("paragraph", "")
    if asked.isdecimal() and 1 <= int(asked) <= most:
        return int(asked)
    return listed[0] if listed else None


def _show_way(draft: Draft, listed: Sequence[int], number: int | None) -> str:
    """Who reads, where in the list they are, and the way to the paragraph before and after."""
    who, where, back, on = st.columns((2, 3, 1, 1), vertical_alignment="bottom")
    with who:
        reader = desk_state.show_reader()
    here = number or 0
    before = [each for each in listed if each < here]
    after = [each for each in listed if each > here]
    told = desk_state.said()
    with where:
        if told:
            paragraph(told, style="told")
        if here:
            place = f"Paragraph {here:,}; {len(before):,} before it in this list, {len(after):,} after it."
            paragraph(place, style="quiet")
    if back.button("Previous", key="desk-back", shortcut="Alt+Up", disabled=not before, width="stretch"):
        go_to(draft, before[-1])
    if on.button("Next", key="desk-on", shortcut="Alt+Down", disabled=not after, width="stretch"):
        go_to(draft, after[0])
    return reader


def _show_paragraph(
    draft: Draft,
    settings: Settings,
    paragraphs: Sequence[Examined],
    record: Record,
    number: int,
    listed: Sequence[int],
    reader: str,
) -> None:
    offered = choices(desk_state.codebook_of(draft, settings))
    examined = paragraphs[number - 1]
    place = Place(draft, examined, record, next((each for each in listed if each > number), None))
    if record.rivals:
        show_conflict(place, offered, reader)
    left, right = st.columns((1, 1.15), gap="large")
    with left:
        show_passage(paragraphs, number, offered["Practice"])
        show_known(known_in(examined.paragraph.text, desk_state.codebook_of(draft, settings)))
    with right:
        show_form(place, offered, reader)


def _show_nothing_left(draft: Draft) -> None:
    heading("Nothing is left in this list")
    paragraph(
        "Choose another list above, or say what the report is: ",
        Linked("about this report", data_address("intake", report=draft.report.id, part=PART)),
        ".",
    )


def go_to(draft: Draft, number: int | None) -> None:
    """Open another paragraph of the report; None leaves it to the list."""
    desk_state.look_again()
    asked = {"view": "intake", "report": draft.report.id, "list": st.query_params.get("list", UNDECIDED)}
    st.query_params.from_dict(asked | ({"paragraph": str(number)} if number else {}))
    st.rerun()
