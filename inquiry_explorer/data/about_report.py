"""What a report is: its source, its case, where it was read; and the writing of its accepted findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from graph_loader.intake.choices import choices
from graph_loader.intake.drafts import Draft
from graph_loader.intake.rows import NEW, SCOPE, slug
from graph_loader.intake.writing import write_rows
from inquiry_explorer.addresses import data_address
from inquiry_explorer.data import desk_state
from inquiry_explorer.data.about_scope import scope_complaints, show_place, show_scope
from inquiry_explorer.data.conflicts import show_versions
from inquiry_explorer.data.fields import Choices, columns_of, show_field
from inquiry_explorer.failures import failures_shown, show_notice
from inquiry_explorer.prose import heading, paragraph, title
from inquiry_explorer.tables import Linked
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.errors import EditConflict
from inquiry_graph.settings import Settings

PART = "about"
_OF_SOURCE = ("name", "kind", "published", "extent_read", "published_by")
_OF_CASE = ("name", "kind", "from_year", "to_year", "summary", "locations", "agencies")
_READ_AT = ("url", "address_withheld", "seen_in", "accessed")
_THERE, _TO_COME = "One that the package holds", "A new one"


def show(draft: Draft, settings: Settings) -> None:
    """The report's own form: what is new comes into the package with its first finding."""
    title(
        "About this report",
        "Every finding of it is cited to this source and stands in this case.",
        trail=desk_state.trail(draft),
    )
    told = desk_state.said()
    if told:
        show_notice("Note", told)
    record = draft.about()
    revision = desk_state.seen(draft, PART, record.revision)
    held = dict(record.decision.findings[0]) if record.decision else {"accessed": draft.report.taken_in[:10]}
    offered = choices(desk_state.codebook_of(draft, settings))
    if record.rivals and record.decision:
        show_notice("Two readers filled it in at once", "What stands is in the fields; saving settles it.", urgent=True)
        show_versions((record.decision, *record.rivals), offered)
    who, source, case = st.columns((1, 1.3, 1.3), gap="medium")
    with who:
        reader = desk_state.show_reader()
    name = f"about-{draft.report.id}-{revision}"
    with source:
        new_source = _is_new("source", held, offered, name)
    with case:
        new_case = _is_new("case", held, offered, name)
    form = _show_fields(held, offered, name, {"source": new_source, "case": new_case})
    if form is not None:
        _save(draft, form, offered, reader, revision, tuple(each.rival for each in record.rivals))


def _show_fields(held: dict[str, str], offered: Choices, name: str, new: Mapping[str, bool]) -> dict[str, str] | None:
    """The fields; gives what stands in them when the reader saves, None before."""
    form: dict[str, str] = {}
    with st.container(key="desk-form"), st.form(name, border=False, enter_to_submit=False):
        for what, label, names in (("source", "Source", _OF_SOURCE), ("case", "Case", _OF_CASE)):
            heading(label)
            if new[what]:
                _show_new(form, held, offered, name, label, names)
                if label == "Case":
                    show_place(form, held, offered, name)
            else:
                form[what] = _existing(what, label, held, offered, name)
        heading("Where it was read")
        _show_columns(form, held, offered, name, "Source", _READ_AT, "")
        show_scope(form, held, offered, name)
        return form if st.form_submit_button("Save", type="primary", shortcut="Ctrl+Enter") else None


def _is_new(what: str, held: dict[str, str], offered: Choices, name: str) -> bool:
    known = held.get(what, "") in offered[what.capitalize()] or not held.get(what)
    chosen = st.radio(
        what.capitalize(), (_THERE, _TO_COME), index=0 if known else 1, key=f"{name}-which-{what}", horizontal=True
    )
    return chosen == _TO_COME


def _existing(what: str, label: str, held: dict[str, str], offered: Choices, name: str) -> str:
    listed = list(offered[label])
    chosen = st.selectbox(
        label,
        listed,
        index=listed.index(held[what]) if held.get(what) in listed else None,
        format_func=offered[label].__getitem__,
        key=f"{name}-{what}",
        placeholder="Type a part of its name",
        label_visibility="collapsed",
    )
    return chosen or ""


