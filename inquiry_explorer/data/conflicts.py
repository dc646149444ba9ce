"""Two decisions on one paragraph, side by side, and the choice between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from graph_loader.intake.decisions import Decision
from inquiry_explorer.data.deciding import Place, decide
from inquiry_explorer.data.fields import Choices
from inquiry_explorer.prose import heading, paragraph
from inquiry_explorer.tables import Column, show_table
from inquiry_graph import model

_WORDS = {term.value: term.words for term in model.DECISIONS}


def show_conflict(place: Place, offered: Choices, reader: str) -> None:
    """Every version, what differs between them, and a button for each."""
    standing, rivals = place.record.decision, place.record.rivals
    if standing is None:
        return
    versions = (standing, *rivals)
    heading("Two readers decided at once")
    paragraph("Nothing is lost. Choose one; the other stays in the history.", style="quiet")
    show_versions(versions, offered)
    names = tuple(each.rival for each in rivals)
    for which, (where, version) in enumerate(zip(st.columns(len(versions)), versions, strict=True)):
        words = "Keep what stands" if version is standing else f"Take the version of {version.reader}"
        if where.button(words, key=f"desk-version-{place.number}-{which}"):
            findings = [dict(form) for form in version.findings]
            decide(place, version.verdict, findings, reader, standing.revision, names)


def show_versions(versions: Sequence[Decision], offered: Choices) -> None:
    """The versions side by side, as far as they differ."""
    columns = (Column(""), *(Column(f"{each.reader}, {each.decided_at[11:16]}") for each in versions))
    show_table(columns, list(_lines(versions, offered)), caption="What each decided", key="conflict")


def _lines(versions: Sequence[Decision], offered: Choices) -> Iterator[tuple[str, ...]]:
    """The verdict, and each field of each finding in which the versions differ."""
    yield "Decision", *(_WORDS[each.verdict] for each in versions)
    for which in range(max(len(each.findings) for each in versions)):
        forms = [each.findings[which] if which < len(each.findings) else {} for each in versions]
        for name in dict.fromkeys(name for form in forms for name in form):
            values = [form.get(name, "") for form in forms]
            if len(set(values)) > 1:
                told = f"Finding {which + 1}: {name.replace('_', ' ')}"
                yield told, *(offered["Practice"].get(value, value) for value in values)
