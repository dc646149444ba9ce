"""One pair of topics: the police areas read for both, what stands without which part, and the paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from inquiry_explorer.addresses import pattern_address
from inquiry_explorer.patterns.frame import Sheet, answer, paragraphs_of
from inquiry_explorer.patterns.methods import counted
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph import model
from inquiry_graph.cells import Topics, number
from inquiry_graph.errors import AddressError
from inquiry_graph.patterns.areas import PARTS as CELLS
from inquiry_graph.patterns.areas import Area, Part, as_rows, read_for_both
from inquiry_graph.patterns.cooccurrence import PARTS, CoOccurrence, Pair
from inquiry_graph.patterns.observations import Footing

_KINDS = {term.value: term.words for term in model.SOURCE_KINDS}


def pair_address(pair: Pair, footing: Footing, topics: Topics, part: Part | None = None) -> str:
    """The page of a pair, or of one of the four cells of its table."""
    asked = {"topics": topics, "footing": footing, "first": pair.first, "second": pair.second}
    return pattern_address("cooccurrence", {**asked, **({"cell": part} if part else {})})


def show_pair(found: CoOccurrence, pair: Pair, footing: Footing, topics: Topics) -> None:
    """Draw the pair; of one cell alone if the address names one."""
    title(f"{pair.first_name} · {pair.second_name}", trail=_trail(footing, topics))
    answer(pair.sentence())
    paragraph(f"{_standing(pair)} ", counted("cooccurrence"), style="quiet")
    areas = read_for_both(found.observed, pair.first, pair.second)
    shown = _of_cell(areas, st.query_params.get("cell"))
    sheet = Sheet("pair", {"footing": footing, "first": pair.first, "second": pair.second})
    _show_areas(shown, pair, sheet, len(areas))
    if len(shown) < len(areas):
        paragraph(Linked(f"All {len(areas)} police areas read for both", pair_address(pair, footing, topics)))
    _show_left_out(pair, sheet)
    sheet.offer()
    paragraphs_of(tuple(dict.fromkeys(finding for each in shown for finding in each.findings)))


def _trail(footing: Footing, topics: Topics) -> tuple[Linked, ...]:
    back = pattern_address("cooccurrence", {"topics": topics, "footing": footing})
    return Linked("Patterns", pattern_address("")), Linked("What fails together", back)


def _standing(pair: Pair) -> str:
    """How much the counts can carry."""
    if pair.why_not:
        return f"Counts alone: it was not tried, since {pair.why_not}."
    if not pair.passed:
        return f"Counts alone: it was tried and does not pass the correction (p {pair.p:.3f}, {pair.adjusted:.3f})."
    if not pair.survives:
        lost = "; ".join(each.name for each in pair.vanishes_without)
        return f"It passes the correction ({pair.adjusted:.3f}), and vanishes without {lost}."
    return f"It passes the correction ({pair.adjusted:.3f}) and stands without any one part."


def _of_cell(areas: Sequence[Area], cell: str | None) -> Sequence[Area]:
    if cell is None:
        return areas
    if cell not in CELLS:
        raise AddressError(f"The table of a pair has no cell {cell!r}: choose {', '.join(CELLS)}.")
    return [each for each in areas if each.part == cell]


def _show_areas(areas: Sequence[Area], pair: Pair, sheet: Sheet, whole: int) -> None:
    heading("The police areas")
    columns = (
        Column("Police area"), Column(pair.first_name), Column("Findings", "ids"), Column(pair.second_name),
        Column("Findings", "ids"), Column("Read in, at its weightiest"),
    )  # fmt: skip
    rows = [
        (each.name, _said(each.first_failing), each.first, _said(each.second_failing), each.second, _KINDS[each.kind])
        for each in areas
    ]
    told = number(whole, "police areas") if len(areas) == whole else f"{len(areas)} of the {whole} police areas"
    show_table(columns, rows, caption=f"{told} read for both", key="pair-areas")
    sheet.add("areas", "the police areas", lambda: as_rows(tuple(areas)))


def _said(failing: bool) -> str:
    return "failing or mixed" if failing else "adequate"


def _show_left_out(pair: Pair, sheet: Sheet) -> None:
    if not pair.passed:
        return
    heading("Without one part at a time")
    columns = (
        Column("Without"), Column("Which is"), Column("Areas left", "integer"), Column("p"), Column("Difference"),
        Column("Stands"),
    )  # fmt: skip
    rows = [
        (each.name, PARTS[each.part], each.areas, f"{each.p:.3f}",
         "" if each.effect is None else f"{each.effect:+.2f}", each.stands)
        for each in pair.left_out
    ]  # fmt: skip
    sheet.show("left_out", columns, rows, "The test again, without each part whose leaving out changes anything")