def _show_new(
    form: dict[str, str], held: dict[str, str], offered: Choices, name: str, label: str, names: Sequence[str]
) -> None:
    _show_columns(form, held, offered, name, label, names, f"{NEW}{label.lower()}-")
    readable = slug(form.get(f"{NEW}{label.lower()}-name", ""))
    form[label.lower()] = f"{model.node_kind(label).prefix}:{readable}" if readable else ""


def _show_columns(
    form: dict[str, str],
    held: dict[str, str],
    offered: Choices,
    name: str,
    label: str,
    names: Sequence[str],
    prefix: str,
) -> None:
    for first in range(0, len(names), 2):
        columns = columns_of(label, names[first : first + 2])
        for where, column in zip(st.columns(2), columns, strict=False):
            with where:
                stored = f"{prefix}{column.name}"
                form[stored] = show_field(column, held.get(stored, ""), offered, f"{name}-{stored}")


def _save(
    draft: Draft, form: dict[str, str], offered: Choices, reader: str, revision: int, answers: tuple[str, ...]
) -> None:
    wrong = list(_complaints(form, offered))
    if wrong:
        show_notice("Not saved yet", "\n".join(wrong), urgent=True)
        return
    try:
        draft.decide_about(form, reader, revision, answers)
        desk_state.say("Saved. The findings that you accept are cited to this source.")
    except EditConflict as error:
        desk_state.say(str(error))
    desk_state.look_again()
    st.rerun()


def _complaints(form: dict[str, str], offered: Choices) -> list[str]:
    found = [f"Choose the {what}, or name a new one." for what in ("source", "case") if not form.get(what)]
    found += [
        f"The package already holds {form[what]}: choose it, or give the new one another name."
        for what in ("source", "case")
        if form.get(f"{NEW}{what}-name") and form.get(what) in offered[what.capitalize()]
    ]
    if bool(form.get("url")) is bool(form.get("address_withheld")):
        found.append("Give the address of the page, or say that it is withheld since it would name a person or a case.")
    found += scope_complaints(form)
    found += [
        f"Say {words}."
        for name, words in (("seen_in", "where it was read"), ("accessed", "on which day"))
        if not form.get(name)
    ]
    return found


def show_writing(draft: Draft, settings: Settings) -> None:
    """What will be written where, and the button that does."""
    heading("Into the package")
    about = data_address("intake", report=draft.report.id, part=PART)
    record, target = draft.about(), draft.target()
    if record.decision is None:
        paragraph("First say what it is: ", Linked("about this report", about), ".")
        return
    if target is None:
        paragraph(
            f"No package is named. In a terminal: inquiry-graph intake --report {draft.report.id} --package FOLDER",
            style="quiet",
        )
        return
    source = record.decision.findings[0]["source"]
    name = choices(target)["Source"].get(source, source)
    paragraph(f"Cited to {name} (", Linked("about this report", about), f"). Rows go to {target}.")
    findings = draft.progress().findings
    if not record.decision.findings[0].get(f"{SCOPE}extends_to"):
        paragraph(
            "What it set out to examine is not filled in: unless the package holds its scope, its findings stand in no "
            "count.",
            style="flagged",
        )
    if st.button(f"Write {number(findings, 'accepted findings')}", key="desk-write", disabled=not findings):
        with failures_shown():
            written = write_rows(draft, settings)
            new, before = number(len(written.findings), "findings"), number(written.already, "findings")
            scope = ", and what it set out to examine" if written.scope else ""
            show_notice(
                "Written",
                f"{new} new{scope}; {before} stood there before. Load the package to see them in the graph: "
                f"inquiry-graph load {target}",
            )
            if written.waiting:
                show_notice(
                    "Left out", f"{number(len(written.waiting), 'paragraphs')} have two versions; choose first."
                )
