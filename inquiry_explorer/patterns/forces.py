"""Question 1: how police responses differ, force by force and round by round, and one force by itself."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import explore_address, pattern_address, record_address
from inquiry_explorer.patterns import fields
from inquiry_explorer.patterns.choosing import (
    ALL_SUBJECTS,
    programme_and_round,
    programme_chosen,
    subjects_chosen,
    words,
)
from inquiry_explorer.patterns.frame import Sheet, answer, opening, paragraphs_of
from inquiry_explorer.patterns.grid import COUNTS, grid
from inquiry_explorer.patterns.profiles import show_profiles
from inquiry_explorer.prose import cautioned, heading, paragraph, title
from inquiry_explorer.states import key
from inquiry_explorer.tables import Column, Linked
from inquiry_graph import model
from inquiry_graph.cells import Cell, Tally
from inquiry_graph.errors import AddressError
from inquiry_graph.patterns.comparing import Unit, comparable, profile
from inquiry_graph.patterns.forces import LOCAL_WORDS, Round, Varying, one_force, one_topic, rounds, sentence, varying
from inquiry_graph.patterns.matrix import arranged, long

TITLE = "How police responses differ"
ASKS = "What did inspectors find in each force, round by round, and on what do forces differ that were read alike?"
CAUTION = (
    "Same programme, not same conditions: inspections lie years apart. Differences are differences in what was read "
    "until the same pages are read for each force. Forces are not ranked. What local reviews found stands apart: it is "
    "about exploitation, in one place, by other methods."
)


def show() -> None:
    """Draw the view of all forces, or the profile of the one that the address names."""
    force = st.query_params.get("force")
    if force:
        _show_force(force)
    else:
        _show_forces()


def _show_forces() -> None:
    opening(TITLE, ASKS)
    programme, round_ = programme_and_round()
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        page = fields.one("page", "Read on which kind of page", words(model.SEEN_IN))
    with right:
        subjects = subjects_chosen(ALL_SUBJECTS)
    differing = session.kept(varying, programme, round_, page, subjects)
    answer(sentence(differing, page))
    cautioned(CAUTION)
    sheet = Sheet("forces", {"programme": programme, "round": round_, "page": page, "subjects": subjects})
    _show_varying(differing, sheet)
    _show_rounds(session.kept(rounds, programme, "practice", subjects), sheet)
    sheet.offer()


def _show_varying(found: Sequence[Varying], sheet: Sheet) -> None:
    heading("What varies among forces read on the same kind of page")
    if not found:
        paragraph("No practice was judged in two of them. Another kind of page or round may hold some.", style="quiet")
        return
    columns = (
        Column("Practice"), Column("Judged differently"), Column("Failing", "integer"), Column("Mixed", "integer"),
        Column("Adequate", "integer"), Column("Failing or mixed, bounds"), Column("Findings", "ids"),
    )  # fmt: skip
    rows = [
        (each.topic, each.differs, each.tally.failing, each.tally.mixed, each.tally.adequate, _bounds(each.tally),
         each.findings)
        for each in found
    ]  # fmt: skip
    sheet.show("varying", columns, rows, "Practices judged in two or more of these forces")


def _bounds(tally: Tally) -> str:
    return f"{tally.low} to {tally.high} of {tally.examined} examined"


def _show_rounds(found: Sequence[Round], sheet: Sheet) -> None:
    heading("Force by force, round by round")
    topics = {cell.topic_id: cell.topic_name for each in found for cell in each.cells if cell.findings}
    if not topics:
        paragraph("No finding of this programme is held on what was chosen.", style="quiet")
        return
    most = max(topics, key=lambda topic: sum(bool(cell.findings) for cell in one_topic(found, topic)))
    topic = fields.one("practice", "Practice", dict(sorted(topics.items(), key=lambda pair: pair[1])), most)
    cells = one_topic(found, topic)
    laid_out = arranged("force", cells, only_judged=True)
    for each in found:
        told = Tally.of(cell for cell in each.cells if cell.topic_id == topic).sentence("forces")
        paragraph(f"{each.words}: {told}.", style="quiet")
    st.html(grid(laid_out, f"{topics[topic]}: forces by round", lambda line: force_address(line.id)))
    sheet.add("rounds", f"{topics[topic]}, force by force and round by round", lambda: long(laid_out))
    paragraph(
        f"Below a symbol: the findings that say {COUNTS}. A pale cell was read on other pages "
        "than the inspectorate's own and is in no figure. A force leads to its profile.",
        style="quiet",
    )
    st.html(key({cell.state for cell in cells}))


def force_address(force: str) -> str:
    """The profile of a force."""
    return pattern_address("forces", {"force": force})


def _show_force(force: str) -> None:
    unit = next((each for each in session.kept(comparable) if each.id == force), None)
    if unit is None or unit.kind != "police_force":
        raise AddressError(f"{force!r} is no police force with a finding: choose one from the list of forces.")
    title(unit.name, trail=(Linked("Patterns", pattern_address("")), Linked(TITLE, pattern_address("forces"))))
    programme, subjects = programme_chosen(), subjects_chosen(ALL_SUBJECTS)
    found = session.kept(rounds, programme, "practice", subjects)
    cells = one_force(found, unit.id)
    answer(_sentence(cells, unit))
    cautioned(CAUTION)
    sheet = Sheet("force", {"force": force, "programme": programme, "subjects": subjects})
    _show_cells(cells, sheet)
    paragraph(
        Linked("Its dossier", record_address(unit.id)), " · ",
        Linked("Open on the canvas", explore_address((unit.id,))), " · ",
        Linked("Beside others", pattern_address("compare", {"unit": [unit.id]})),
    )  # fmt: skip
    show_profiles([session.kept(profile, unit, "practice", subjects)], sheet)
    sheet.offer()
    paragraphs_of(tuple(dict.fromkeys(finding for cell in cells for finding in cell.findings)))


def _sentence(cells: Sequence[Cell], unit: Unit) -> str:
    by_round: dict[str, list[Cell]] = {}
    for cell in cells:
        by_round.setdefault(cell.topic_name, []).append(cell)
    told = [
        f"{words}: {Tally.of(held).sentence('practices')}"
        for words, held in by_round.items()
        if any(cell.findings for cell in held)
    ]
    return ". ".join(told) or f"No finding of this programme on {unit.name} is held"


def _show_cells(cells: Sequence[Cell], sheet: Sheet) -> None:
    heading("Practice by practice, round by round")
    laid_out = arranged("force", cells, only_judged=True)
    if not laid_out.lines:
        paragraph("Nothing was found on what is chosen.", style="quiet")
        return
    st.html(grid(laid_out, f"Practices by round and {LOCAL_WORDS.lower()}"))
    sheet.add("practices", "practices round by round, a row for each cell", lambda: long(laid_out))
    st.html(key({cell.state for cell in cells}))
