"""Other dossiers that share findings with this one, kind by kind."""

from __future__ import annotations

import streamlit as st

from inquiry_explorer.dossiers.listing import named
from inquiry_explorer.prose import Part, paragraph
from inquiry_explorer.tables import Html, facts_table, shown
from inquiry_graph import model
from inquiry_graph.dossier import Connected, Dossier


def show(of: Dossier) -> None:
    """Names with the number of findings shared, most first."""
    if not of.connected:
        paragraph("No other dossier shares a finding with it.", style="quiet")
        return
    paragraph("In brackets, findings that both share: what was read of both, not how close they are.", style="quiet")
    st.html(facts_table(_kinds(of)))


def _kinds(of: Dossier) -> list[tuple[str, Part]]:
    by_kind = {label: [each for each in of.connected if each.node.kind == label] for label in model.DOSSIERS}
    return [
        (model.node_kind(label).plural, named([_named(each) for each in found], "of them"))
        for label, found in by_kind.items()
        if found
    ]


def _named(each: Connected) -> Html:
    return Html(f"{shown(each.node)} ({each.shared})")
