"""How a dossier begins and ends: its name, what it says in a sentence, where it leads, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import EVIDENCE, address, explore_address, pattern_address, record_address
from inquiry_explorer.dossiers.listing import joined
from inquiry_explorer.exporting import offer_export
from inquiry_explorer.facts import term_words
from inquiry_explorer.prose import Part, cautioned, heading, paragraph, title
from inquiry_explorer.tables import Linked, facts_table
from inquiry_graph import model
from inquiry_graph.dossier import MOST_DRAWN, Dossier, material
from inquiry_graph.export.legend import node_properties, node_words
from inquiry_graph.export.manifest import CAUTION
from inquiry_graph.patterns.comparing import comparable
from inquiry_graph.subgraph import Node


def show(of: Dossier, contents: Mapping[str, str]) -> None:
    """The title, the sentence, what can be done with the dossier, and its contents."""
    subject = of.subject
    title(_name(of), trail=(Linked("Evidence", address(EVIDENCE)), *_trail(of), node_words(subject.kind)))
    paragraph(_what(subject), style="quiet")
    paragraph(_sentence(of), style="lead sentence")
    paragraph(joined(_leads(of)), style="leads")
    offer_export(lambda: material(session.graph(), of), key="dossier", words="Export this dossier")
    paragraph(
        "On this page: ",
        joined(Linked(words, f"#{anchor}") for anchor, words in contents.items()),
        style="contents quiet",
    )


def show_use(of: Dossier) -> None:
    """The permanent address, the version of the data, and the caution."""
    heading("Use and citation")
    load = session.current_load()
    version = f"{load.package}, version {load.dataset_version} (SHA-256 {load.checksum[:12]})" if load else "not known"
    whole = f"{(st.context.url or EVIDENCE).partition('?')[0]}?dossier={of.subject.id}"  # as it stands on paper
    place = Linked(whole, record_address(of.subject.id))
    st.html(facts_table((("Permanent address", place), ("Data set", version))))
    cautioned(CAUTION)


def _name(of: Dossier) -> str:
    if of.subject.kind != "Recommendation":
        return of.subject.name
    number = of.subject.properties.get("number")
    return f"Recommendation {number}" if number else "Recommendation"


def _trail(of: Dossier) -> Iterator[Part]:
    """A recommendation is read under its source."""
    if of.subject.kind == "Recommendation":
        yield from (source for each in of.recommendations[:1] for source in each.sources[:1])


def _what(subject: Node) -> str:
    """What the subject is, in a line: what the model says of its kind, or what we say of it."""
    held = subject.properties
    text = held.get("summary") or held.get("definition")
    if text:
        return str(text)
    terms = next((each.terms for each in node_properties(subject.kind) if each.name == "kind"), ())
    what = term_words(terms, held["kind"]) if terms else "What a source asked, in our words"
    published = f", published {held['published']}" if held.get("published") else ""
    read = f"; read: {term_words(model.EXTENTS_READ, held['extent_read']).lower()}" if "extent_read" in held else ""
    return f"{what}{published}{read}."


def _sentence(of: Dossier) -> str:
    """A recommendation says itself; of all others how much is held, and what it says on the first footing."""
    if of.subject.kind == "Recommendation":
        return str(of.subject.properties["text"])
    first = (f"{each.words}: {each.sentence}" for each in of.found[:1])
    return f"{'. '.join((of.holds, *first))}."


def _leads(of: Dossier) -> Iterator[Linked]:
    """Other pages that show the same subject."""
    subject = of.subject
    more = len(of.evidence) - MOST_DRAWN
    told = f" with its {MOST_DRAWN} weightiest findings" if more > 0 else ""
    yield Linked(f"Open on the canvas{told}", explore_address(of.drawn, select=(subject.id,)))
    if any(each.id == subject.id for each in session.kept(comparable)):
        yield Linked("Beside others", pattern_address("compare", {"unit": [subject.id]}))
        if subject.properties.get("kind") == "police_force":
            yield Linked("Round by round", pattern_address("forces", {"force": subject.id}))
