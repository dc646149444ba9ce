"""Asking: the questions that ship, and statements of one's own."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import click

from inquiry_graph import answers, catalogue
from inquiry_graph.catalogue import Parameter, Question
from inquiry_graph.cli.graph import opened
from inquiry_graph.cli.output import as_json, printable, show_json, show_rows, show_table
from inquiry_graph.database import Database
from inquiry_graph.errors import LoadError, ParameterError

as_csv = click.option("--csv", "wants_csv", is_flag=True, help="Print CSV, with every cell whole.")
params = click.option(
    "--param",
    "-p",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter's value; give the option once for each parameter, and again for each of several choices.",
)


@click.command()
@click.argument("slug", metavar="QUESTION", required=False)
@as_json
def questions(slug: str | None, wants_json: bool) -> None:
    """List the questions that ship, or describe one.

    With QUESTION: what it asks, its parameters with their choices, and the columns of its answer.
    """
    if slug:
        _describe(catalogue.question(slug), wants_json=wants_json)
    elif wants_json:
        show_json([_summary(question) for question in catalogue.questions()])
    else:
        rows = [(question.slug, question.theme, question.title) for question in catalogue.questions()]
        show_table(("question", "theme", "title"), rows)


@click.command()
@click.argument("question")
@params
@as_json
@as_csv
def ask(question: str, given: tuple[str, ...], wants_json: bool, wants_csv: bool) -> None:
    """Ask a question and print its answer.

    QUESTION is one of those that `inquiry-graph questions` lists. A parameter that is not given takes its default;
    `inquiry-graph questions QUESTION` shows parameters and choices.
    """
    asked = catalogue.question(question)
    with opened() as graph:
        answer = ask_of(graph, asked, given)
    if not (wants_json or wants_csv):
        click.echo(f"{asked.title}\n{printable(answer.sentence)}\n")
    show_rows(answer.rows, wants_json=wants_json, wants_csv=wants_csv)
    if asked.caution:
        click.echo(f"\n{asked.caution}", err=wants_json or wants_csv)


@click.command()
@click.argument("statement")
@params
@as_json
@as_csv
def cypher(statement: str, given: tuple[str, ...], wants_json: bool, wants_csv: bool) -> None:
    """Run a Cypher statement that only reads.

    Its rows are printed. A STATEMENT that is - is read from standard input. A value of --param is read as JSON
    where it is JSON, and as text otherwise.
    """
    text = sys.stdin.read() if statement == "-" else statement
    with opened() as graph:
        rows = graph.read_typed(text, typed_values(given))
    show_rows(rows, wants_json=wants_json, wants_csv=wants_csv)


def ask_of(graph: Database, question: Question, given: Iterable[str]) -> answers.Answer:
    """The answer, with the values as a person typed them. Raises LoadError if the graph holds no data."""
    values = answers.values_of(question, values_given(given))
    if graph.last_load() is None:
        raise LoadError("This Neo4j holds none of our data yet. Load a package: inquiry-graph load PACKAGE.")
    return answers.ask(graph, question, values)


def values_given(given: Iterable[str]) -> Mapping[str, str | list[str]]:
    """Text by name; a list where a name was given more than once."""
    found: dict[str, list[str]] = defaultdict(list)
    for pair in given:
        name, equals, value = pair.partition("=")
        if not (name and equals):
            raise ParameterError(f"--param {pair} has no name or no value: write --param NAME=VALUE.")
        found[name].append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def typed_values(given: Iterable[str]) -> dict[str, Any]:
    """Values of a typed statement: JSON where it is JSON, else text; a list where a name was given more than once."""
    return {
        name: [_from_json(value) for value in values] if isinstance(values, list) else _from_json(values)
        for name, values in values_given(given).items()
    }


def _from_json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _describe(question: Question, *, wants_json: bool) -> None:
    choices = _choices(question)
    if wants_json:
        show_json(_summary(question) | _form(question, choices))
        return
    click.echo(f"{question.title}\n{question.asks}")
    if question.caution:
        click.echo(question.caution)
    for parameter in question.parameters:
        click.echo(f"\n--param {parameter.name}=…  {parameter.meaning} ({_kind(parameter)})")
        if choices[parameter.name]:
            show_table(("value", "words"), [(choice.value, choice.words) for choice in choices[parameter.name]])
    click.echo("\nThe answer's columns:")
    show_table(("column", "meaning"), [(column.name, column.meaning) for column in question.columns])


def _choices(question: Question) -> Mapping[str, tuple[answers.Choice, ...]]:
    """Choices by parameter; a graph is opened only if the question takes a parameter."""
    if not question.parameters:
        return {}
    with opened() as graph:
        return {parameter.name: answers.choices(graph, parameter, question) for parameter in question.parameters}


def _kind(parameter: Parameter) -> str:
    default = "" if parameter.default is None else f", {parameter.default} if not given"
    return f"{parameter.kind}{default}"


def _summary(question: Question) -> dict[str, Any]:
    return {"question": question.slug, "theme": question.theme, "title": question.title, "asks": question.asks}


def _form(question: Question, choices: Mapping[str, tuple[answers.Choice, ...]]) -> dict[str, Any]:
    return {
        "caution": question.caution,
        "parameters": [
            {
                "name": parameter.name,
                "meaning": parameter.meaning,
                "kind": parameter.kind,
                "default": parameter.default,
                "choices": [{"value": each.value, "words": each.words} for each in choices[parameter.name]],
            }
            for parameter in question.parameters
        ],
        "columns": [{"name": each.name, "meaning": each.meaning, "kind": each.kind} for each in question.columns],
    }
