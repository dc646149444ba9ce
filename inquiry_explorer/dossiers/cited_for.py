"""All that a source is cited for, in the order of the places in it: findings, recommendations, statements, events."""

from __future__ import annotations

from inquiry_explorer import session
from inquiry_explorer.citing import address_link
from inquiry_explorer.escaping import as_html
from inquiry_explorer.facts import outcome
from inquiry_explorer.prose import Part, paragraph
from inquiry_explorer.record_views import judged
from inquiry_explorer.tables import Column, Html, show_table
from inquiry_graph.cells import number
from inquiry_graph.citations import Citation, citations_in
from inquiry_graph.dossier import Dossier
from inquiry_graph.export.legend import link_words, node_words
from inquiry_graph.subgraph import Node


def show(of: Dossier) -> None:
    """A row for each place: all come from one source, so that weight would tell nothing apart."""
    cited = session.kept(citations_in, of.subject.id)
    if not cited:
        paragraph("Nothing yet: no record of the graph cites it.", style="quiet")
        return
    records = {record.id for record, _ in cited}
    paragraph(f"{number(len(records), 'records')} cite it in {number(len(cited), 'places')}.", style="quiet")
    columns = (Column("Place"), Column("Record"), Column("Kind or outcome"), Column("Quotation"), Column("Address"))
    show_table(columns, [_row(record, each) for record, each in cited], caption="Places", key=of.subject.id)


def _row(record: Node, citation: Citation) -> tuple[Part, ...]:
    told = (
        judged(record) if outcome(record) else Html(as_html(f"{node_words(record.kind)}, {link_words(citation.link)}"))
    )
    return citation.locator, record, told, f"“{citation.quotation}”", Html(address_link(citation, "Open"))
