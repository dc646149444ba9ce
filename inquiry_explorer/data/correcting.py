"""What somebody says is wrong: a draft correction of a record, kept on this machine, given away as file or text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from graph_loader.intake.choices import choices
from graph_loader.kept import all_kept
from graph_loader.package import Package, read_package
from graph_loader.ready import package_folder
from graph_loader.rereading.corrections import (
    Correction,
    Said,
    as_file,
    complaints,
    correction,
    keep,
    open_corrections,
)
from graph_loader.rereading.issue import as_issue
from graph_loader.rereading.standing import Standing, standing
from graph_loader.rereading.verdicts import correctable
from inquiry_explorer import session
from inquiry_explorer.addresses import DATA, address, correction_address, data_address, reread_address
from inquiry_explorer.data import desk_state
from inquiry_explorer.data.fields import Choices
from inquiry_explorer.data.record_form import changed, show_drafts, show_fields, show_standing
from inquiry_explorer.failures import show_notice
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.settings import Settings

TITLE = "Draft corrections"
_FAULTS = {term.value: term.words for term in model.FAULTS}
_OFFERED = ("summary", "text", "outcome", "practice", "quotation", "locator")  # columns that are most often wrong


def show() -> None:
    """Draw the list of drafts, or the form for the record that the address names."""
    settings = Settings.from_environment()
    asked = st.query_params.get("record")
    if asked:
        _show_record(asked, settings)
    else:
        _show_drafts(open_corrections(settings))


def _trail() -> tuple[Linked, ...]:
    return (Linked("Data", address(DATA)),)


def _show_drafts(listed: Sequence[Correction]) -> None:
    told = f"{number(len(listed), 'drafts')} on this machine wait for a reading that answers them."
    title(TITLE, told, trail=_trail())
    if not listed:
        paragraph("Beside each finding on Explore and Evidence stands “This is wrong”: it begins one.", style="quiet")
        return
    columns = (Column("Record"), Column("What is said"), Column("By"), Column("On"), Column("Reading"))
    show_table(columns, [_row(each) for each in listed], caption="Drafts, the oldest first", key="corrections")


def _row(each: Correction) -> tuple[object, ...]:
    record = Linked(each.record, correction_address(each.record))
    return record, each.told, each.reader, each.made_at[:10], Linked("Read again", reread_address(each.record))


def _show_record(identifier: str, settings: Settings) -> None:
    folder = _folder_of_the_graph(settings)
    package = read_package(folder)
    found = standing(identifier, package)
    title(
        f"{found.kind.words}, and what is wrong with it",
        "Say what its page says instead. Nothing is sent: you get a draft, as a file and as text.",
        trail=(*_trail(), Linked(TITLE, data_address("correct"))),
    )
    drafts = [each for each in open_corrections(settings) if each.record == identifier]
    offered = choices(folder)
    left, right = st.columns((1.15, 1), gap="large")
    with left:
        show_standing(found, offered)
    with right:
        said = _show_form(found, offered)
        if said:
            _keep(said, found, package, settings)
            drafts = [each for each in open_corrections(settings) if each.record == identifier]
        _show_kept(drafts)


def _folder_of_the_graph(settings: Settings) -> Path:
    """The package that the graph was loaded from, if it lies on this machine; else the one that is read."""
    load = session.current_load() if session.graph() else None
    kept = (each.folder for each in all_kept(settings.home) if load and each.checksum == load.checksum)
    return next(kept, package_folder(settings))


def _show_form(found: Standing, offered: Choices) -> Said | None:
    """What the reader fills in; None before it is given."""
    name = f"correct-{found.id}"
    reader = desk_state.show_reader()
    with st.container(key="desk-form"), st.form(name, border=False, enter_to_submit=False):
        fault = st.selectbox(
            "What is wrong", list(_FAULTS), index=None, format_func=_FAULTS.__getitem__, key=f"{name}-fault",
            placeholder="Choose",
        )  # fmt: skip
        page_says = st.text_area(
            "What the page says, in your own words", key=f"{name}-says", height=80, help="Of institutions alone."
        )
        quotation = st.text_area(
            f"Its exact words, at most {model.LONGEST_QUOTATION}", key=f"{name}-words", height=68,
            help="By which the place is found again.",
        )  # fmt: skip
        locator = st.text_input("Where they stand", key=f"{name}-place", help="Paragraph, page or heading.")
        with st.expander("What the record would say"):
            given = show_fields(
                found, [each for each in _OFFERED if each in correctable(found)], offered, f"{name}-column"
            )
        if not st.form_submit_button("Make the draft", type="primary", shortcut="Ctrl+Enter"):
            return None
    return Said(fault or "", page_says or "", quotation or "", locator or "", reader, changed(found, given))


def _keep(said: Said, found: Standing, package: Package, settings: Settings) -> None:
    wrong = list(dict.fromkeys(complaints(said, package.names_allowed)))
    if wrong:
        show_notice("Not made yet", "\n".join(wrong), urgent=True)
        return
    keep(correction(said, found, package), settings)
    show_notice("Made", "The draft is kept on this machine, and the row is due for another reading.")


def _show_kept(drafts: Sequence[Correction]) -> None:
    """Every draft of this record with its file and its text."""
    if not drafts:
        return
    heading("Drafts of this record")
    show_drafts(drafts)
    for each in drafts:
        st.download_button(
            "Download the draft", as_file(each), f"{each.id}.json", "application/json", key=f"file-{each.id}",
            on_click="ignore",
        )  # fmt: skip
        with st.expander("As the text of an issue"):
            st.code(as_issue(each), language=None, wrap_lines=True)
    paragraph(Linked("Read the row again", reread_address(drafts[0].record)), " and give a verdict.")
