"""The sources behind an export, for a reference manager (BibTeX, RIS) and as text, each with the places cited."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urldefrag

from inquiry_graph import model
from inquiry_graph.errors import ExportError
from inquiry_graph.export.material import Material, is_citation
from inquiry_graph.subgraph import Link, Node, Subgraph

WITHHELD = "address withheld, since it would name a person or a case"
_KINDS = {term.value: term.words for term in model.SOURCE_KINDS}
_SEEN_IN = {term.value: term.words.lower() for term in model.SEEN_IN}
_NEARNESS = {term.value: term.weight or 0 for term in model.SEEN_IN}
_PUBLISHED = "PUBLISHED_BY"
# What the two formats call our kinds of source; all others are reports.
_BIBTEX = {"news": "misc", "statement": "misc", "record": "misc", "statistic": "misc"}
_RIS = {"news": "NEWS", "parliamentary_report": "GOVDOC", "government_response": "GOVDOC", "statistic": "STAT",
        "statement": "GEN", "record": "GEN"}  # fmt: skip
_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "&%$#_{}"
}


_ADDRESS = ":/?#[]@!$&'()*+,;=%~"  # what an address may hold; braces and backslashes are LaTeX's


@dataclass(frozen=True, slots=True)
class Reference:
    """A source, who published it, and the places of it that are cited, each once."""

    source: Node
    publishers: tuple[str, ...]
    places: tuple[Link, ...]

    @property
    def author(self) -> str:
        """The bodies that published it."""
        return "; ".join(self.publishers)

    @property
    def published(self) -> str:
        """Day, month or year of publication; empty if not known."""
        return str(self.source.properties.get("published") or "")

    @property
    def kind(self) -> str:
        """The value of its kind in the model's list."""
        return str(self.source.properties.get("kind") or "")

    @property
    def address(self) -> str:
        """Where it was read, on its own pages if it was; without the place, and empty if no address is known."""
        nearest = sorted(self.places, key=lambda each: -_NEARNESS.get(_property(each, "seen_in"), 0))
        return next((urldefrag(url).url for each in nearest if (url := _property(each, "url"))), "")

    @property
    def accessed(self) -> str:
        """The last day on which a place of it was read."""
        return max((_property(each, "accessed") for each in self.places), default="")


def references(subgraph: Subgraph) -> tuple[Reference, ...]:
    """Every source that is there, in the order of their names."""
    names = {node.id: node.name for node in subgraph.nodes}
    sources = sorted((node for node in subgraph.nodes if node.kind == "Source"), key=lambda node: (node.name, node.id))
    return tuple(_reference(source, subgraph, names) for source in sources)


def write_bibtex(material: Material, created: datetime) -> bytes:
    """An entry for each source, for LaTeX and reference managers."""
    entries = (_bibtex(each) for each in _of(material))
    return _joined(f"% {_head(material, created)}", entries)


def write_ris(material: Material, created: datetime) -> bytes:  # noqa: ARG001 - as every format is written
    """An entry for each source, as EndNote, Zotero and Mendeley read it; RIS has no room for a comment."""
    return "".join(f"{_ris(each)}\r\n" for each in _of(material)).encode()


def write_text(material: Material, created: datetime) -> bytes:
    """A paragraph for each source, to be pasted into a report."""
    return _joined(_head(material, created), (_text(each) for each in _of(material)))


def reference_texts(subgraph: Subgraph) -> Iterator[str]:
    """The same paragraphs, one for each source that is there."""
    return (_text(each) for each in references(subgraph))


def _of(material: Material) -> tuple[Reference, ...]:
    found = references(material.subgraph | material.cited)
    if not found:
        raise ExportError("No source is cited by what is exported. Add findings or sources to it.")
    return found


def _reference(source: Node, subgraph: Subgraph, names: dict[str, str]) -> Reference:
    publishers = sorted({names[e.end] for e in subgraph.links if e.kind == _PUBLISHED and e.start == source.id})
    places: dict[tuple[str, str], Link] = {}
    for link in subgraph.links:
        if link.end == source.id and is_citation(link):
            places.setdefault((_property(link, "locator"), _property(link, "quotation")), link)
    return Reference(source, tuple(publishers), tuple(places[each] for each in sorted(places)))


def _bibtex(of: Reference) -> str:
    year, _, rest = of.published.partition("-")
    fields = {
        "title": f"{{{_latex(of.source.name)}}}",
        "author": " and ".join(f"{{{_latex(name)}}}" for name in of.publishers),
        "institution": _latex(of.author),
        "type": _latex(_KINDS.get(of.kind, "")),
        "year": year,
        "month": rest[:2],
        "url": quote(_plain(of.address), safe=_ADDRESS),
        "urldate": of.accessed,
        "note": _latex("; ".join(_places(of))),
    }
    key = re.sub(r"[^A-Za-z0-9-]", "-", of.source.id.partition(":")[2] or of.source.id)
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{_BIBTEX.get(of.kind, 'techreport')}{{{key},\n{body}\n}}"


def _ris(of: Reference) -> str:
    lines = [("TY", _RIS.get(of.kind, "RPRT")), ("TI", of.source.name)]
    lines += [(tag, name) for name in of.publishers for tag in ("AU", "PB")]
    lines += [("PY", of.published[:4]), ("DA", of.published.replace("-", "/")), ("M3", _KINDS.get(of.kind, ""))]
    lines += [("UR", of.address), ("Y2", of.accessed.replace("-", "/")), *(("N1", place) for place in _places(of))]
    lines += [("ID", of.source.id)]
    return "".join(f"{tag}  - {_plain(value)}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _text(of: Reference) -> str:
    told = f"{of.author or 'Publisher not known'} ({of.published or 'no date'}). {of.source.name}."
    kind = f" {_KINDS[of.kind]}." if of.kind in _KINDS else ""
    address = f" {of.address} (read {of.accessed})." if of.address else ""
    return _plain(told + kind + address) + "".join(f"\n    {_plain(place)}" for place in _places(of))


def _places(of: Reference) -> Iterator[str]:
    for link in of.places:
        withheld = "" if link.properties.get("url") else f"; {WITHHELD}"
        seen = _SEEN_IN.get(_property(link, "seen_in"), _property(link, "seen_in"))
        yield f"{_property(link, 'locator')}: “{_property(link, 'quotation')}” (seen in: {seen}{withheld})"


def _head(material: Material, created: datetime) -> str:
    day = f"{created.day} {created:%B %Y}"
    return _plain(f"Sources of: {material.title}. Data version {material.dataset_version}. {day}. Inquiry Graph.")


def _joined(head: str, entries: Iterable[str]) -> bytes:
    return ("\n\n".join([head, *entries]) + "\n").encode()


def _latex(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in _plain(text))


def _plain(text: str) -> str:
    """One line without a sign that steers a screen or a parser."""
    return "".join(sign for sign in " ".join(text.split()) if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))


def _property(link: Link, name: str) -> str:
    return str(link.properties.get(name) or "")
