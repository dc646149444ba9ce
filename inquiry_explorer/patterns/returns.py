"""Return visits and repeats: found and found again, recommended and failed after it, recommended once more."""

from __future__ import annotations

from collections.abc import Sequence

from inquiry_explorer import session
from inquiry_explorer.addresses import record_address, records_address
from inquiry_explorer.patterns.choosing import ALL_SUBJECTS, programme_chosen, subjects_chosen, words
from inquiry_explorer.patterns.forces import force_address
from inquiry_explorer.patterns.frame import Sheet, answer, opening
from inquiry_explorer.prose import cautioned, heading, paragraph
from inquiry_explorer.states import chip
from inquiry_explorer.tables import Column, Html, Linked, show_table, shown
from inquiry_graph import model
from inquiry_graph.patterns.returns import (
    FailedAfter,
    MadeAgain,
    Revisited,
    Visit,
    after_as_rows,
    again_as_rows,
    failed_after,
    made_again,
    return_visits,
    sentence,
    still_as_rows,
    still_failing,
    visits_as_rows,
)

TITLE = "Return visits and repeats"
ASKS = "What did inspectors find again when they came back, what failed after it was recommended, what was asked again?"
_ROUNDS = words(model.ROUNDS)
_BASES = words(model.YEARS_BASES)


def show() -> None:
    """Draw the view."""
    opening(TITLE, ASKS)
    programme, subjects = programme_chosen(), subjects_chosen(ALL_SUBJECTS)
    found = session.kept(return_visits, programme, subjects)
    after = session.kept(failed_after, subjects)
    answer(sentence(found, after))
    cautioned(
        "A return visit looks again at what was criticised, and what it leaves out is not an answer. Visits were read "
        "in part from different kinds of page."
    )
    again = session.kept(made_again)
    _show_visits(found)
    _show_still(found)
    _show_after(after)
    _show_again(again)
    sheet = Sheet("repeats", {"programme": programme, "subjects": subjects})
    sheet.add("visits", "the visits, one by one", lambda: visits_as_rows(found))
    sheet.add("still", "what still failed after the n-th visit", lambda: still_as_rows(still_failing(found)))
    sheet.add("after", "what failed after it was recommended", lambda: after_as_rows(after))
    sheet.add("again", "what was recommended again", lambda: again_as_rows(again))
    sheet.offer()


def _show_visits(found: Sequence[Revisited]) -> None:
    heading("At first and on return")
    if not found:
        paragraph("No force and practice was judged both at first and on return in what was read.", style="quiet")
        return
    columns = (Column("Force"), Column("Practice"), Column("At first, then on return"), Column("Inspector"))
    rows = [
        (Linked(each.force, force_address(each.force_id)), each.practice, Html(_path(each.visits)),
         "; ".join(each.inspectors))
        for each in found
    ]  # fmt: skip
    show_table(columns, rows, caption="Practices judged at first and again, by force", key="visits")


def _path(visits: Sequence[Visit]) -> str:
    return " → ".join(_visit(each) for each in visits)


def _visit(visit: Visit) -> str:
    year = f"{visit.year}" if visit.year else "year not known"
    link = shown(Linked(f"{year}, {_ROUNDS[visit.round].lower()}", records_address(visit.findings)))
    return f"{chip(visit.state)} ({link})"


def _show_still(found: Sequence[Revisited]) -> None:
    heading("Still failing after the n-th visit")
    columns = (
        Column("Practice"), Column("Visits", "integer"), Column("Forces judged so often", "integer"),
        Column("Failing or mixed each time", "integer"), Column("Findings", "ids"),
    )  # fmt: skip
    rows = [(each.practice, each.visit, each.judged, each.failing, each.findings) for each in still_failing(found)]
    if rows:
        show_table(columns, rows, caption="Of the forces judged n times, those that failed each time", key="still")
    else:
        paragraph("No practice was judged twice in a force.", style="quiet")


def _show_after(after: Sequence[FailedAfter]) -> None:
    heading("Failed after it was recommended")
    paragraph(
        "The same practice, in the body that was asked or the place that the review examined. Dated: a source puts the "
        "start of the conduct, or of the period under review, after the year of the recommendation.",
        style="quiet",
    )
    _table(after, dated=True, caption="Failures in conduct dated after the recommendation")
    _table(after, dated=False, caption="Beside them: reported later, the years of the conduct not known")


def _table(after: Sequence[FailedAfter], *, dated: bool, caption: str) -> None:
    rows = [
        (each.made_on, Linked(each.text, record_address(each.recommendation)), each.practice, "; ".join(each.units),
         Linked(each.summary, record_address(each.failure)), each.conduct_from, _BASES[each.years_basis])
        for each in after
        if each.dated is dated
    ]  # fmt: skip
    if not rows:
        paragraph(f"{caption}: none is held.", style="quiet")
        return
    columns = (
        Column("Made"), Column("Recommendation"), Column("Practice"), Column("Body or place"), Column("Failure"),
        Column("Conduct from", "integer"), Column("Years are"),
    )  # fmt: skip
    show_table(columns, rows, caption=caption, key=f"after-{dated}")


def _show_again(found: Sequence[MadeAgain]) -> None:
    heading("Recommended again, in other words, by other reviews")
    if not found:
        paragraph("No recommendation is marked as the repeat of another.", style="quiet")
        return
    columns = (Column("Reviews", "integer"), Column("Wordings, the earliest first"))
    rows = [(each.reviews, Html("<br>".join(_wording(*wording) for wording in each.wordings))) for each in found]
    show_table(columns, rows, caption="Requests made by two reviews or more, as a coder judged", key="again")


def _wording(identifier: str, text: str, date: str, sources: tuple[str, ...]) -> str:
    link = shown(Linked(text, record_address(identifier)))
    return f"{shown(date)} {link} ({shown(list(sources))})"
