"""A paragraph with its neighbours: what was matched is marked, what is flagged is said, and why it was proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import streamlit as st

from graph_loader.intake.known import Known
from graph_loader.intake.proposing import Examined, Proposal
from inquiry_explorer.addresses import record_address
from inquiry_explorer.escaping import as_html
from inquiry_explorer.prose import paragraph
from inquiry_explorer.tables import Linked
from inquiry_graph import model

_OUTCOMES = {term.value: term.words.lower() for term in model.OUTCOMES}


def show_passage(paragraphs: Sequence[Examined], number: int, practices: Mapping[str, str]) -> None:
    """The paragraph between the one before and the one after."""
    examined = paragraphs[number - 1]
    told = examined.paragraph.locator[:1].upper() + examined.paragraph.locator[1:]
    if examined.paragraph.heading and not told.startswith("“"):  # else the place is named by the heading
        told += f", under “{examined.paragraph.heading}”"
    st.html(f'<p class="where">{as_html(told)}</p>')
    _neighbour(paragraphs, number - 1)
    st.html(f'<blockquote class="passage">{_marked(examined)}</blockquote>')
    _neighbour(paragraphs, number + 1)
    for flag in examined.flags:
        paragraph(f"Flagged: “{flag.words}” looks like {flag.what}. It is never proposed.", style="flagged")
    for place, proposal in enumerate(examined.proposals, 1):
        st.html(_why(place, proposal, practices))
    if examined.places:
        paragraph("Places named: " + ", ".join(each.words for each in examined.places) + ".", style="quiet")


def show_known(known: Sequence[Known]) -> None:
    """Findings of the package that quote this paragraph already."""
    for each in known:
        paragraph("Already in the package: ", Linked(each.summary, record_address(each.id)), style="flagged")


def _neighbour(paragraphs: Sequence[Examined], number: int) -> None:
    if 1 <= number <= len(paragraphs):
        st.html(f'<p class="neighbour">{as_html(paragraphs[number - 1].paragraph.text)}</p>')


def _why(place: int, proposal: Proposal, practices: Mapping[str, str]) -> str:
    """Why the sentence was proposed, in the words that matched."""
    likely = "; ".join(
        f"<strong>{as_html(practices.get(match.id, match.id))}</strong> by {_listed(match.words)}"
        for match in proposal.practices
    )
    judged = f"{_OUTCOMES[proposal.outcome.value]} by {_listed(proposal.outcome.words)}"
    hedged = f"; hedged by {_listed(proposal.hedges)}" if proposal.hedges else ""
    return f'<p class="why">Proposed {place}: {likely}. Judged {judged}{hedged}.</p>'


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"<em>{as_html(word)}</em>" for word in words)


def _marked(examined: Examined) -> str:
    """The paragraph's text with the sentences that are proposed and, in them, the words that matched."""
    text, done = examined.paragraph.text, 0
    parts: list[str] = []
    for proposal in examined.proposals:
        start = text.find(proposal.sentence, done)
        if start >= 0:
            parts.append(as_html(text[done:start]))
            parts.append(f'<span class="proposed">{"".join(_words_marked(proposal))}</span>')
            done = start + len(proposal.sentence)
    return "".join((*parts, as_html(text[done:])))


def _words_marked(proposal: Proposal) -> Iterator[str]:
    matched = {word for match in proposal.practices[:1] for words in match.words for word in words.split()}
    form = "|".join(rf"\b{re.escape(word)}\b" for word in sorted(matched, key=len, reverse=True))
    done = 0
    for found in re.finditer(form, proposal.sentence) if form else ():
        yield as_html(proposal.sentence[done : found.start()])
        yield f"<mark>{as_html(found.group())}</mark>"
        done = found.end()
    yield as_html(proposal.sentence[done:])
