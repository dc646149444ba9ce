"""Exports into a folder: the answer to a question, a selection, or what a statement returns."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from inquiry_graph import answers, catalogue, neighbourhood
from inquiry_graph.cli.asking import ask_of, params, typed_values
from inquiry_graph.cli.graph import opened
from inquiry_graph.cli.output import printable
from inquiry_graph.database import Database
from inquiry_graph.errors import ExportError
from inquiry_graph.export import FORMATS, Material, of_answer, of_selection, of_statement
from inquiry_graph.export import export as write
from inquiry_graph.export.frozen import ENDING
from inquiry_graph.frozen import compare, read_frozen
from inquiry_graph.remaking import completed, verify

to_folder = click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    show_default="this folder",
    help="The folder to write into; it is made if need be.",
)


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
@to_folder
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
        made = [(completed(graph, material, format_), format_) for format_ in formats]
    for whole, format_ in made:
        for path in write(whole, format_, folder):
            click.echo(str(path))


@click.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify_export(file: Path) -> None:
    """Make an export again and say whether it is identical.

    FILE is the manifest of an export, or a frozen view out of Explore. The exit code is 1 if it is different.
    """
    content = file.read_bytes()
    with opened() as graph:
        if file.name.endswith(ENDING):
            compared = compare(graph, read_frozen(content))
            identical, told = compared.identical and compared.frozen.intact, compared.sentence()
        else:
            verified = verify(graph, _manifest(file, content))
            beside = _beside(file, content)
            identical, told = verified.identical and not beside, f"{verified.sentence()}{beside}"
    click.echo(printable(told))
    if not identical:
        sys.exit(1)


def _manifest(file: Path, content: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(content)
    except ValueError as error:
        raise ExportError(f"{file} is no manifest: it is not JSON. Name a file that ends in .manifest.json.") from error
    return found if isinstance(found, dict) else {}


def _beside(file: Path, content: bytes) -> str:
    """What is to be said of the exported file beside its manifest: nothing if it is as it was made, or not there."""
    manifest = json.loads(content)
    exported = file.parent / Path(manifest["file"]).name
    if not exported.is_file():
        return ""
    if hashlib.sha256(exported.read_bytes()).hexdigest() != manifest["sha256"]:
        return " The file beside its manifest was changed after it was made."
    return ""


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
