"""The questions that ship: each a file in `queries/`, its header in YAML, its body plain Cypher.

The app's form, the command line's options, the documentation and the test all follow
from the header. Statements that pages and cells need, but nobody picks from a list,
lie in `queries/_app` and `queries/_library` and are fetched by `statement`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from inquiry_graph import model
from inquiry_graph.errors import CatalogueError, UnknownQuestion
from inquiry_graph.resources import shipped
from inquiry_graph.schema import Term

ParameterKind = Literal["text", "integer", "boolean", "choice", "choices"]
ColumnKind = Literal[
    "text", "texts", "term", "terms", "integer", "number", "boolean", "date", "state", "id", "ids", "url"
]
View = Literal["table", "graph", "matrix", "timeline"]

# What every question that counts returns beside its count, from the same statement.
BASE_COLUMNS = (
    "failing",
    "mixed",
    "conflicting",
    "adequate",
    "no_finding_read",
    "not_examined",
    "scope_not_known",
    "wider_places",
)
# What every question with the view `matrix` returns: one row for each cell.
MATRIX_COLUMNS = ("unit_id", "unit", "topic_id", "topic", "state", "conflicting", "counted", "findings")

# What a statement may take from the model without asking anyone: a header lists the names that its body uses.
FIXED: Mapping[str, tuple[str, ...]] = {
    "judging": tuple(term.value for term in model.OUTCOMES if term.value != "described"),
    "bases": model.SCOPES_THAT_COUNT,
    "own_pages": model.OWN_PAGES,
    "case_kinds": ("local", "operation"),  # the cases of places: a national finding is in no place's cell
    "exploitation": ("group_based_cse", "cse"),  # counted apart from child protection at large
}
THEME = "theme"  # the fixed value that is the number of the question's own theme

_HEADER = re.compile(r"\A\s*/\*\n(?P<header>.*?)\*/\s*", re.DOTALL)
_KEYS = frozenset(
    {
        *("title", "asks", "theme", "parameters", "fixed", "columns", "view", "at_least"),
        *("counts", "says", "says_if_none", "caution"),
    }
)
_PARAMETER_KEYS = frozenset({"name", "meaning", "kind", "default", "choices"})
_COLUMN_KEYS = frozenset({"name", "meaning", "kind", "choices", "shown"})
_STATES = tuple((state.value, state.words) for state in (*model.STATES, model.SCOPE_NOT_KNOWN))
_SHARED_PARAMETERS = "_library/parameters.yaml"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes.

    `choices` is the name of a statement that lists (value, words) out of the graph, or the list itself. A choice
    without a default takes the first of its list, so that a question runs on any data.
    """

    name: str
    meaning: str
    kind: ParameterKind
    default: Any
    choices: str | tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuestionColumn:
    """A column of a question's answer. Ids lead to citations and to the picture.

    A column of kind `term`, `terms` or `state` holds values of a closed list, which `words` makes readable. One that
    is not `shown` holds a base for the sentence, the same in many rows: pages leave it out, files keep it.
    """

    name: str
    meaning: str
    kind: ColumnKind
    choices: tuple[tuple[str, str], ...] = ()
    shown: bool = True

    def words(self, value: str) -> str:
        """How a value of the column's closed list reads."""
        return dict(self.choices).get(value, value)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its form, its answer's columns and its Cypher.

    `theme` is the number of its theme, None for a question across themes. `fixed` holds the values that its body
    takes from the model. `counts` is the noun for what the base columns count; `says` the sentence of the answer, a
    template that `sentences` fills in, and `says_if_none` the sentence of an answer without rows; `caution` what a
    reader must know before comparing. `at_least` rows come back on the data that ship.
    """

    slug: str
    path: Path
    title: str
    asks: str
    theme: int | None
    parameters: tuple[Parameter, ...]
    fixed: Mapping[str, Any]
    columns: tuple[QuestionColumn, ...]
    view: View
    at_least: int
    counts: str | None
    says: str
    says_if_none: str
    caution: str | None
    statement: str

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the answer's columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def slots(self) -> frozenset[str]:
        """The names of the values that the statement takes."""
        return slots(self.statement)

    def for_browser(self, values: Mapping[str, Any]) -> str:
        """The line that gives Neo4j Browser or cypher-shell these values before the statement; empty if none."""
        given = {**self.fixed, **values}
        if not given:
            return ""
        pairs = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in given.items())
        return f":params {{{', '.join(pairs)}}}"


@cache
def questions() -> tuple[Question, ...]:
    """Every question, by theme and then by title. Raises CatalogueError for a file that is not well formed."""
    folder = shipped("queries")
    found = [read_question(path) for path in sorted(folder.glob("*/*.cypher")) if not path.parent.name.startswith("_")]
    slugs = [question.slug for question in found]
    doubles = {slug for slug in slugs if slugs.count(slug) > 1}
    if doubles:
        raise CatalogueError(f"Two question files have one name: {', '.join(sorted(doubles))}. Rename one of them.")
    return tuple(sorted(found, key=lambda each: (each.theme is None, each.path.parent.name, each.title)))


def question(slug: str) -> Question:
    """The question of that name. Raises UnknownQuestion with the nearest names."""
    by_slug = {each.slug: each for each in questions()}
    if slug in by_slug:
        return by_slug[slug]
    near = get_close_matches(slug, by_slug, n=3, cutoff=0.4) or sorted(by_slug)
    raise UnknownQuestion(f"There is no question {slug!r}. Did you mean {', '.join(near)}?")


def slots(statement: str) -> frozenset[str]:
    """The names of the values that a statement of ours takes."""
    return frozenset(re.findall(r"\$(\w+)", statement))


@cache
def statement(name: str) -> str:
    """A statement of `_app` or `_library` by its path without ending, for example `_app/expand`."""
    return _text(f"{name}.cypher")


def _text(name: str) -> str:
    path = shipped("queries") / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CatalogueError(f"{path} cannot be read: {error}. Install Inquiry Graph anew.") from error


def read_question(path: Path) -> Question:
    """The question in that file. Raises CatalogueError for a file that is not well formed."""
    text = path.read_text(encoding="utf-8")
    header = _HEADER.match(text)
    if header is None:
        raise CatalogueError(f"{path} does not begin with its header, a comment that holds YAML: give it one.")
    try:
        return _question(path, yaml.safe_load(header["header"]), text[header.end() :])
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise CatalogueError(f"The header of {path} cannot be used: {error!r}. Mend it.") from error


def _question(path: Path, header: Mapping[str, Any], body: str) -> Question:
    _refuse_unknown(header, _KEYS)
    theme = header["theme"]
    read = Question(
        slug=path.stem,
        path=path,
        title=header["title"],
        asks=header["asks"],
        theme=theme,
        parameters=tuple(_parameter(entry) for entry in header.get("parameters", ())),
        fixed={name: theme if name == THEME else list(FIXED[name]) for name in header.get("fixed", ())},
        columns=tuple(_column(entry) for entry in header["columns"]),
        view=_one_of(header["view"], View),
        at_least=int(header["at_least"]),
        counts=header.get("counts"),
        says=header["says"],
        says_if_none=header["says_if_none"],
        caution=header.get("caution"),
        statement=body.strip() + "\n",
    )
    _require_every_slot(read)
    return read


def _column(entry: Mapping[str, Any]) -> QuestionColumn:
    _refuse_unknown(entry, _COLUMN_KEYS)
    kind: ColumnKind = _one_of(entry["kind"], ColumnKind)
    listed = _STATES if kind == "state" else _choices(entry.get("choices", ()))
    if isinstance(listed, str) or bool(listed) != (kind in ("term", "terms", "state")):
        raise ValueError(f"column {entry['name']!r} of kind {kind} does not fit choices {entry.get('choices')!r}")
    return QuestionColumn(entry["name"], entry["meaning"], kind, listed, bool(entry.get("shown", True)))


def _require_every_slot(read: Question) -> None:
    declared = {*read.fixed, *(parameter.name for parameter in read.parameters)}
    if declared != read.slots:
        raise ValueError(f"declared are the values {sorted(declared)}, the statement uses {sorted(read.slots)}")


def _parameter(entry: str | Mapping[str, Any]) -> Parameter:
    """A parameter of the question's own or, by its name alone, one that several questions share."""
    if isinstance(entry, str):
        entry = {"name": entry, **_shared_parameters()[entry]}
    elif "use" in entry:
        shared = _shared_parameters()[entry["use"]]
        entry = {"name": entry["use"], **shared, **{key: value for key, value in entry.items() if key != "use"}}
    _refuse_unknown(entry, _PARAMETER_KEYS)
    kind: ParameterKind = _one_of(entry["kind"], ParameterKind)
    choices = entry["choices"] if kind in ("choice", "choices") else ()
    return Parameter(entry["name"], entry["meaning"], kind, entry.get("default"), _choices(choices))


@cache
def _shared_parameters() -> Mapping[str, Mapping[str, Any]]:
    shared: Mapping[str, Mapping[str, Any]] = yaml.safe_load(_text(_SHARED_PARAMETERS))
    return shared


def _refuse_unknown(entry: Mapping[str, Any], known: frozenset[str]) -> None:
    unknown = entry.keys() - known
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)}; known are {sorted(known)}")


def _choices(declared: Any) -> str | tuple[tuple[str, str], ...]:
    """A closed list of the model is named `Label.property` or `TYPE.property`; a statement by its path."""
    if not isinstance(declared, str):
        return tuple((str(value), str(words)) for value, words in declared)
    holder, _, name = declared.partition(".")
    return tuple((term.value, term.words) for term in _terms(holder, name)) if name else declared


def _terms(holder: str, name: str) -> tuple[Term, ...]:
    if holder.isupper():
        qualifier = model.link_kind(holder).qualifier
        return qualifier.terms if qualifier and qualifier.name == name else ()
    return model.node_kind(holder).property(name).terms


def _one_of(value: Any, allowed: Any) -> Any:
    if value not in get_args(allowed):
        raise ValueError(f"{value!r} is not one of {', '.join(get_args(allowed))}")
    return value
