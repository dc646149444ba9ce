"""Exports into a folder: the answer to a question, a selection, or what a statement returns."""

from __future__ import annotations

from pathlib import Path

import click

from inquiry_graph import answers, catalogue, neighbourhood
from inquiry_graph.cli.asking import ask_of, params, typed_values
from inquiry_graph.cli.graph import opened
from inquiry_graph.database import Database
from inquiry_graph.errors import ExportError
from inquiry_graph.export import FORMATS, Material, of_answer, of_selection, of_statement
from inquiry_graph.export import export as write


@click.command()
@click.option("--question", metavar="QUESTION", help="Export the answer to this question, with its picture.")
@click.option("--id", "ids", multiple=True, metavar="ID", help="Export this node; give it again for each further one.")
@click.option("--cypher", "statement", metavar="STATEMENT", help="Export what this statement, which only reads, finds.")
@params
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    default=["csv"],
    show_default="csv",
    help="The file's format; give it again for each further one.",
)
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    show_default="this folder",
    help="The folder to write into; it is made if need be.",
)
def export(
    question: str | None,
    ids: tuple[str, ...],
    statement: str | None,
    given: tuple[str, ...],
    formats: tuple[str, ...],
    folder: Path,
) -> None:
    """Write files, each with its manifest.

    An answer, a selection or what a statement returns goes into a folder. Name what to export by exactly one of
    --question, --id and --cypher. The paths that were written are printed.
    """
    if sum(map(bool, (question, ids, statement))) != 1:
        raise click.UsageError("Name what to export by exactly one of --question, --id and --cypher.")
    with opened() as graph:
        if question:
            material = _answered(graph, question, given)
        elif statement:
            material = _stated(graph, statement, given)
        else:
            material = _selected(graph, ids)
    for format_ in formats:
        for path in write(material, format_, folder):
            click.echo(str(path))


def _answered(graph: Database, slug: str, given: tuple[str, ...]) -> Material:
    answer = ask_of(graph, catalogue.question(slug), given)
    return of_answer(answer, answers.picture(graph, answer), graph.facts(), graph.last_load())


def _stated(graph: Database, statement: str, given: tuple[str, ...]) -> Material:
    values = typed_values(given)
    rows = graph.read_typed(statement, values)
    return of_statement(statement, rows, graph.facts(), graph.last_load(), values)


def _selected(graph: Database, ids: tuple[str, ...]) -> Material:
    found = neighbourhood.among(graph, ids)
    missing = [each for each in ids if found.node(each) is None]
    if missing:
        raise ExportError(
            f"The graph holds no node {', '.join(missing)}. Ids stand in answers and in the app's address."
        )
    return of_selection(ids, found, graph.facts(), graph.last_load())
