"""Quality: what the record rests on, what is filled, how well its coders agree, and what nobody has read."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import DATA, address, data_address, pattern_address, record_address
from inquiry_explorer.patterns.grid import COUNTS, grid
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.states import SHOWN, key
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph import model
from inquiry_graph.cells import tallies
from inquiry_graph.patterns.matrix import matrix
from inquiry_graph.quality import FIELDS, Quality, kinds_held, quality

MOST_UNREAD = 5  # reports that are named here; the page of gaps lists all


def show() -> None:
    """Draw the view."""
    found = session.kept(quality)
    title(
        "How good the record is",
        f"{found.primary} findings rest on a primary page; {found.single_source} on one source alone.",
        trail=(Linked("Data", address(DATA)),),
    )
    _show_thin(found)
    _show_map()
    _show_states(found)
    _show_counts(found)
    _show_agreement(found)
    _show_fill_rates(found)
    _show_longest_unread(found)
    heading("Guards in force")
    for guard in found.guards:
        paragraph(guard)


def _show_thin(found: Quality) -> None:
    heading("What is thin, and what one more reading would change most")
    paragraph(f"{found.thin.sentence('practice')}.")
    paragraph(f"{found.thin.next_reading()}.")
    paragraph(f"{found.thin.next_report()}. ", Linked("All gaps", pattern_address("gaps")))
    columns = (
        Column("Report"), Column("Pairs that it covers", "integer"),
        Column("Without a finding", "integer", "Pairs of a place and a practice that its rest could fill at most"),
        Column("In places", "integer"),
    )  # fmt: skip
    rows = [
        (Linked(each.name, record_address(each.source)), each.covers, each.open_cells, each.places)
        for each in found.thin.unread[:MOST_UNREAD]
    ]
    told = f"Reports read in part, the {len(rows)} of {len(found.thin.unread)} whose rest could change most"
    show_table(columns, rows, caption=told, key="thin-unread")
    practices = [
        (Linked(each.topic, pattern_address("gaps", {"topic": each.topic_id})), each.on_one_source,
         each.tally.with_finding)
        for each in found.thinnest
    ]  # fmt: skip
    of_practice = (Column("Practice"), Column("On one source", "integer"), Column("Places with a finding", "integer"))
    with st.expander(f"{len(practices)} practices that rest on one source, or one family of sources, in some place"):
        show_table(of_practice, practices, caption="Those first of which nothing else is known", key="thin-practices")


def _show_map() -> None:
    heading("Places and themes")
    found = session.kept(matrix, "place", "theme")
    st.html(grid(found, "Places by theme and state"))
    paragraph(f"Below a symbol: the findings that say {COUNTS}. Each cell opens its findings.", style="quiet")
    st.html(key({cell.state for of in found.held.values() for cell in of}))


def _show_states(found: Quality) -> None:
    names = {cell.topic_id: cell.topic_name for cell in found.places}
    columns = (Column("Theme"), *(Column(state.words, "integer", state.meaning) for state in SHOWN))
    rows = [
        (names[topic], *(getattr(tally, state.value) for state in SHOWN))
        for topic, tally in tallies(found.places).items()
    ]
    show_table(columns, rows, caption="Places by theme and state; wider places are left out")


def _show_counts(found: Quality) -> None:
    heading("What the record holds")
    rows = [(model.node_kind(label).plural, count) for label, count in kinds_held(found)]
    show_table((Column("Kind"), Column("Records", "integer")), rows, caption="Records by kind", key="kinds")


def _show_agreement(found: Quality) -> None:
    heading("How well two codings agree")
    if not found.agreement:
        paragraph("This package publishes no second coding.", style="quiet")
        return
    paragraph(
        "Cohen's kappa of a first coding and a blind second one, with a 95% interval from resampling whole sources. "
        "The codebook says who or what coded.",
        style="quiet",
    )
    columns = (
        Column("What was coded"), Column("Kappa", "number"), Column("Low", "number"), Column("High", "number"),
        Column("Findings", "integer"),
    )  # fmt: skip
    rows = [
        (field.capitalize(), *(f"{part:.2f}" for part in (each.value, each.low, each.high)), each.n)
        for field, each in found.agreement.items()
    ]
    show_table(columns, rows, caption="Agreement by field")


def _show_fill_rates(found: Quality) -> None:
    heading("What is filled")
    paragraph("A field is filled only where the page says so: an empty one is not an answer.", style="quiet")
    rows = [(FIELDS[name].capitalize(), share.count, share.of) for name, share in found.fill_rates.items()]
    columns = (Column("Field"), Column("Filled", "integer"), Column("Of", "integer"))
    show_table(columns, rows, caption="Fields of the findings")


def _show_longest_unread(found: Quality) -> None:
    heading("Read longest ago")
    paragraph("Which rows are due, and why: ", Linked("Read again", data_address("reread")), ".", style="quiet")
    rows = [(Linked(each.name, record_address(each.id)), each.source, each.last_read) for each in found.longest_unread]
    columns = (Column("Finding"), Column("Source"), Column("Last read"))
    show_table(columns, rows, caption="Findings whose pages are due for another reading", key="unread")
