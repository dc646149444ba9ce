"""The one filter of Explore: it drives canvas, legend, table and counts alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from inquiry_explorer.explore.view import View
from inquiry_explorer.facts import is_citation, term_words
from inquiry_explorer.scenes import CITED, JOINED
from inquiry_graph import model
from inquiry_graph.export.legend import node_properties
from inquiry_graph.schema import Term
from inquiry_graph.subgraph import Link, Node, Subgraph

KIND, LINKS = "kind", "links"
NOT_STATED = ""  # the value of what could have one and has none
_LINK_TERMS = (Term(JOINED, "Links"), Term(CITED, "Citations"))
_KIND_TERMS = tuple(Term(kind.label, kind.plural) for kind in model.NODE_KINDS)


@dataclass(frozen=True, slots=True)
class Facet:
    """A property by which one may filter, and its values in the model's order. `name` is the property's."""

    name: str
    words: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet, and how many nodes (or links) have it once all other facets have had their say."""

    value: str
    words: str
    count: int


FACETS = (
    Facet(KIND, "Kind", _KIND_TERMS),
    Facet("outcome", "Outcome of findings", model.OUTCOMES),
    Facet("subject", "Subject", model.SUBJECTS),
    Facet("reach", "Reach of findings", model.REACHES),
    Facet(LINKS, "Links", _LINK_TERMS),
)


def filtered(subgraph: Subgraph, view: View) -> Subgraph:
    """What is left once what is hidden is gone and every facet has had its say."""
    return _passing(subgraph.without(view.hidden), view)


def options(subgraph: Subgraph, view: View) -> dict[Facet, tuple[Option, ...]]:
    """The facets that tell something about these nodes, each with the values that occur or are filtered by."""
    in_sight = subgraph.without(view.hidden)
    found = {facet: tuple(_options(facet, in_sight, view)) for facet in FACETS}
    return {facet: values for facet, values in found.items() if values}


def chosen(view: View, facet: str) -> tuple[list[str], list[str]]:
    """The values of the facet that are chosen, and those that are left out."""
    return [value for name, value in view.only if name == facet], [v for name, v in view.without if name == facet]


def value_words(facet: str, value: str) -> str:
    """The words for a value of a facet."""
    if value == NOT_STATED:
        return "Not stated"
    return next((term_words(each.terms, value) for each in FACETS if each.name == facet), value)


def facet_words(name: str) -> str:
    """What the facet is called."""
    return next((facet.words for facet in FACETS if facet.name == name), name)


def toggled(view: View, kind: str) -> View:
    """The view with that line of the legend switched: left out if it was shown, and back if it was not."""
    facet = LINKS if kind in (CITED, JOINED) else KIND
    only, without = chosen(view, facet)
    if kind in without:
        return view.filtering(facet, only, [each for each in without if each != kind])
    if only and kind not in only:
        return view.filtering(facet, [*only, kind], without)
    return view.filtering(facet, [each for each in only if each != kind], [*without, kind])


def passes(view: View, facet: str, value: str | None) -> bool:
    """Whether that value of the facet is let through; None is the value of what the facet says nothing about."""
    only, without = chosen(view, facet)
    return value is None or ((not only or value in only) and value not in without)


def _passing(subgraph: Subgraph, view: View, but: str = "") -> Subgraph:
    """What every facet lets through, `but` that one, which is not asked."""
    asked = [facet for facet in FACETS if facet.name != but]
    nodes = (n for n in subgraph.nodes if all(passes(view, each.name, _of_node(n, each.name)) for each in asked))
    links = (e for e in subgraph.links if all(passes(view, each.name, _of_link(e, each.name)) for each in asked))
    return Subgraph.of(nodes, links)


def _options(facet: Facet, subgraph: Subgraph, view: View) -> Iterator[Option]:
    left = _passing(subgraph, view, facet.name)
    values = [_of_node(node, facet.name) for node in left.nodes] + [_of_link(link, facet.name) for link in left.links]
    counts = Counter(value for value in values if value is not None)
    asked = {*chosen(view, facet.name)[0], *chosen(view, facet.name)[1]}
    order = [term.value for term in facet.terms] + [NOT_STATED]
    known = [value for value in order if value in counts or value in asked]
    for value in [*known, *sorted(counts.keys() - set(order))]:
        yield Option(value, value_words(facet.name, value), counts[value])


def _of_node(node: Node, facet: str) -> str | None:
    if facet == KIND:
        return node.kind
    if not any(each.name == facet for each in node_properties(node.kind)):
        return None
    return str(node.properties.get(facet) or NOT_STATED)


def _of_link(link: Link, facet: str) -> str | None:
    if facet != LINKS:
        return None
    return CITED if is_citation(link) else JOINED
