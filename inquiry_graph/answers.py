"""From a question and its parameters to an answer: rows, one sentence, and the records behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from inquiry_graph import model
from inquiry_graph.catalogue import FIXED, THEME, Parameter, Question, slots, statement
from inquiry_graph.cells import MOST_CELLS
from inquiry_graph.database import Database
from inquiry_graph.errors import ParameterError
from inquiry_graph.sentences import Given, sentence
from inquiry_graph.subgraph import Rows, Subgraph

MOST_CHOICES = 100_000
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a parameter may take, and how it reads."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question came to, with these values.

    `sentence` says it in one sentence with figure and base. `records` are the ids of all findings, recommendations,
    events and other cited records in the rows, once each, in order.
    """

    question: Question
    values: Mapping[str, Any]
    rows: Rows
    sentence: str
    records: tuple[str, ...]


def choices(
    database: Database, parameter: Parameter, question: Question | None = None, chosen: Mapping[str, Any] | None = None
) -> tuple[Choice, ...]:
    """What the parameter may be: its closed list, or what the graph holds.

    With the question, choices are narrowed to its theme; with the values already chosen for other parameters, to
    what fits them.
    """
    if not isinstance(parameter.choices, str):
        return tuple(Choice(value, words) for value, words in parameter.choices)
    text = statement(parameter.choices)
    known = {**FIXED, THEME: question.theme if question else None, **(chosen or {})}
    rows = database.read(text, {name: known.get(name) for name in slots(text)}, row_limit=MOST_CHOICES)
    return tuple(Choice(row["value"], row["words"]) for row in rows)


def defaults(database: Database, question: Question) -> dict[str, Any]:
    """The value of each parameter with which the question is first asked; None where the graph offers nothing."""
    return {name: given.value for name, given in _settle(database, question, {}).items()}


def values_of(question: Question, given: Mapping[str, str | Sequence[str]]) -> dict[str, Any]:
    """Values as people type them or an address carries them, of the kind that each parameter is.

    Raises ParameterError. Whether the graph offers a choice is seen when the question is asked.
    """
    return {name: _of_text(_parameter(question, name), text) for name, text in given.items()}


def ask(database: Database, question: Question, values: Mapping[str, Any] | None = None) -> Answer:
    """Ask as the reader. Values that are not given take their defaults; a choice may also be given by its words.

    Raises ParameterError, and what `Database.read` raises.
    """
    settled = _settle(database, question, values or {})
    plain = {name: given.value for name, given in settled.items()}
    limit = MOST_CELLS if question.counts else None  # a count of cells that were cut off would be wrong
    rows = database.read(question.statement, {**question.fixed, **plain}, row_limit=limit)
    return Answer(question, plain, rows, sentence(question, settled, rows), tuple(_records(question, rows)))


def picture(database: Database, answer: Answer, most: int | None = None) -> Subgraph:
    """The answer's records with all that they point to; of an answer without records, what its ids name.

    Of a longer answer only the first `most` are taken; None takes all.
    """
    ids = answer.records or tuple(dict.fromkeys(_ids(answer.question, answer.rows)))
    return database.read(statement("_app/around_records"), {"ids": list(ids[:most])}, row_limit=MOST_CELLS).subgraph()


def _parameter(question: Question, name: str) -> Parameter:
    by_name = {parameter.name: parameter for parameter in question.parameters}
    if name in by_name:
        return by_name[name]
    if not by_name:
        raise ParameterError(f"The question {question.slug} takes no parameters: leave out {name!r}.")
    near = get_close_matches(name, by_name, n=1, cutoff=0.4) or list(by_name)
    raise ParameterError(f"The question {question.slug} has no parameter {name!r}. Did you mean {' or '.join(near)}?")


def _settle(database: Database, question: Question, values: Mapping[str, Any]) -> dict[str, Given]:
    """A value for each parameter in the order of the form, so that each choice narrows the next."""
    for name in values:
        _parameter(question, name)
    settled: dict[str, Given] = {}
    for parameter in question.parameters:
        chosen = {name: given.value for name, given in settled.items()}
        settled[parameter.name] = _one_settled(database, question, parameter, values.get(parameter.name), chosen)
    return settled


