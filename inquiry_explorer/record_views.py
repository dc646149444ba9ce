"""A source with what it is cited for, and a record with its paragraph, its facts and what followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.addresses import EVIDENCE, WRONG, address, correction_address, explore_address, record_address
from inquiry_explorer.citing import address_link, show_citations
from inquiry_explorer.escaping import as_html
from inquiry_explorer.exporting import material_of_records, offer_export
from inquiry_explorer.facts import facts, outcome
from inquiry_explorer.prose import Part, heading, items, paragraph, title
from inquiry_explorer.states import chip
from inquiry_explorer.tables import Column, Html, Linked, facts_table, show_table, shown
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.citations import Citation, citations, citations_in
from inquiry_graph.export.legend import link_words, node_words
from inquiry_graph.neighbourhood import Section, around_finding, recommendations_after, section, sections
from inquiry_graph.subgraph import Link, Node

MOST_NAMED = 12  # other ends of one kind of link that are named; the canvas shows the rest
_SOURCES = Linked("Evidence", address(EVIDENCE))


def show_source(source: Node) -> None:
    """A source: what it is, how much of it was read, and what it is cited for, by place in it."""
    cited = session.kept(citations_in, source.id)
    records = {record.id for record, _ in cited}
    title(
        source.name, f"{number(len(records), 'records')} cite it in {number(len(cited), 'places')}.", trail=(_SOURCES,)
    )
    st.html(facts_table([*_facts(source), *_links(source, citing=False)]))
    _canvas_link(source)
    heading("What it is cited for, by place")
    if not cited:
        paragraph("Nothing yet: no record of the graph cites it.", style="quiet")
        return
    columns = (Column("Place"), Column("Record"), Column("Kind or outcome"), Column("Quotation"), Column("Address"))
    show_table(columns, [_cited(record, each) for record, each in cited], caption="Places", key=source.id)


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
    st.html(facts_table([*_facts(record, besides=text), *_links(record, citing=False), *_further(record)]))
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
    rows = [(Html(shown(node)), _judged(node), Linked(WRONG, correction_address(node.id))) for node in records]
    show_table(columns, rows, caption="Records", key="records")
    ids = tuple(node.id for node in records)
    paragraph(Linked("Open on the canvas", explore_address(ids)))
    heading("Paragraphs")
    show_citations(session.kept(citations, ids), {node.id: node.name for node in records})
    offer_export(lambda: material_of_records(ids), key="records")


def _facts(node: Node, besides: str = "") -> Iterator[tuple[str, Part]]:
    yield "Id", node.id
    for fact in facts(node):
        if fact.text != besides:
            judged = outcome(node)
            yield fact.words, Html(chip(judged.value)) if judged and fact.text == judged.words else fact.text
    read_on = node.properties.get("read_on")
    if read_on:
        corrected = node.properties.get("corrected_on")
        yield "Read", f"{read_on}{f', corrected {corrected}' if corrected else ''}"


def _links(node: Node, *, citing: bool) -> Iterator[tuple[str, Part]]:
    """What the node is linked to, in the model's words; citations stand elsewhere."""
    for each in session.kept(sections, node.id):
        if model.is_citation(each.type) is citing:
            ends = session.kept(section, node.id, each.type, each.outward)
            yield each.words[:1].upper() + each.words[1:], Html(_named(each, ends))


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


def _named(each: Section, ends: Sequence[tuple[Link, Node]]) -> str:
    named = [f"{shown(node)}{_qualified(link)}" for link, node in ends[:MOST_NAMED]]
    more = each.links - len(named)
    return "; ".join(named) + (f"; and {more:,} more" if more > 0 else "")


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


def _cited(record: Node, citation: Citation) -> tuple[Part, ...]:
    judged = (
        _judged(record) if outcome(record) else Html(as_html(f"{node_words(record.kind)}, {link_words(citation.link)}"))
    )
    return citation.locator, record, judged, f"“{citation.quotation}”", Html(address_link(citation, "Open"))


def _judged(node: Node) -> Html:
    judged = outcome(node)
    return Html(chip(judged.value) if judged else as_html(node_words(node.kind)))


def _canvas_link(node: Node) -> None:
    paragraph(Linked("Open on the canvas", explore_address((node.id,))))


def _number(node: Node) -> str:
    number = node.properties.get("number")
    return f"Recommendation {number}" if number else ""
