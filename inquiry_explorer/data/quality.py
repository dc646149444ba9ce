"""Quality: what the record rests on, what is filled, how well its coders agree, and what nobody has read."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import DATA, address, record_address
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.states import SHOWN, key
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph.cells import tallies
from inquiry_graph.quality import FIELDS, Quality, quality


def show() -> None:
    """Draw the view."""
    found = session.kept(quality)
    title(
        "How good the record is",
        f"{found.primary} findings rest on a primary page; {found.single_source} on one source alone.",
        trail=(Linked("Data", address(DATA)),),
    )
    _show_states(found)
    _show_agreement(found)
    _show_fill_rates(found)
    _show_longest_unread(found)
    heading("Guards in force")
    for guard in found.guards:
        paragraph(guard)


def _show_states(found: Quality) -> None:
    heading("Places and themes, by state")
    names = {cell.topic_id: cell.topic_name for cell in found.places}
    columns = (Column("Theme"), *(Column(state.words, "integer", state.meaning) for state in SHOWN))
    rows = [
        (names[topic], *(getattr(tally, state.value) for state in SHOWN))
        for topic, tally in tallies(found.places).items()
    ]
    show_table(columns, rows, caption="Places by theme and state; wider places are left out")
    st.html(key())


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
    rows = [(Linked(each.name, record_address(each.id)), each.source, each.last_read) for each in found.longest_unread]
    columns = (Column("Finding"), Column("Source"), Column("Last read"))
    show_table(columns, rows, caption="Findings whose pages are due for another reading", key="unread")