def _one_settled(
    database: Database, question: Question, parameter: Parameter, value: Any, chosen: Mapping[str, Any]
) -> Given:
    if parameter.kind not in ("choice", "choices"):
        plain = parameter.default if value is None else _of_kind(parameter, value)
        return Given(plain, "" if plain is None else str(plain))
    offered = choices(database, parameter, question, chosen)
    if value is None:
        value = _first_choice(parameter, offered)
    if value is None:  # the graph offers nothing to choose from
        return Given(None, "nothing")
    if parameter.kind == "choice":
        found = _offered(parameter, offered, value)
        return Given(found.value, found.words)
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise ParameterError(f"{parameter.name} is {value!r}: give a list of values.")
    several = [_offered(parameter, offered, each) for each in value]
    if not several and offered:
        raise ParameterError(f"{parameter.name} is empty: choose at least one of {_listed(offered)}.")
    return Given([choice.value for choice in several], ", ".join(choice.words for choice in several))


def _first_choice(parameter: Parameter, offered: Sequence[Choice]) -> Any:
    if parameter.kind == "choices":
        return parameter.default if parameter.default is not None else [choice.value for choice in offered]
    if parameter.default in {choice.value for choice in offered}:
        return parameter.default
    return offered[0].value if offered else None


def _offered(parameter: Parameter, offered: Sequence[Choice], value: Any) -> Choice:
    """The choice with that value or, written out, those words."""
    if not isinstance(value, str):
        raise ParameterError(f"{parameter.name} is {value!r}: give a text.")
    wanted = value.strip().casefold()
    for choice in offered:
        if value == choice.value or wanted in (choice.value.casefold(), choice.words.casefold()):
            return choice
    raise ParameterError(f"{parameter.name} cannot be {value!r}: choose {_near(value, offered)}.")


def _near(value: str, offered: Sequence[Choice]) -> str:
    names = {name: choice for choice in offered for name in (choice.value, choice.words.casefold())}
    near = [names[name] for name in get_close_matches(value.casefold(), names, n=3, cutoff=0.5)]
    return _listed(tuple(dict.fromkeys(near)) or offered)


def _listed(offered: Sequence[Choice], most: int = 8) -> str:
    if not offered:
        return "nothing: the graph holds no such thing yet"
    shown = " or ".join(f"{choice.value} ({choice.words})" for choice in offered[:most])
    return shown if len(offered) <= most else f"{shown}, or one of {len(offered) - most} more"


def _of_text(parameter: Parameter, text: str | Sequence[str]) -> Any:
    if parameter.kind == "choices":
        parts = text.split(",") if isinstance(text, str) else text
        return [part.strip() for part in parts if part.strip()]
    if not isinstance(text, str):
        if len(text) != 1:
            raise ParameterError(f"{parameter.name} was given {len(text)} times: give it once.")
        (text,) = text
    if parameter.kind == "integer":
        try:
            return int(text)
        except ValueError as error:
            raise ParameterError(f"{parameter.name} is {text!r}: give a whole number, for example 2010.") from error
    if parameter.kind == "boolean":
        if text.strip().casefold() not in _TRUTHS:
            raise ParameterError(f"{parameter.name} is {text!r}: give true or false.")
        return _TRUTHS[text.strip().casefold()]
    return text


def _of_kind(parameter: Parameter, value: Any) -> Any:
    wanted = {"text": str, "integer": int, "boolean": bool}[parameter.kind]
    if type(value) is not wanted:
        article = {"text": "a text", "integer": "a whole number", "boolean": "true or false"}[parameter.kind]
        raise ParameterError(f"{parameter.name} is {value!r}: give {article}.")
    return value


def _records(question: Question, rows: Rows) -> Iterable[str]:
    """The ids of records that must be cited, once each."""
    ids = dict.fromkeys(_ids(question, rows))
    return (each for each in ids if (kind := model.kind_of_id(each)) and kind.label in model.MUST_CITE)


def _ids(question: Question, rows: Rows) -> Iterable[str]:
    places = [(place, column.kind) for place, column in enumerate(question.columns) if column.kind in ("id", "ids")]
    for row in rows.rows:
        for place, kind in places:
            held = row[place] if kind == "ids" else [row[place]]
            yield from (str(each) for each in held or () if each)
