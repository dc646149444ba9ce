"""The page of methods: how every figure of Patterns is made, with formula, source, limits and a worked example."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import streamlit as st

from inquiry_explorer.addresses import pattern_address
from inquiry_explorer.prose import items, paragraph, title
from inquiry_explorer.tables import Linked
from inquiry_graph.errors import AddressError
from inquiry_graph.resources import shipped

TITLE = "How it is counted"
ASKS = "By which rules, formulas and sources is each figure made, what can it not say, and how is it checked by hand?"
COUNTS = "Counts and their bounds"
# The part of the page that says how a view counts; what is not named here counts cells.
PARTS: Mapping[str, str] = {
    "cooccurrence": "Which failings go together",
    "similarity": "Which cases are alike",
    "time": "Change over time",
    "returns": "Found again on return",
    "gaps": "What was not looked at",
    "headlines": "The Overview's sentences",
}


def counted(view: str) -> Linked:
    """The link from a view to the part that says how it counts."""
    return Linked("How this is counted", _address(PARTS.get(view, COUNTS)))


def show() -> None:
    """Draw the page, or the part that the address names."""
    part, held = st.query_params.get("part"), parts()
    headings = [each for each in held if each]
    if part is None:
        title(TITLE, trail=(Linked("Patterns", pattern_address("")),))
        _show_text(held[""])
        items((Linked(each, _address(each)), "") for each in headings)
        return
    slugs = [slug(each) for each in headings]
    if part not in slugs:
        raise AddressError(f"The page of methods has no part {part!r}. It has {', '.join(slugs)}.")
    place = slugs.index(part)
    title(headings[place], trail=(Linked("Patterns", pattern_address("")), Linked(TITLE, pattern_address("methods"))))
    _show_text(held[headings[place]])
    for after in headings[place + 1 : place + 2]:
        paragraph("Next: ", Linked(after, _address(after)))


def _show_text(text: str) -> None:
    with st.container(key="methods"):
        st.markdown(text)


@cache
def parts() -> dict[str, str]:
    """The text by its headings, what stands before the first under an empty one: Markdown of ours, without HTML."""
    text = shipped("docs/methods.md").read_text(encoding="utf-8")
    first, *rest = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {"": first.partition("\n")[2], **dict(zip(rest[::2], rest[1::2], strict=True))}


def slug(heading: str) -> str:
    """A heading as an address has it."""
    return re.sub(r"[^a-z]+", "-", heading.lower()).strip("-")


def _address(heading: str) -> str:
    return pattern_address("methods", {"part": slug(heading)})
