"""Intake: the reports that were taken in, and the way into each."""

from __future__ import annotations

import streamlit as st

from graph_loader.intake.drafts import Draft, draft, drafts
from inquiry_explorer.addresses import DATA, address, data_address
from inquiry_explorer.data import about_report, reviewing
from inquiry_explorer.prose import paragraph, title
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph.settings import Settings

_DATA_PAGE = Linked("Data", address(DATA))


def show() -> None:
    """Draw the list of reports, or the part of one report that the address names."""
    settings = Settings.from_environment()
    asked = st.query_params.get("report")
    if not asked:
        _show_reports(drafts(settings))
    elif st.query_params.get("part") == about_report.PART:
        about_report.show(draft(asked, settings), settings)
    else:
        reviewing.show(draft(asked, settings), settings)


def _show_reports(listed: tuple[Draft, ...]) -> None:
    title(
        "Intake",
        "Reports are cut into paragraphs and searched by the codebook’s own terms. Nothing enters the record before a "
        "person has accepted it.",
        trail=(_DATA_PAGE,),
    )
    if not listed:
        paragraph("No report has been taken in yet. In a terminal, name one: inquiry-graph intake FILE", style="quiet")
        return
    columns = (
        Column("Report"),
        Column("Taken in"),
        Column("Paragraphs", "integer"),
        Column("Proposed", "integer", "Paragraphs with a sentence that may be a finding"),
        Column("Decided", "integer"),
        Column("Findings accepted", "integer"),
        Column("Two versions", "integer", "Paragraphs that two readers decided at once, and nobody has settled"),
        Column("For the package"),
    )
    show_table(columns, [_row(each) for each in listed], caption="Reports, the latest first", key="drafts")


def _row(listed: Draft) -> tuple[object, ...]:
    come, report = listed.progress(), listed.report
    target = listed.target()
    return (
        Linked(report.file, data_address("intake", report=report.id)),
        report.taken_in[:16].replace("T", " "),
        report.paragraphs,
        come.proposed,
        come.decided,
        come.findings,
        come.conflicts,
        str(target) if target else "not named yet",
    )
