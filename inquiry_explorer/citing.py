"""Citations: the quoted words, where they stand, where we read them, and a link that opens the page there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

import streamlit as st

from inquiry_explorer.addresses import outside, record_address
from inquiry_explorer.escaping import as_html
from inquiry_explorer.tables import Linked, outward, shown
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.citations import Citation

FIRST = 20  # shown at once; the rest opens on request
_SEEN_IN = {term.value: term.words for term in model.SEEN_IN}
_KINDS = {term.value: term.words for term in model.SOURCE_KINDS}


def show_citations(
    citations: Iterable[Citation], records: Mapping[str, str] | None = None, *, told: bool = True
) -> None:
    """List the citations. `records` names what each is cited for; `told` says first how many sources they come from."""
    listed = tuple(citations)
    if not listed:
        st.html('<p class="quiet">No citation belongs to what is shown.</p>')
        return
    if told:
        st.html(f'<p class="quiet">{as_html(counted(listed))}</p>')
    st.html(_list(listed[:FIRST], records or {}))
    if len(listed) > FIRST:
        _show_rest(listed[FIRST:], records or {})


@st.fragment
def _show_rest(rest: Sequence[Citation], records: Mapping[str, str]) -> None:
    """The rest is drawn when somebody opens it: hundreds of paragraphs that nobody sees would make a page slow."""
    key = f"rest-{rest[0].record}-{rest[-1].record}-{len(rest)}"
    with st.expander(f"The other {len(rest):,} citations", on_change="rerun", key=key) as opened:
        if opened.open:
            st.html(_list(rest, records))


def counted(citations: Sequence[Citation]) -> str:
    """How many citations, from how many sources, of which kinds: one newspaper is not a statutory inquiry."""
    sources = {citation.source.id: citation.source for citation in citations}
    kinds: dict[str, int] = {}
    for source in sources.values():
        words = _KINDS.get(str(source.properties.get("kind")), "kind not known")
        kinds[words] = kinds.get(words, 0) + 1
    told = ", ".join(f"{words.lower()} {number}" for words, number in sorted(kinds.items()))
    return f"{number(len(citations), 'citations')} from {number(len(sources), 'sources')} ({told})."


def _list(citations: Iterable[Citation], records: Mapping[str, str]) -> str:
    return f'<ol class="citations">{"".join(_item(each, records) for each in citations)}</ol>'


def _item(citation: Citation, records: Mapping[str, str]) -> str:
    named = records.get(citation.record)
    record = f'<p class="where">{shown(Linked(named, record_address(citation.record)))}</p>' if named else ""
    return f"<li>{record}{quoted(citation)}</li>"


def quoted(citation: Citation) -> str:
    """The quoted words, where they stand, where we read them, and the link that opens the page there."""
    return (
        f"<blockquote>“{as_html(citation.quotation)}”</blockquote>"
        f'<p class="where">{_where(citation)}</p><p class="where">{address_link(citation)}</p>'
    )


def _where(citation: Citation) -> str:
    source = shown(citation.source)
    relation = model.link_kind(citation.link)
    seen = _SEEN_IN.get(citation.seen_in, citation.seen_in).lower()
    told = f"{as_html(relation.forward[:1].upper() + relation.forward[1:])} {source}, {as_html(citation.locator)}."
    return f"{told} Seen in: {as_html(seen)}, {as_html(citation.accessed)}."


def address_link(citation: Citation, words: str = "") -> str:
    """A link that opens the page at the quoted words, or why there is none."""
    address = outside(citation.address)
    if address is None:
        return "The address is withheld, since it would name a person or a case."
    host = urlsplit(address).hostname or address
    return outward(address, words or f"Open {host} at these words")
