"""What stands below the cells of a place or an agency: chronology, recommendations and replies, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from inquiry_explorer.addresses import record_address
from inquiry_explorer.prose import heading, paragraph
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.patterns.comparing import Profile

_STATUSES = {term.value: term.words for term in model.PROGRESS_STATUSES}
_DATED = {"Event": "Public step", "Source": "Published", "Case": "Period examined from"}


def show_profiles(profiles: Sequence[Profile]) -> None:
    """Draw all three parts of the profiles."""
    _show_chronology(profiles)
    _show_recommendations(profiles)
    _show_replies(profiles)


def _show_chronology(profiles: Sequence[Profile]) -> None:
    heading("Chronology")
    rows = sorted(
        (each.date, profile.unit.name, _DATED[each.kind], Linked(each.name, record_address(each.id)))
        for profile in profiles
        for each in profile.chronology
    )
    columns = (Column("Date"), Column("Of"), Column("What"), Column("Name"))
    _table(columns, rows, "Dated steps, publications and periods", "chronology")


def _show_recommendations(profiles: Sequence[Profile]) -> None:
    heading("Recommendations")
    rows = [
        (profile.unit.name, Linked(each.text, record_address(each.id)), "; ".join(each.sources),
         _STATUSES.get(each.status or "", "none stated that we have read"))
        for profile in profiles
        for each in profile.recommendations
    ]  # fmt: skip
    columns = (Column("Of"), Column("Recommendation"), Column("Made in"), Column("Last status"))
    _table(columns, rows, "Recommendations", "recommendations")


def _show_replies(profiles: Sequence[Profile]) -> None:
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
    _table((Column("Of"), Column("Reply"), Column("By")), rows, "Replies to findings", "replies")


def _table(columns: Sequence[Column], rows: Sequence[Sequence[object]], caption: str, key: str) -> None:
    if rows:
        show_table(columns, rows, caption=caption, key=f"profile-{key}")
    else:
        paragraph("None is held.", style="quiet")
