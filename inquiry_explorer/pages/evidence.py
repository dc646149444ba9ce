"""Evidence: the sources, the dossier of one case, agency, place, source, practice or recommendation, and records."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import record_address
from inquiry_explorer.dossiers import index, page
from inquiry_explorer.prose import paragraph, title
from inquiry_explorer.record_views import show_record, show_records
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph import model
from inquiry_graph.errors import InquiryGraphError
from inquiry_graph.holdings import SourceHeld, sources
from inquiry_graph.neighbourhood import nodes
from inquiry_graph.subgraph import Node

_KINDS = {term.value: term.words for term in model.SOURCE_KINDS}
_EXTENTS = {term.value: term.words for term in model.EXTENTS_READ}


def show() -> None:
    """Draw the list of sources, a dossier, a record or several, as the address says.

    Older addresses name a source or a recommendation in their own ways, and still hold.
    """
    session.graph()
    records = st.query_params.get_all("finding")
    one = st.query_params.get("dossier") or st.query_params.get("source") or (records[0] if len(records) == 1 else "")
    kind = st.query_params.get("of")
    if model.has_dossier(one):
        page.show(one)
    elif one:
        show_record(_one(one))
    elif records:
        show_records(session.kept(nodes, tuple(records)), chosen=len(records))
    elif kind:
        index.show(kind)
    else:
        _show_sources()


def _one(identifier: str) -> Node:
    found = session.kept(nodes, (identifier,))
    if not found:
        raise InquiryGraphError(
            f"The graph holds no {identifier}: it may have been withdrawn, or the link is of other data. "
            "Look for it among the sources, or by its words in Explore."
        )
    return found[0]


def _show_sources() -> None:
    listed = session.kept(sources)
    whole = sum(source.extent_read == "whole" for source in listed)
    title(
        "Evidence",
        f"{len(listed):,} sources, {whole:,} of them read whole. Each finding stands under the source that makes it, "
        "with its paragraph.",
    )
    index.show_kinds("source")
    if not listed:
        paragraph("The graph holds no source yet: load a data package.", style="quiet")
        return
    chosen = _filtered(listed)
    told = f"{len(chosen):,} of {len(listed):,} sources"
    if not chosen:
        paragraph(f"{told}. Take a filter away to see more.", style="quiet")
        return
    columns = (
        Column("Source"), Column("Kind"), Column("Published"), Column("Read"),
        Column("Findings", "integer"), Column("Citations", "integer", "Places in it that the graph cites"),
    )  # fmt: skip
    show_table(columns, [_row(source) for source in chosen], caption=told, key="sources")


def _row(source: SourceHeld) -> tuple[object, ...]:
    link = Linked(source.name, record_address(source.id))
    kind, extent = _KINDS.get(source.kind, source.kind), _EXTENTS.get(source.extent_read, source.extent_read)
    return link, kind, source.published or "not known", extent, source.findings, source.citations


def _filtered(listed: tuple[SourceHeld, ...]) -> list[SourceHeld]:
    """The sources that fit the fields, which stand in the address too."""
    text_field, kind_field, extent_field = st.columns((2, 1, 1))
    text = text_field.text_input("Words in the title", key="text", bind="query-params") or ""
    kinds = [value for value in _KINDS if any(source.kind == value for source in listed)]
    kind = kind_field.selectbox(
        "Kind", kinds, index=None, format_func=_KINDS.__getitem__, key="kind", bind="query-params", placeholder="Any"
    )
    extents = [value for value in _EXTENTS if any(source.extent_read == value for source in listed)]
    extent = extent_field.selectbox(
        "Read",
        extents,
        index=None,
        format_func=_EXTENTS.__getitem__,
        key="read",
        bind="query-params",
        placeholder="Any",
    )
    words = text.casefold().split()
    return [
        source
        for source in listed
        if kind in (None, source.kind)
        and extent in (None, source.extent_read)
        and all(word in source.name.casefold() for word in words)
    ]
