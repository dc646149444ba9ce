"""The form of a finding: how it is filled in from a proposal, and what is still wrong with it before it is accepted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from graph_loader.intake.decisions import Form
from graph_loader.intake.proposing import Examined, Proposal
from graph_loader.persons import signs_of_a_person
from graph_loader.records import SEPARATOR
from inquiry_graph import model

_OWN_WORDS = ("summary", "base", "agency_as_written", "quotation")
_REQUIRED = {
    "summary": "Say what the source found, in your own words.",
    "quotation": (
        f"Give at most {model.LONGEST_QUOTATION} exact words of the paragraph, by which its place is found again."
    ),
    "locator": "Say where the paragraph stands: its number, or page and place.",
    "practice": "Choose the practice that the sentence judges.",
    "outcome": "Choose what the sentence judges: failing, mixed, good practice, adequate or described.",
    "subject": "Choose what the finding is about.",
}
_WORD = re.compile(r"[\w’']+")


def filled_in(examined: Examined, proposal: Proposal | None = None) -> dict[str, str]:
    """A form with what the proposal suggests; the summary is always the reader's own to write."""
    form = {
        "locator": examined.paragraph.locator,
        "voice": model.VOICES[0].value,
        "years_basis": model.YEARS_BASES[-1].value,
        "subject": "",
        "outcome": "",
        "practice": "",
        "quotation": "",
        "summary": "",
    }
    if proposal is None:
        return form
    form |= {
        "practice": proposal.practices[0].id,
        "outcome": proposal.outcome.value,
        "subject": proposal.subject.value,
        "quotation": proposal.quotation,
        "base": proposal.base,
        "hedged": "true" if proposal.hedges else "",
        "about": SEPARATOR.join(f"{each.id}={model.PARTS[-1].value}" for each in proposal.agencies),
        "agency_as_written": "; ".join(each.words for each in proposal.agencies),
    }
    return form


def complaints(form: Form, paragraph: str, names_allowed: Collection[str] = ()) -> Iterator[str]:
    """Every reason why the form cannot be accepted yet, each as what to do."""
    for name, what in _REQUIRED.items():
        if not form.get(name, "").strip():
            yield what
    quotation, summary = form.get("quotation", "").strip(), form.get("summary", "").strip()
    if quotation and " ".join(quotation.split()) not in " ".join(paragraph.split()):
        yield "The quotation does not stand in the paragraph word for word. Copy it from there."
    if len(quotation.split()) > model.LONGEST_QUOTATION:
        yield f"The quotation has {len(quotation.split())} words; at most {model.LONGEST_QUOTATION} are quoted."
    copied = _copied(summary, paragraph)
    if copied:
        yield f"The summary takes over a run of the paragraph’s own words (“{copied}”). Use your own."
    for name in _OWN_WORDS:
        for what, words in signs_of_a_person(form.get(name, ""), names_allowed):
            yield f"“{words}” looks like {what}. Speak of institutions alone."


def _copied(summary: str, paragraph: str) -> str:
    """The first run of more words than a quotation may have that stands in both."""
    most = model.LONGEST_QUOTATION
    told, there = _words(summary), " ".join(_words(paragraph))
    for start in range(len(told) - most):
        run = " ".join(told[start : start + most + 1])
        if run in there:
            return run
    return ""


def _words(text: str) -> list[str]:
    return [found.group().lower() for found in _WORD.finditer(text)]
