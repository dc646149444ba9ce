"""The matrix: what was found about each practice or theme in each place, force, kind of agency or period."""

from __future__ import annotations

from typing import Any, cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.exporting import offer_tables
from inquiry_explorer.patterns import fields
from inquiry_explorer.patterns.choosing import ALL_SUBJECTS, filters, programme_and_round
from inquiry_explorer.patterns.frame import answer, opening
from inquiry_explorer.patterns.grid import COUNTS, grid
from inquiry_explorer.prose import cautioned, heading, paragraph
from inquiry_explorer.states import key
from inquiry_explorer.tables import Column, Html, show_table, shown
from inquiry_graph.cells import EXPLOITATION, Tally, Topics, Units
from inquiry_graph.patterns.matrix import Matrix, Order, long, matrix, totals, wide

TITLE = "Matrix"
ASKS = "What was found about each practice or theme, and where has nobody looked?"

UNITS = {"place": "Places", "force": "Police forces", "agency_kind": "Kinds of agency", "period": "Periods of conduct"}
TOPICS = {"practice": "Practices", "theme": "Themes"}
ORDERS = {"name": "By name", "read": "By how much was found", "likeness": "By likeness"}
_LIKENESS = (
    "Neighbours are as like as can be: two lines are the nearer the more alike they were judged on the same topics; "
    "a topic judged in one of the two alone counts as unlike. The order proves nothing."
)
_CAUTIONS = {
    "place": "",
    "force": (
        "Same programme, not same conditions: inspections lie years apart. Forces that were read mostly on other pages "
        "than the inspectorate's own stand beside the others, outside the figures. Forces are not ranked."
    ),
    "agency_kind": (
        "A cell counts places in which a body of that kind was judged. A kind counts as examined where a scope names "
        "such a body, or is of a case in which one was examined. Most findings name no body: they are in no line here."
    ),
    "period": (
        "A finding stands in each period that its conduct reaches into, so one finding may stand in several lines; "
        "most years are those of the period under review. Other places were examined in each: lines are no trend."
    ),
}


def show() -> None:
    """Draw the view."""
    opening(TITLE, ASKS)
    chosen = _chosen()
    weighted = fields.yes("weight", "Weight by evidence", "Draws a cell the fainter, the less its evidence weighs.")
    found = session.kept(matrix, **chosen)
    if not found.topics:
        answer("Nothing was found on what is chosen: take a filter away to see more")
        return
    answer(_sentence(found))
    cautioned(_CAUTIONS[found.units])
    st.html(grid(found, f"{UNITS[found.units]} by {TOPICS[chosen['topics']].lower()}", weighted=weighted))
    _explain(found, chosen["order"], weighted=weighted)
    _show_totals(found, weighted=weighted)
    tables = {
        "matrix": ("the matrix", lambda: wide(found)),
        "matrix_long": ("a row for each cell", lambda: long(found)),
        "matrix_totals": ("the totals", lambda: totals(found)),
    }
    offer_tables(tables, {name: value for name, value in chosen.items() if value}, "matrix")


def _chosen() -> dict[str, Any]:
    """What the fields and the address say."""
    first, second, third = st.columns(3, vertical_alignment="bottom")
    with first:
        units = cast(Units, fields.one("units", "Lines", UNITS))
    with second:
        topics = cast(Topics, fields.one("topics", "Columns", TOPICS))
    with third:
        order = cast(Order, fields.one("order", "Order", ORDERS))
    programme, round_ = programme_and_round() if units == "force" else ("", "initial")
    subjects, kinds, pages = filters(ALL_SUBJECTS if units == "force" else EXPLOITATION)
    only = fields.yes("found", "Only lines and columns with a finding", default=True)
    return {
        "units": units, "topics": topics, "subjects": subjects, "programme": programme, "round": round_,
        "source_kinds": kinds, "seen_in": pages, "order": order, "only_judged": only,
    }  # fmt: skip


def _sentence(found: Matrix) -> str:
    """How many of all cells are in which state: the base of everything below."""
    if found.grouped:
        line, topic, cells = max(found.counts(), key=lambda counted: sum(len(cell.findings) for cell in counted[2]))
        return f"Most was found on {line.name if line else ''}, {topic.name}: {Tally.of(cells).sentence(found.noun)}"
    tally = Tally.of(cell for of in found.held.values() for cell in of)
    return tally.sentence(f"pairs of a {found.noun.removesuffix('s')} and a topic")


def _explain(found: Matrix, order: str, *, weighted: bool) -> None:
    told = ["Each symbol counts the places in that state; not examined ones are left out of the picture."]
    if not found.grouped:
        told = [f"Below a symbol: the findings that say {COUNTS}."]
    if weighted and not found.grouped:
        told = ["Below a symbol: the weight of the cell's weightiest citation, from the kind of source and the page."]
    if order == "likeness":
        told.append(_LIKENESS)
    if order == "read":
        told.append("Lines and columns on which most was found stand first: that says how much was read, not how bad.")
    paragraph(" ".join(told), style="quiet")
    states = {cell.state for of in found.held.values() for cell in of}
    st.html(key(states - {"not_examined"} if found.grouped else states))


def _show_totals(found: Matrix, *, weighted: bool) -> None:
    heading("Totals")
    paragraph(
        "Bounds: if every cell that was not read were adequate, and if every one were failing; over all, the same for "
        "those that nobody examined.",
        style="quiet",
    )
    columns = [Column("Line")] if found.grouped else []
    columns += [
        Column("Topic"), Column("Failing or mixed"), Column("Bounds over those examined"), Column("Bounds over all"),
        Column("Found, scope not known", "integer"), Column("Findings", "ids"),
    ]  # fmt: skip
    if weighted:
        columns.append(Column("By weight", meaning="Each cell counts as much as its weightiest citation."))
    show_table(columns, list(_total_rows(found, weighted=weighted)), caption="Totals by topic", key="matrix-totals")


def _total_rows(found: Matrix, *, weighted: bool) -> Any:
    for (_, __, cells), row in zip(found.counts(), totals(found), strict=True):
        if not row["with_finding"] and not row["scope_not_known"]:
            continue
        ids = tuple(dict.fromkeys(each for cell in cells for each in cell.findings))
        told = [row["line"]] if found.grouped else []
        told += [
            row["topic"],
            Html(f'<span title="{shown(row["sentence"])}">{_of(row["low"], row["with_finding"])}</span>'),
            _between(row["low"], row["high"], row["examined"]),
            _between(row["low"], row["highest"], row["everywhere"]),
            row["scope_not_known"],
            ids,
        ]
        yield [*told, f"{row['weight_failing']} of {row['weight_with_finding']}"] if weighted else told


def _of(low: int, base: int) -> str:
    return f"{low} of {base} with a finding" if base else "none with a finding"


def _between(low: int, high: int, base: int) -> str:
    return f"{low} to {high} of {base}" if base else "none examined"
