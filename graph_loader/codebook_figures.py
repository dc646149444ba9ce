"""The figures of the codebook: the scale of weights, what is filled, how much there is, how far two codings agree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph_loader.assertions import filled
from graph_loader.derive import citation_weight
from graph_loader.package import AGREEMENT, Package
from graph_loader.second_coding import published_text
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.schema import Property, Term

_NOT_OF_THE_PAGE = ("corrected_on",)  # may be empty, and says nothing of what the page says
_OVERALL = ("practice", "theme", "outcome", "subject")
_MOST_RATES = 6  # base rates that one cell of a table can hold
_WEIGHTS = """## How much a citation weighs

The weight of the kind of source times the weight of where it was read, from 0 to 1. Of several citations of one \
finding the weightiest stands first. A weight orders citations; it is no probability, and nothing is counted by it.
"""
_FILLED = """## What is filled

These columns of a finding are filled only where the page says so. An empty one means that the page read does not \
say, never that the answer is no.
"""
_COUNTS = """## How much there is

Counts of rows compare nothing: they say how much was read and coded, not how often something happened, and places, \
forces and agencies were read unequally. What may be compared is the cell, counted once, with its base.
"""
_NO_AGREEMENT = """## Agreement of two codings

No second coding is published with this package, so how far two coders would agree is not known. A human second \
coding is asked for: `python -m graph_loader.agreement draw` writes the sheet.
"""
_AGREEMENT = """## Agreement of two codings

{findings} findings of {sources} sources were coded a second time (coder: {coders}; {coded_on}), blind to the first \
coding, from the summary, the quotations, the body as written and the kind of source. The summary is the first \
coder's wording, so this is agreement on the sheet, not on the page.{who}

Two passes of one coder, or of language models of one kind, show repeatability, not independent agreement. A human \
second coding is asked for: `python -m graph_loader.agreement draw` writes the sheet.

Kappa is Cohen's (1960): 1 is full agreement, 0 what chance would reach with the same base rates. The interval holds \
the middle {level:.0%} of {draws:,} draws of whole sources with replacement. A row that was corrected after the \
comparison counts as it was first coded. A practice stands here, against all others, if either coding gives it to ten \
findings or more.
"""


def figures(package: Package) -> Iterator[str]:
    """Each section, as Markdown."""
    yield _weights()
    yield _filled(package)
    yield _counts(package)
    yield _agreement(package)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; a bar inside a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"


def _weights() -> str:
    seen_in = _seen_in().terms
    rows = [
        [kind.words, *(citation_weight(kind.value, seen.value) for seen in seen_in)]
        for kind in model.node_kind("Source").property("kind").terms
    ]
    return f"{_WEIGHTS}\n{table(['Kind of source', *(seen.words for seen in seen_in)], rows)}"


def _filled(package: Package) -> str:
    total, found = filled(package)
    rows = [
        (f"`{column.name}`", column.meaning, _of(found[column.name], total))
        for column in model.columns(model.node_kind("Finding"))
        if not column.required and column.name not in _NOT_OF_THE_PAGE
    ]
    return f"{_FILLED}\n{table(('Column', 'What it says', 'Filled in'), rows)}"


def _counts(package: Package) -> str:
    finding = model.node_kind("Finding")
    kinds = [(kind.plural, sum(1 for _ in package.rows(kind.table))) for kind in model.table_kinds()]
    parts = [_COUNTS, table(("Kind of record", "Rows"), kinds)]
    for title, name in (("Outcome of the finding", "outcome"), ("Subject of the finding", "subject")):
        parts.append(_by_term(title, "Findings", finding.property(name).terms, package, finding.table, name))
    parts.append(_by_term("Where we read it", "Citations", _seen_in().terms, package, model.CITATIONS_TABLE, "seen_in"))
    return "\n".join(parts)


def _by_term(title: str, what: str, terms: Sequence[Term], package: Package, of: str, name: str) -> str:
    found = Counter(row.values.get(name, "") for row in package.rows(of))
    return table((title, what), [(term.words, found[term.value]) for term in terms])


def _agreement(package: Package) -> str:
    text = published_text(package)
    if text is None:
        return _NO_AGREEMENT
    published = json.loads(text)
    words = _words(package)
    who = package.descriptor.get("coding", "")
    introduction = _AGREEMENT.format(
        findings=published["findings"],
        sources=published["sources"],
        coders=", ".join(published["coders"]),
        coded_on=", ".join(published["coded_on"]),
        who=f" {who}" if who else "",
        level=published["interval"]["level"],
        draws=published["interval"]["draws"],
    )
    head = ("What", "Kappa", "Interval", "n", "Observed", "Base rates: first, second coding")
    rows = [_measure(f"**{name.capitalize()}**", published["measures"][name], words) for name in _OVERALL]
    practices = published["practices"]
    rows += [_measure(words[each], practices[each], {each: "this one"}) for each in words if each in practices]
    return f"{introduction}\n{table(head, rows)}"


def _measure(name: str, measured: Mapping[str, Any], words: Mapping[str, str]) -> tuple[object, ...]:
    value, low, high = (measured[key] for key in ("kappa", "low", "high"))
    kappa = "not defined: one value throughout" if value is None else f"{value:.2f}"
    between = "none" if low is None else f"{low:.2f} to {high:.2f}"
    if measured["undefined_draws"]:
        between += f" ({number(measured['undefined_draws'], 'draws')} without a kappa)"
    return name, kappa, between, measured["n"], f"{measured['observed']:.0%}", _base_rates(measured, words)


def _base_rates(measured: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """Each value's share in both codings, where they are few enough to be read."""
    first, second = measured["first"], measured["second"]
    held = [value for value in words if value in first or value in second]
    if len(held) > _MOST_RATES:
        return f"{len(held)} values, in `{AGREEMENT}`"
    return "; ".join(f"{words[value]} {first.get(value, 0):.0%}, {second.get(value, 0):.0%}" for value in held)


def _words(package: Package) -> dict[str, str]:
    """How outcomes, subjects, themes and practices read, by value or id, in their order."""
    finding = model.node_kind("Finding")
    found = {term.value: term.words for name in ("outcome", "subject") for term in finding.property(name).terms}
    for label in ("Theme", "Practice"):
        rows = package.rows(model.node_kind(label).table)
        found |= {row.values["id"]: row.values["name"] for row in rows}
    return found


def _seen_in() -> Property:
    return next(declared for declared in model.CITATION if declared.name == "seen_in")


def _of(filled_in: int, total: int) -> str:
    if not total:
        return "no finding yet"
    share = "under 1%" if 0 < filled_in < total / 100 else f"{filled_in / total:.0%}"
    return f"{filled_in} of {total} ({share})"
