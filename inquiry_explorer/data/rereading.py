"""Read again: the rows that are due, and one row beside its page with the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from graph_loader.intake.choices import choices
from graph_loader.package import read_package
from graph_loader.ready import package_folder
from graph_loader.rereading.corrections import Correction, open_corrections
from graph_loader.rereading.due import Due, due
from graph_loader.rereading.standing import Standing, standing
from graph_loader.rereading.verdicts import Verdict, complaints, correctable, write_verdict
from graph_loader.rewriting import refuse_shipped
from inquiry_explorer import session
from inquiry_explorer.addresses import DATA, address, data_address, reread_address
from inquiry_explorer.data import desk_state
from inquiry_explorer.data.fields import Choices
from inquiry_explorer.data.record_form import changed, show_drafts, show_fields, show_standing
from inquiry_explorer.escaping import as_html
from inquiry_explorer.failures import failures_shown, show_notice
from inquiry_explorer.prose import paragraph, title
from inquiry_explorer.tables import Column, Html, Linked, show_table
from inquiry_graph import model
from inquiry_graph.errors import EditConflict, InquiryGraphError
from inquiry_graph.patterns.headlines import headlines
from inquiry_graph.settings import Settings

TITLE = "Read again"
_WHY = {term.value: term.words for term in model.DUE}
_VERDICTS = {term.value: term.words.lower() for term in model.VERDICTS}
_SEEN, _REASON = "reread-seen", "reread-why"
_FIRST = ("summary", "text", "quotation", "locator", "outcome", "practice")  # what is corrected most


def show() -> None:
    """Draw the list of rows that are due, or the row that the address names."""
    settings = Settings.from_environment()
    folder = package_folder(settings)
    asked = st.query_params.get("record")
    with failures_shown():
        refuse_shipped(folder)
    if asked:
        _show_record(asked, folder, settings)
    else:
        _show_due(folder, settings)


def _trail() -> tuple[Linked, ...]:
    return (Linked("Data", address(DATA)),)


def _due(folder: Path, settings: Settings) -> tuple[Due, ...]:
    doubted = {each.record for each in open_corrections(settings)}
    return due(read_package(folder), doubted, _behind_the_overview(), date.today())


def _behind_the_overview() -> frozenset[str]:
    """The findings behind the Overview's sentences; none while the graph cannot be read, which is said."""
    try:
        return frozenset(finding for each in session.kept(headlines) for finding in each.findings)
    except InquiryGraphError:
        paragraph("The graph cannot be read: which rows stand behind the Overview is not known.", style="quiet")
        return frozenset()


def _show_due(folder: Path, settings: Settings) -> None:
    listed = _due(folder, settings)
    counts = Counter(each.reasons[0] for each in listed)
    title(TITLE, _sentence(listed, counts), trail=_trail())
    told = desk_state.said()
    if told:
        show_notice("Note", told)
    paragraph(f"Verdicts go into {folder}. The rule is the order of these reasons; the first that holds is shown.")
    chosen = _chosen_reason(counts)
    rows = [_row(each, chosen) for each in listed if chosen is None or each.reasons[0] == chosen]
    columns = (Column("Record"), Column("Kind"), Column("Why"), Column("Last tried"), Column("Source"))
    show_table(columns, rows, caption="Due for another reading, the most urgent first", key="due")


def _sentence(listed: Sequence[Due], counts: Counter[str]) -> str:
    if not listed:
        return "No row is due for another reading."
    urgent = len(listed) - counts["never"] - counts["long_ago"]
    return (
        f"{len(listed):,} rows are due to be compared with their pages: {urgent:,} for a reason of their own, "
        f"{counts['never']:,} that were never read again, {counts['long_ago']:,} that were last read over a year ago."
    )


def _chosen_reason(counts: Counter[str]) -> str | None:
    """The reason that the address names; one that is chosen goes into the address."""
    asked = st.query_params.get("why")
    st.session_state[_REASON] = asked if asked in counts else None
    st.selectbox(
        "Why",
        [value for value in _WHY if counts[value]],
        index=None,
        format_func=lambda value: f"{_WHY[value]} ({counts[value]:,})",
        key=_REASON,
        placeholder="Any reason",
        on_change=_reason_into_address,
    )
    return asked if asked in counts else None


def _reason_into_address() -> None:
    chosen = st.session_state[_REASON]
    st.query_params.from_dict({"view": "reread"} | ({"why": chosen} if chosen else {}))


def _row(each: Due, chosen: str | None) -> tuple[object, ...]:
    found = each.standing
    link = Linked(found.caption, reread_address(found.id, **({"why": chosen} if chosen else {})))
    day = Html(f'<span class="whole">{as_html(found.last_tried)}</span>')
    return link, found.kind.words, _WHY[each.reasons[0]], day, found.source


