"""Agencies and places by the names that the package knows them by, the longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph_loader.package import Package
from inquiry_graph import model

_COUNCIL = re.compile(r"^(?P<place>.+?) (?:City |County |Borough |Metropolitan |District )*Council$")
_COUNCIL_KINDS = r"(?: (?:City|County|Borough|Metropolitan|District|Unitary|MBC|&|and))*"
_FORCE = re.compile(r"^(?P<place>.+?) (?:Police|Constabulary)$")
# Words by which a page speaks of a body that the paragraph before has named.
BODIES = re.compile(
    r"\b(?:polic(?:e|ing)|forces?|constabular(?:y|ies)|officers?|detectives?|councils?|councillors?|"
    r"local authorit(?:y|ies)|authorit(?:y|ies)|social (?:care|services?|workers?)|children['’]s services|"
    r"agenc(?:y|ies)|partners?(?:hips?)?|professionals?|services?|staff|practitioners?|prosecutors?|"
    r"prosecution service|CPS|NHS|health (?:services?|trusts?|professionals?|bod(?:y|ies)|workers?)|schools?|"
    r"teachers?|inspect(?:or|ion)s?|inspectorates?|Ofsted|HMICFRS|HMIC|boards?|institutions?|managers?|leaders?|"
    r"leadership|government|departments?|Home Office|organisations?|teams?|units?|committees?|courts?|judges?|homes?|"
    r"providers?|charit(?:y|ies)|chief constables?|ministers?|system|licensing|workers?|investigat(?:ors?|ions?)|"
    r"response|safeguarding|LSCB|MASH)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A record that a text names, and the words by which it does."""

    id: str
    words: str


class Names:
    """The names of one kind of record, found in texts."""

    def __init__(self, names: Mapping[str, str], forms: Mapping[str, str] | None = None) -> None:
        """`names` are ids by exact name; `forms` are ids by a regular expression for further ways to write one."""
        self._ids = dict(names)
        written = sorted(names, key=len, reverse=True)
        self._exact = re.compile(rf"\b(?:{'|'.join(map(re.escape, written)) or '(?!)'})\b")
        self._forms = [(re.compile(form), identifier) for form, identifier in (forms or {}).items()]

    def found(self, text: str) -> tuple[Named, ...]:
        """Each record that the text names, in the order of the text, once."""
        hits = sorted((*self._hits(text),), key=lambda hit: (hit[0], -hit[1]))
        told: dict[str, Named] = {}
        end = 0
        for start, stop, identifier in hits:
            if start >= end:
                told.setdefault(identifier, Named(identifier, text[start:stop]))
                end = stop
        return tuple(told.values())

    def _hits(self, text: str) -> Iterator[tuple[int, int, str]]:
        for found in self._exact.finditer(text):
            yield found.start(), found.end(), self._ids[found.group()]
        for form, identifier in self._forms:
            for found in form.finditer(text):
                yield found.start(), found.end(), identifier


def agencies(package: Package) -> Names:
    """The package's agencies; a council also by the longer forms of its name, a force as Police or Constabulary."""
    names: dict[str, str] = {}
    forms: dict[str, str] = {}
    for row in package.rows(model.node_kind("Agency").table):
        identifier, name = row.values["id"], row.values["name"]
        names.setdefault(name, identifier)
        council, force = _COUNCIL.match(name), _FORCE.match(name)
        if council:
            forms[rf"\b{re.escape(council['place'])}{_COUNCIL_KINDS} Council\b"] = identifier
        elif force:
            forms[rf"\b{re.escape(force['place'])} (?:Police|Constabulary)\b"] = identifier
    return Names(names, forms)


def places(package: Package) -> Names:
    """The package's places, but for whole countries, which every report names."""
    rows = (row.values for row in package.rows(model.node_kind("Location").table))
    return Names({row["name"]: row["id"] for row in rows if row.get("kind") != "country"})
