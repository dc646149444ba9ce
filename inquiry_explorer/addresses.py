"""Every page, question, record and statement has an address; these are they.

Addresses are relative, so that they hold behind a proxy that serves the app under a path.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit

from inquiry_explorer.explore.view import PAGE as EXPLORE
from inquiry_explorer.explore.view import explore_address
from inquiry_graph import model

__all__ = [
    "DATA",
    "EVIDENCE",
    "EXPLORE",
    "OVERVIEW",
    "PATTERNS",
    "QUESTIONS",
    "WORKBENCH",
    "WRONG",
    "address",
    "correction_address",
    "data_address",
    "dossier_address",
    "explore_address",
    "outside",
    "pattern_address",
    "question_address",
    "question_parameters",
    "record_address",
    "records_address",
    "reread_address",
    "workbench_address",
]

OVERVIEW = "overview"
QUESTIONS = "questions"
PATTERNS = "patterns"
EVIDENCE = "evidence"
DATA = "data"
WORKBENCH = "workbench"
WRONG = "This is wrong"  # the words of the link to `correction_address`

Parameters = Mapping[str, "str | Sequence[str]"]


def address(page: str, parameters: Parameters | None = None) -> str:
    """The address of a page, with what it is asked."""
    query = urlencode(dict(parameters or {}), doseq=True)
    path = "." if page == OVERVIEW else page
    return f"{path}?{query}" if query else path


def question_address(slug: str, values: Mapping[str, Any] | None = None) -> str:
    """A question with the values of its form."""
    return address(QUESTIONS, question_parameters(slug, values))


def question_parameters(slug: str, values: Mapping[str, Any] | None = None) -> dict[str, str | list[str]]:
    """What stands in the address of a question; an empty choice of several is written as one empty value."""
    written = {name: value for name, value in (values or {}).items() if value is not None}
    return {"q": slug, **{name: _written(value) for name, value in written.items()}}


def data_address(view: str, **asked: str) -> str:
    """A view of the page Data, with what it is asked."""
    return address(DATA, {"view": view, **asked})


def correction_address(identifier: str) -> str:
    """Where somebody says what is wrong with a record."""
    return data_address("correct", record=identifier)


def reread_address(identifier: str, **asked: str) -> str:
    """A record beside what to look at on its page."""
    return data_address("reread", record=identifier, **asked)


def pattern_address(view: str, parameters: Parameters | None = None) -> str:
    """A view of Patterns with what is chosen in it; no view is the list of them."""
    return address(PATTERNS, {**({"view": view} if view else {}), **(parameters or {})})


def record_address(identifier: str) -> str:
    """Where a record is read: in its dossier if it has one, a cited record in Evidence, anything else on the canvas."""
    kind = model.kind_of_id(identifier)
    if model.has_dossier(identifier):
        return address(EVIDENCE, {"dossier": identifier})
    if kind is not None and kind.label in model.MUST_CITE:
        return address(EVIDENCE, {"finding": identifier})
    return explore_address((identifier,))


def dossier_address(identifier: str) -> str:
    """Where the dossier of that id is read; empty for what has none."""
    return record_address(identifier) if model.has_dossier(identifier) else ""


def records_address(identifiers: Iterable[str]) -> str:
    """Where several records are read together: on the canvas if they are no cited ones."""
    listed = tuple(identifiers)
    if len(listed) == 1:
        return record_address(listed[0])
    kinds = {kind.label for each in listed if (kind := model.kind_of_id(each))}
    return address(EVIDENCE, {"finding": listed}) if kinds & model.MUST_CITE.keys() else explore_address(listed)


def workbench_address(statement: str, parameters: str = "") -> str:
    """The workbench with a statement and its parameters (JSON) in it; it does not run before somebody says so."""
    return address(WORKBENCH, {"cypher": statement, **({"parameters": parameters} if parameters else {})})


def outside(url: str | None) -> str | None:
    """The address if it is one of the web's, else None: nothing else is ever made a link."""
    if url is None:
        return None
    try:
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _written(value: Any) -> str | list[str]:
    if isinstance(value, list | tuple):
        return [str(part) for part in value] or [""]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
