"""Intake: reports that were taken in, and what a reader makes of their paragraphs."""

from __future__ import annotations

from graph_loader.intake.drafts import Draft, drafts
from inquiry_explorer.addresses import DATA, address
from inquiry_explorer.prose import paragraph, title
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph.settings import Settings

DATA_PAGE = Linked("Data", address(DATA))


def show() -> None:
    """Draw the list of reports that were taken in."""
    title("Intake", "Nothing enters the record unreviewed.", trail=(DATA_PAGE,))
    listed = drafts(Settings.from_environment())
    if not listed:
        paragraph("No report has been taken in yet. In a terminal: inquiry-graph intake FILE", style="quiet")
        return
    columns = (
        Column("Report"),
        Column("Taken in"),
        Column("Paragraphs", "integer"),
        Column("Proposed", "integer", "Paragraphs with a sentence that may be a finding"),
        Column("Decided", "integer"),
        Column("Findings accepted", "integer"),
        Column("Two versions", "integer", "Paragraphs that two readers decided at once, and nobody has settled"),
    )
    show_table(columns, [_row(draft) for draft in listed], caption="Reports, the latest first", key="drafts")


def _row(draft: Draft) -> tuple[object, ...]:
    come = draft.progress()
    report = draft.report
    return (
        report.file,
        report.taken_in[:16].replace("T", " "),
        report.paragraphs,
        come.proposed,
        come.decided,
        come.findings,
        come.conflicts,
    )