def _show_record(identifier: str, folder: Path, settings: Settings) -> None:
    package = read_package(folder)
    found = standing(identifier, package)
    drafts = [each for each in open_corrections(settings) if each.record == identifier]
    seen = _seen(found)
    title(f"{found.kind.words}, read again", trail=(*_trail(), Linked(TITLE, data_address("reread"))))
    told = desk_state.said()
    if told:
        show_notice("Note", told)
    if seen != found.checksum:
        show_notice("Changed meanwhile", "Somebody changed this row since you opened it; it is shown as it stands now.")
    offered = choices(folder)
    left, right = st.columns((1.15, 1), gap="large")
    with left:
        show_drafts(drafts)
        show_standing(found, offered)
    with right:
        verdict = _show_form(found, drafts, offered)
        if verdict:
            with failures_shown():
                _write(verdict, found, seen, folder, settings)
        _show_next(found, folder, settings)


def _seen(found: Standing) -> str:
    """The checksum of the row when this reader opened it."""
    held = st.session_state.get(_SEEN)
    if held is None or held[0] != found.id:
        st.session_state[_SEEN] = held = (found.id, found.checksum)
    return str(held[1])


def _show_form(found: Standing, drafts: Sequence[Correction], offered: Choices) -> Verdict | None:
    """The verdict as its reader gives it; None before a button is pressed."""
    name = f"reread-{found.id}"
    reader = desk_state.show_reader()
    with st.container(key="desk-form"), st.form(name, border=False, enter_to_submit=False):
        url = st.text_input(
            "Address that was read",
            found.citations[0].values.get("url", ""),
            key=f"{name}-url",
            help="Another one, if the page was read elsewhere.",
        )
        note = st.text_input("Note", key=f"{name}-note", help="What was changed and why, or what was tried in vain.")
        confirm, unseen = st.columns(2)
        confirmed = confirm.form_submit_button("Confirm", type="primary", shortcut="Ctrl+Enter", width="stretch")
        not_seen = unseen.form_submit_button("Page not seen", shortcut="Alt+N", width="stretch")
        with st.expander("Correct it"):
            values = _show_values(found, offered, name)
            corrected = st.form_submit_button("Record the correction", width="stretch")
        with st.expander("Withdraw it"):
            reason = st.text_input("Why it cannot stand", key=f"{name}-reason")
            withheld = st.checkbox(
                "Keep its words out of withdrawn.csv", key=f"{name}-withheld", help="They speak of a private person."
            )
            withdrawn = st.form_submit_button("Withdraw the record", width="stretch")
    pressed = {"confirmed": confirmed, "page_not_seen": not_seen, "corrected": corrected, "withdrawn": withdrawn}
    chosen = next((value for value, is_pressed in pressed.items() if is_pressed), None)
    if chosen is None:
        return None
    return Verdict(
        found.id,
        chosen,
        reader,
        "" if chosen == "page_not_seen" else url.strip(),
        note,
        changed(found, values) if chosen == "corrected" else {},
        reason if chosen == "withdrawn" else "",
        withheld,
        tuple(each.id for each in drafts),
    )


def _show_values(found: Standing, offered: Choices, name: str) -> dict[str, str]:
    names = correctable(found)
    first = [each for each in _FIRST if each in names]
    key = f"{name}-column"
    given = show_fields(found, first, offered, key)
    return given | show_fields(found, [each for each in names if each not in first], offered, key)


def _write(verdict: Verdict, found: Standing, seen: str, folder: Path, settings: Settings) -> None:
    wrong = list(complaints(verdict, found))
    if wrong:
        show_notice("Not written yet", "\n".join(wrong), urgent=True)
        return
    after = _following(found, folder, settings)
    try:
        with st.spinner("Checking the package with it …"):
            write_verdict(verdict, seen, folder, settings)
    except EditConflict as error:
        desk_state.say(str(error))
    else:
        told = f"{found.id}: {_VERDICTS[verdict.verdict]}, and written. The graph shows it after inquiry-graph load."
        desk_state.say(told)
        _open(after)
    st.session_state.pop(_SEEN, None)
    st.rerun()


def _show_next(found: Standing, folder: Path, settings: Settings) -> None:
    if st.button("Leave it, open the next", key="reread-next", shortcut="Alt+Down"):
        _open(_following(found, folder, settings))
        st.rerun()


def _following(found: Standing, folder: Path, settings: Settings) -> str | None:
    """The row that is due after this one, for the same reason if the reader chose one."""
    why = st.query_params.get("why")
    listed = [each.standing.id for each in _due(folder, settings) if not why or each.reasons[0] == why]
    place = listed.index(found.id) + 1 if found.id in listed else 0
    others = [*listed[place:], *listed[:place]]
    return next((each for each in others if each != found.id), None)


def _open(identifier: str | None) -> None:
    asked = {"view": "reread"} | ({"why": st.query_params["why"]} if "why" in st.query_params else {})
    st.query_params.from_dict(asked | ({"record": identifier} if identifier else {}))
