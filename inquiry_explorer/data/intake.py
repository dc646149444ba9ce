"""Intake: reports that were taken in, and what a reader makes of their paragraphs."""

from __future__ import annotations

from inquiry_explorer.addresses import DATA, address
from inquiry_explorer.prose import paragraph, title
from inquiry_explorer.tables import Linked


def show() -> None:
    """Draw the list of reports that were taken in."""
    title("Intake", "Nothing enters the record unreviewed.", trail=(Linked("Data", address(DATA)),))
    paragraph("No report has been taken in yet.", style="quiet")
