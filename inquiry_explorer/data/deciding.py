"""The form of a paragraph: one finding or several, and what the reader decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from graph_loader.intake.decisions import Record
from graph_loader.intake.drafts import Draft
from graph_loader.intake.forms import complaints, filled_in
from graph_loader.intake.proposing import Examined, Proposal
from inquiry_explorer.data import desk_state
from inquiry_explorer.data.fields import Choices, columns_of, show_field
from inquiry_explorer.failures import show_notice
from inquiry_explorer.prose import paragraph
from inquiry_graph import model
from inquiry_graph.errors import EditConflict

_LINES = (("practice", "outcome"), ("subject", "base"), ("about", "agency_as_written"))
_MORE = (
    "case", "reach", "hedged", "voice", "found_by", "conduct_from", "conduct_to", "years_basis", "stages", "signs",
    "supports", "from_agency", "to_agency", "locator",
)  # fmt: skip
_VERDICTS = {term.value: term.words.lower() for term in model.DECISIONS}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: the paragraph, how it stands, and the number of the next one in the list."""

    draft: Draft
    examined: Examined
    record: Record
    following: int | None

    @property
    def number(self) -> int:
        """The paragraph's number."""
        return self.examined.paragraph.number


def show_form(place: Place, offered: Choices, reader: str) -> None:
    """The form with what stands, or with what is proposed; below it the buttons that decide."""
    revision = desk_state.seen(place.draft, str(place.number), place.record.revision)
    standing = place.record.decision
    if standing:
        verdict = _VERDICTS[standing.verdict].capitalize()
        told = f"{verdict} by {standing.reader} on {standing.day}, version {standing.revision}."
        paragraph(told, style="quiet")
    at_first = len(standing.findings) if standing and standing.findings else 1
    count = desk_state.forms_of(place.draft, place.number, at_first)
    name = f"desk-{place.draft.report.id}-{place.number}-{revision}"
    with st.container(key="desk-form"), st.form(name, border=False, enter_to_submit=False):
        forms = [_show_finding(place, offered, f"{name}-{each}", each, count) for each in range(count)]
        pressed = _show_buttons(count)
    _focus()(key="desk-focus", data={"place": name})
    if pressed:
        _act(place, pressed, forms, reader, revision)


def _show_buttons(count: int) -> str:
    """What the reader pressed: a verdict, split or join; empty if nothing."""
    accept, split, aside, reject = st.columns((1.5, 1, 1.2, 1), gap="small")
    with accept:
        accepted = st.form_submit_button("Accept", type="primary", shortcut="Ctrl+Enter", width="stretch")
    with split:
        parted = st.form_submit_button(
            "Split", shortcut="Alt+S", width="stretch", help="Make one finding more of this paragraph."
        )
        joined = count > 1 and st.form_submit_button("Join", width="stretch", help="Take the last finding away.")
    with aside:
        later = st.form_submit_button("Set aside", shortcut="Alt+L", width="stretch")
    with reject:
        rejected = st.form_submit_button("Reject", shortcut="Alt+X", width="stretch")
    for pressed, what in (
        (rejected, "rejected"), (later, "set_aside"), (parted, "split"), (joined, "join"), (accepted, "accepted"),
    ):  # fmt: skip
        if pressed:
            return what
    return ""


def _show_finding(place: Place, offered: Choices, key: str, which: int, count: int) -> dict[str, str]:
    """One finding's fields; gives what stands in them."""
    held, proposal = _at_first(place, which)
    if count > 1:
        paragraph(f"Finding {which + 1}", style="finding-number")
    likely = {match.id: f"proposed by {', '.join(match.words)}" for match in proposal.practices} if proposal else {}
    form: dict[str, str] = {}

    def show(name: str) -> None:
        (column,) = columns_of("Finding", (name,))
        form[name] = show_field(
            column, held.get(name, ""), offered, f"{key}-{name}", likely if name == "practice" else None
        )

    show("summary")
    show("quotation")
    for line in _LINES:
        for where, name in zip(st.columns((1.6, 1)), line, strict=True):
            with where:
                show(name)
    with st.expander("More: case, reach, years, stages, signs, supports, exchange"):
        for first in range(0, len(_MORE), 2):
            for where, name in zip(st.columns(2), _MORE[first : first + 2], strict=False):
                with where:
                    show(name)
    return {name: " ".join(value.split()) for name, value in form.items()}


def _at_first(place: Place, which: int) -> tuple[dict[str, str], Proposal | None]:
    """What the fields hold before anybody types: the decision that stands, or the proposal in the order of weight."""
    standing = place.record.decision
    by_weight = sorted(place.examined.proposals, key=lambda each: -each.score)
    proposal = by_weight[which] if which < len(by_weight) else None
    if standing and which < len(standing.findings):
        return dict(standing.findings[which]), proposal
    form = filled_in(place.examined, proposal)
    return form | {"subject": place.draft.subject_of(form["subject"])}, proposal


def _act(place: Place, pressed: str, forms: Sequence[dict[str, str]], reader: str, revision: int) -> None:
    if pressed in ("split", "join"):
        desk_state.make_forms(place.draft, place.number, len(forms) + (1 if pressed == "split" else -1))
        st.rerun()
    if pressed == "accepted":
        allowed = desk_state.names_allowed(place.draft)
        wrong = [each for form in forms for each in complaints(form, place.examined.paragraph.text, allowed)]
        if wrong:
            show_notice("Not accepted yet", "\n".join(dict.fromkeys(wrong)), urgent=True)
            return
    findings = () if pressed == "rejected" else tuple(forms)
    decide(place, pressed, findings, reader, revision)


def decide(
    place: Place,
    verdict: str,
    findings: Sequence[dict[str, str]],
    reader: str,
    revision: int,
    answers: tuple[str, ...] = (),
) -> None:
    """Write the decision and go on; where somebody was first, both versions are shown instead."""
    try:
        place.draft.decide(place.number, verdict, findings, reader, revision, answers)
    except EditConflict as error:
        desk_state.look_again()
        desk_state.say(str(error))
        st.rerun()
    desk_state.say(f"Paragraph {place.number:,}: {_VERDICTS[verdict]}, and written to disk.")
    go_on(place)


def go_on(place: Place) -> None:
    """Open the next paragraph of the list."""
    desk_state.look_again()
    asked = st.query_params.to_dict()
    asked.pop("paragraph", None)
    st.query_params.from_dict(asked | ({"paragraph": str(place.following)} if place.following else {}))
    st.rerun()


@cache
def _focus() -> ComponentRenderer:
    """Puts the cursor into the summary of each paragraph that opens, so that no hand leaves the keys."""
    script = (Path(__file__).parent / "focus.js").read_text(encoding="utf-8")
    return st.components.v2.component("inquiry-graph.focus", js=script)
