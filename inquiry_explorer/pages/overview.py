"""Overview: what the record says first, the five questions, what the graph holds, and what nobody has read."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import EVIDENCE, WORKBENCH, address, pattern_address
from inquiry_explorer.escaping import as_html
from inquiry_explorer.failures import show_notice
from inquiry_explorer.pages.patterns import OF_THEMES
from inquiry_explorer.patterns.headlines import NONE, statements
from inquiry_explorer.prose import cautioned, heading, paragraph, title
from inquiry_explorer.states import SHOWN, key
from inquiry_explorer.tables import Column, Linked, facts_table, show_table, shown
from inquiry_graph import model
from inquiry_graph.cells import Tally
from inquiry_graph.database import LoadRecord
from inquiry_graph.export.manifest import CAUTION, LICENCE
from inquiry_graph.holdings import Overview, ThemeHeld, overview
from inquiry_graph.patterns.headlines import headlines


def show() -> None:
    """Draw the page."""
    held = session.kept(overview)
    findings, sources = sum(held.outcomes.values()), sum(held.extents.values())
    title(
        "Institutional responses to group-based child sexual exploitation",
        f"The graph holds {findings:,} findings, each with its paragraph, and {sources:,} sources. "
        f"{held.extents.get('whole', 0):,} of the {sources:,} were read whole.",
    )
    if session.notice():
        show_notice("Another package", session.notice())
    _show_statements()
    _show_questions(held)
    _show_reading(held)
    _show_holdings(held)
    _show_use(held.load)


def _show_statements() -> None:
    heading("What the record says first")
    found = session.kept(headlines)
    if found:
        st.html(statements(found))
    else:
        paragraph(NONE, style="quiet")


def _show_questions(held: Overview) -> None:
    heading("The five questions")
    if not held.themes:
        paragraph("The graph holds no theme: load a data package.", style="quiet")
        return
    paragraph("Below each: what was found on its theme, each place or pair counted once.", style="quiet")
    for each in held.themes:
        st.html(_question(each))
    seen = {state.value for state in SHOWN for each in held.themes if getattr(each.tally, state.value)}
    st.html(key(seen))


def _question(each: ThemeHeld) -> str:
    number, question = each.theme.properties["number"], each.theme.properties["question"]
    words, view = f"{number}. {question}", OF_THEMES.get(number)
    title = shown(Linked(words, pattern_address(view.name))) if view else as_html(words)
    return f'<h3>{title}</h3><p class="quiet">{as_html(_told(each))}</p>{_bar(each.tally)}'


def _told(each: ThemeHeld) -> str:
    return f"{each.told}: {each.tally.sentence(each.noun)}."


def _bar(tally: Tally) -> str:
    """How many stand in each state, drawn to scale; the sentence above says the same in words."""
    parts = "".join(_part(tally))
    return f'<div class="bar" aria-hidden="true">{parts}</div>' if parts else ""


def _part(tally: Tally) -> Iterator[str]:
    for state in SHOWN:
        count = getattr(tally, state.value)
        if count:
            told = as_html(f"{state.words}: {count}")
            style = f"flex-grow: {count}"
            yield f'<span class="state-{state.value}" style="{style}" title="{told}">{state.symbol} {count}</span>'


def _show_reading(held: Overview) -> None:
    heading("What has been read, and what has not")
    paragraph(
        "What was not read is not an answer. A source may hold findings beyond those that stand here; ",
        Linked("the list of sources", address(EVIDENCE)),
        " says for each how much of it was read.",
    )
    rows = [(term.words, held.extents.get(term.value, 0)) for term in model.EXTENTS_READ]
    columns = (Column("How much of it was read"), Column("Sources", "integer"))
    show_table(columns, rows, caption="Sources by how much of them was read")


def _show_holdings(held: Overview) -> None:
    heading("What the graph holds")
    kinds = [kind for kind in model.table_kinds() if held.counts.nodes.get(kind.label)]
    rows = [(kind.plural, held.counts.nodes[kind.label], kind.meaning) for kind in kinds]
    show_table((Column("Kind"), Column("Number", "integer"), Column("What it is")), rows, caption="Records by kind")
    judged = [(term.words, held.outcomes.get(term.value, 0)) for term in model.OUTCOMES]
    columns = (Column("What the source's words judge"), Column("Findings", "integer"))
    show_table(columns, judged, caption="Findings by outcome")
    paragraph("Numbers of rows follow what was published and read. They compare nothing.", style="quiet")


def _show_use(load: LoadRecord | None) -> None:
    heading("Version, citation, use")
    cautioned(CAUTION)
    if load is None:
        paragraph("The graph records no load: load a data package with `inquiry-graph load`.")
        return
    state = "complete" if load.finished else "under way: figures may change until it is complete"
    st.html(
        facts_table(
            (
                ("Data set", f"{load.package}, version {load.dataset_version}"),
                ("Loaded", f"{(load.finished or load.started)[:16].replace('T', ' ')} UTC, {state}"),
                ("Size", f"{load.nodes:,} records and {load.links:,} links"),
                ("SHA-256 of its files", load.checksum),
                ("How to cite", _citation(load)),
                ("Licence", LICENCE),
                ("Your own questions", Linked("Ask in Cypher", address(WORKBENCH))),
            )
        )
    )


def _citation(load: LoadRecord) -> str:
    return (
        f"Inquiry Graph, data set {load.package}, version {load.dataset_version} (SHA-256 {load.checksum[:12]}). "
        "Cite the source and its paragraph for every finding that you use."
    )
