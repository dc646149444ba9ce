"""The model as a page of Markdown: for `inquiry-graph schema`, docs/schema.md and the help beside the editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inquiry_graph import model
from inquiry_graph.schema import HeldBy, LinkKind, NodeKind, Property, State, Term, ValueKind

_KINDS = {
    ValueKind.TEXT: "text",
    ValueKind.INTEGER: "whole number",
    ValueKind.NUMBER: "number",
    ValueKind.BOOLEAN: "true or false",
    ValueKind.TERM: "one of a list",
    ValueKind.DATE: "date: 2014-08-26, 2014-08 or 2014",
    ValueKind.URL: "address",
    ValueKind.TEXTS: "list of texts",
}


def schema_page() -> str:
    """Every kind of node and link with its properties and closed lists, and the states of a cell."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The graph's model"
    yield ""
    yield "Made from `inquiry_graph/model.py` by `inquiry-graph schema`; not edited by hand."
    yield ""
    yield (
        f"Every node carries the label `{model.ENTITY}` beside its own, with `id` (stable and readable), `name`, "
        f"`search_text` (what the full-text index `{model.SEARCH_INDEX}` searches) and `{model.MARK}` (the id of the "
        f"load that wrote it). Every link carries `id` and `{model.MARK}`. Findings that are "
        f"{_or(model.FAILURE_OUTCOMES)} also carry the label `{model.FAILURE}`."
    )
    yield ""
    yield "The model has no kind for a person and no count of people: it holds institutions, places and documents."
    yield from _nodes()
    yield from _links()
    yield from _states()


def _nodes() -> Iterator[str]:
    yield from ("", "## Kinds of node")
    for kind in model.NODE_KINDS:
        yield from ("", f"### {kind.label}", "")
        yield f"{kind.meaning} Ids begin with `{kind.prefix}:`. {_file_of(kind)}"
        yield from _table(kind.properties)
        for declared in kind.properties:
            yield from _terms(declared)


def _links() -> Iterator[str]:
    yield from ("", "## Kinds of link", "", "| link | from | to | reads | and back | meaning |", _rule(6))
    for link in model.LINK_KINDS:
        cells = (f"`{link.type}`", _labels(link.starts), _labels(link.ends), link.forward, link.backward, link.meaning)
        yield _row(cells)
    yield from ("", "### Citations", "")
    cited = [f"`{link.type}`" for link in model.LINK_KINDS if link.held_by is HeldBy.CITATIONS]
    yield f"{', '.join(cited)} carry where a thing is stated. No fact stands without one."
    yield from _table(model.CITATION)
    for declared in model.CITATION:
        yield from _terms(declared)
    yield from _qualifiers(link for link in model.LINK_KINDS if link.qualifier)


def _qualifiers(links: Iterable[LinkKind]) -> Iterator[str]:
    yield from ("", "### Links with a property of their own", "", "| link | property | meaning | values |", _rule(4))
    for link in links:
        if link.qualifier:
            values = ", ".join(f"`{term.value}`" for term in link.qualifier.terms)
            yield _row((f"`{link.type}`", f"`{link.qualifier.name}`", link.qualifier.meaning, values))


def _states() -> Iterator[str]:
    yield from ("", "## States of a cell", "")
    yield (
        "A cell is a place, a force or an agency × a practice or a theme. It is in one of five states. The last line "
        "stands outside the five and outside every count with a base."
    )
    yield from ("", "| state | shown as | means |", _rule(3))
    shown: tuple[State, ...] = (*model.STATES, model.SCOPE_NOT_KNOWN)
    for state in shown:
        yield _row((f"`{state.value}`", f"{state.symbol} {state.words}", state.meaning))


def _table(properties: Iterable[Property]) -> Iterator[str]:
    yield from ("", "| property | kind | meaning |", _rule(3))
    for declared in properties:
        yield _row((f"`{declared.name}`", _kind_of(declared), declared.meaning))


def _kind_of(declared: Property) -> str:
    added = ", required" if declared.required else ""
    added += ", derived by the loader" if declared.derived else ""
    if declared.least is not None and declared.most is not None:
        added += f", {declared.least:g} to {declared.most:g}"
    return f"{_KINDS[declared.kind]}{added}"


def _terms(declared: Property) -> Iterator[str]:
    if declared.terms:
        yield from ("", f"Values of `{declared.name}`: {'; '.join(map(_term, declared.terms))}.")


def _term(term: Term) -> str:
    weight = "" if term.weight is None else f", weight {term.weight:g}"
    return f"`{term.value}` ({term.words}{weight})"


def _file_of(kind: NodeKind) -> str:
    return f"File: `{kind.table}.csv`." if kind.table else "Written by the loader; in no file."


def _labels(labels: tuple[str, ...]) -> str:
    return ", ".join(f"`{label}`" for label in labels)


def _or(values: tuple[str, ...]) -> str:
    return " or ".join(f"`{value}`" for value in values)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _rule(columns: int) -> str:
    return _row(["---"] * columns)
