"""The page of a dossier. Which sections a kind has, and in which order, stands in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.dossiers import (
    about,
    became,
    chronology,
    cited_for,
    connected,
    evidence,
    found,
    gaps,
    opening,
    recommended,
    replies,
)
from inquiry_explorer.escaping import as_label
from inquiry_graph.dossier import Dossier, dossier


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its place in the page's address, its heading, and what draws it, also where it is empty."""

    anchor: str
    words: str
    show: Callable[[Dossier], None]


ABOUT = Section("about", "What it is", about.show)
FOUND = Section("found", "What was found", found.show)
EVIDENCE = Section("evidence", "Evidence, the weightiest first", evidence.show)
CHRONOLOGY = Section("chronology", "Chronology", chronology.show)
RECOMMENDED = Section("recommendations", "Recommendations and what became of them", recommended.show)
REPLIES = Section("replies", "Replies", replies.show)
CONNECTED = Section("connected", "Connected dossiers", connected.show)
GAPS = Section("gaps", "What is not known", gaps.show)
CITED_FOR = Section("evidence", "What it is cited for, by place", cited_for.show)
BECAME = Section("became", "What became of it", became.show)
BEHIND = Section("evidence", "What its source found about these practices", evidence.show)

_WHOLE = (FOUND, EVIDENCE, CHRONOLOGY, RECOMMENDED, REPLIES, CONNECTED, GAPS, ABOUT)
SECTIONS: Mapping[str, tuple[Section, ...]] = {
    "Case": _WHOLE,
    "Agency": _WHOLE,
    "Location": _WHOLE,
    "Source": (FOUND, CITED_FOR, CHRONOLOGY, RECOMMENDED, REPLIES, CONNECTED, GAPS, ABOUT),
    "Practice": _WHOLE,
    "Recommendation": (BECAME, FOUND, BEHIND, CHRONOLOGY, REPLIES, CONNECTED, GAPS, ABOUT),
}


def show(identifier: str) -> None:
    """Draw the dossier of that id. Raises ParameterError if there is none."""
    of = session.kept(dossier, identifier)
    sections = SECTIONS[of.subject.kind]
    opening.show(of, {each.anchor: each.words for each in sections})
    for section in sections:
        st.subheader(as_label(section.words), anchor=section.anchor)
        section.show(of)
    opening.show_use(of)
