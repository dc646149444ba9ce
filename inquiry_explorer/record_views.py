"""A record with its paragraph, its facts and what followed, and several records together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import EVIDENCE, WRONG, address, correction_address, explore_address, record_address
from inquiry_explorer.citing import show_citations
from inquiry_explorer.escaping import as_html
from inquiry_explorer.exporting import material_of_records, offer_export
from inquiry_explorer.facts import facts, outcome
from inquiry_explorer.prose import Part, heading, items, paragraph, title
from inquiry_explorer.states import chip
from inquiry_explorer.tables import Column, Html, Linked, facts_table, show_table, shown
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.citations import citations
from inquiry_graph.export.legend import link_words, node_words
from inquiry_graph.neighbourhood import Section, around_finding, recommendations_after, section, sections
from inquiry_graph.subgraph import Link, Node

MOST_NAMED = 12  # other ends of one kind of link that are named; the canvas shows the rest
_SOURCES = Linked("Evidence", address(EVIDENCE))


def show_record(record: Node) -> None:
    """A record: its words, its paragraph, its facts, and for a finding what was recommended after it."""
    kind = node_words(record.kind)
    title(kind, trail=(_SOURCES, *_trail(record)))
    text = next(
        (str(record.properties[name]) for name in ("summary", "text") if record.properties.get(name)), record.name
    )
    paragraph(text, style="lead sentence")
    heading("Paragraph")
    show_citations(session.kept(citations, (record.id,)))
    if record.kind in model.MUST_CITE:
        paragraph(Linked(WRONG, correction_address(record.id)))
    heading("Facts")
    st.html(facts_table([*facts_of(record, besides=text), *_links(record), *_further(record)]))
    _canvas_link(record)
    followed = session.kept(recommendations_after, record.id)
    if followed:
        heading("What its source recommended about this practice")
        items((Linked(node.name, record_address(node.id)), _number(node)) for node in followed)
    offer_export(lambda: material_of_records((record.id,)), key="record")


def show_records(records: Sequence[Node], *, chosen: int) -> None:
    """Several records together, as a cell of a matrix holds them."""
    title("Records", f"{number(len(records), 'records')} behind what you chose.", trail=(_SOURCES,))
    if len(records) < chosen:
        paragraph(f"{chosen - len(records)} more are not in this graph.", style="quiet")
    columns = (Column("Record"), Column("Kind or outcome"), Column("Correct it"))
    rows = [(Html(shown(node)), judged(node), Linked(WRONG, correction_address(node.id))) for node in records]
    show_table(columns, rows, caption="Records", key="records")
    ids = tuple(node.id for node in records)
    paragraph(Linked("Open on the canvas", explore_address(ids)))
    heading("Paragraphs")
    show_citations(session.kept(citations, ids), {node.id: node.name for node in records})
    offer_export(lambda: material_of_records(ids), key="records")


def facts_of(node: Node, besides: str = "") -> Iterator[tuple[str, Part]]:
    """What a node says of itself, beginning with its id; without what stands above already."""
    yield "Id", node.id
    for fact in facts(node):
        if fact.text != besides:
            judged = outcome(node)
            yield fact.words, Html(chip(judged.value)) if judged and fact.text == judged.words else fact.text
    read_on = node.properties.get("read_on")
    if read_on:
        corrected = node.properties.get("corrected_on")
        yield "Read", f"{read_on}{f', corrected {corrected}' if corrected else ''}"


def linked_to(each: Section, ends: Sequence[tuple[Link, Node]]) -> tuple[str, Part]:
    """The links of one type in the model's words, and the names at their other ends."""
    named = [f"{shown(node)}{_qualified(link)}" for link, node in ends[:MOST_NAMED]]
    more = each.links - len(named)
    told = "; ".join(named) + (f"; and {more:,} more" if more > 0 else "")
    return each.words[:1].upper() + each.words[1:], Html(told)


def _links(node: Node) -> Iterator[tuple[str, Part]]:
    """What the node is linked to; citations stand elsewhere."""
    for each in session.kept(sections, node.id):
        if not model.is_citation(each.type):
            yield linked_to(each, session.kept(section, node.id, each.type, each.outward))


def _further(record: Node) -> Iterator[tuple[str, Part]]:
    """What lies one step on: the place of the case, the theme of the practice, who published the source."""
    around = session.kept(around_finding, record.id)
    told: dict[str, list[str]] = {}
    for link in around.links:
        start, end = around.node(link.start), around.node(link.end)
        if start and end and record.id not in (start.id, end.id):
            words = f"{node_words(start.kind)} {link_words(link.kind)}"
            told.setdefault(words[:1].upper() + words[1:], []).append(shown(end) + _qualified(link))
    yield from ((words, Html("; ".join(dict.fromkeys(ends)))) for words, ends in told.items())


def _qualified(link: Link) -> str:
    """The link's own word (jointly responsible, missed, initial inspection), in brackets."""
    declared = model.link_kind(link.kind).qualifier
    value = link.properties.get(declared.name) if declared else None
    if declared is None or value is None:
        return ""
    words = next((term.words for term in declared.terms if term.value == value), str(value))
    return f" ({as_html(words.lower())})"


def _trail(record: Node) -> Iterable[Part]:
    cited = session.kept(citations, (record.id,))
    return (Html(shown(cited[0].source)),) if cited else ()


def judged(node: Node) -> Html:
    """How a finding judges; of any other record its kind."""
    term = outcome(node)
    return Html(chip(term.value) if term else as_html(node_words(node.kind)))


def _canvas_link(node: Node) -> None:
    paragraph(Linked("Open on the canvas", explore_address((node.id,))))


def _number(node: Node) -> str:
    number = node.properties.get("number")
    return f"Recommendation {number}" if number else ""
