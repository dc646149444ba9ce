"""What stands below the cells of a place or an agency: chronology, recommendations and replies, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from inquiry_explorer.addresses import record_address
from inquiry_explorer.patterns.frame import Sheet
from inquiry_explorer.prose import heading, paragraph
from inquiry_explorer.tables import Column, Linked
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.patterns.comparing import Profile

_STATUSES = {term.value: term.words for term in model.PROGRESS_STATUSES}
_DATED = {"Event": "Public step", "Source": "Published", "Case": "Period examined from"}


def show_profiles(profiles: Sequence[Profile], sheet: Sheet) -> None:
    """Draw all three parts of the profiles, each table onto the view's sheet."""
    _show_chronology(profiles, sheet)
    _show_recommendations(profiles, sheet)
    _show_replies(profiles, sheet)


def _show_chronology(profiles: Sequence[Profile], sheet: Sheet) -> None:
    heading("Chronology")
    rows = sorted(
        (each.date, profile.unit.name, _DATED[each.kind], Linked(each.name, record_address(each.id)))
        for profile in profiles
        for each in profile.chronology
    )
    columns = (Column("Date"), Column("Of"), Column("What"), Column("Name"))
    _table(sheet, "chronology", columns, rows, "Dated steps, publications and periods")


def _show_recommendations(profiles: Sequence[Profile], sheet: Sheet) -> None:
    heading("Recommendations")
    rows = [
        (profile.unit.name, Linked(each.text, record_address(each.id)), "; ".join(each.sources),
         _STATUSES.get(each.status or "", "none stated that we have read"))
        for profile in profiles
        for each in profile.recommendations
    ]  # fmt: skip
    columns = (Column("Of"), Column("Recommendation"), Column("Made in"), Column("Last status"))
    _table(sheet, "recommendations", columns, rows, "Recommendations")


def _show_replies(profiles: Sequence[Profile], sheet: Sheet) -> None:
    heading("Replies")
    for each in profiles:
        paragraph(
            f"{each.unit.name}: a reply was looked for to {each.sought} of the {number(each.sources, 'sources')} of "
            "its findings.",
            style="quiet",
        )
    rows = [
        (profile.unit.name, Linked(each.text, record_address(each.id)), "; ".join(each.bodies))
        for profile in profiles
        for each in profile.replies
    ]
    _table(sheet, "replies", (Column("Of"), Column("Reply"), Column("By")), rows, "Replies to findings")


def _table(sheet: Sheet, name: str, columns: Sequence[Column], rows: Sequence[Sequence[object]], caption: str) -> None:
    if rows:
        sheet.show(name, columns, rows, caption)
    else:
        paragraph("None is held.", style="quiet")
