"""Data packages and the model: check, load, diff, schema."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from graph_loader import check_package, load_package
from graph_loader.diff import diff
from graph_loader.kept import keep
from inquiry_graph.cells import number
from inquiry_graph.cli.differences import difference_lines
from inquiry_graph.cli.output import as_json, printable, say, show_json
from inquiry_graph.database import open_database
from inquiry_graph.errors import PackageError
from inquiry_graph.schema_page import schema_page
from inquiry_graph.settings import Settings

folder = click.argument("package", type=click.Path(path_type=Path))


@click.command()
@folder
@as_json
@click.pass_context
def check(context: click.Context, package: Path, wants_json: bool) -> None:
    """Print every problem of a data package.

    PACKAGE is its folder; nothing is loaded. Each problem says file, line, column and value, what is wrong and what
    would be right. The exit code is 1 if there is one.
    """
    try:
        problems = check_package(package)
    except PackageError as error:
        if not error.problems:
            raise
        problems = error.problems
    if wants_json:
        show_json({"package": str(package), "problems": [problem.to_dict() for problem in problems]})
    else:
        for problem in problems:
            click.echo(str(problem))
        say(f"{number(len(problems), 'problems')} in {package}." if problems else f"No problem in {package}.")
    context.exit(1 if problems else 0)


@click.command()
@folder
@as_json
def load(package: Path, wants_json: bool) -> None:
    """Load a data package into the graph.

    The graph then holds what the folder PACKAGE holds, no more and no less. The package is checked first; if it has
    a problem, the graph stays as it was. Loading twice changes nothing. A copy of the package is kept in the home
    folder, for the app's page of what changed.
    """
    settings = Settings.from_environment()
    with open_database(settings, say) as graph:
        record = load_package(package, graph, say)
    keep(package, settings.home)
    if wants_json:
        show_json(asdict(record))
    else:
        click.echo(
            f"Loaded {record.package} {record.dataset_version}: {record.nodes:,} nodes and {record.links:,} links."
        )


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@as_json
def diff_packages(old: Path, new: Path, wants_json: bool) -> None:
    """Compare two versions of a data package.

    OLD and NEW are their folders. Says what was added, what changed cell by cell, what was withdrawn and why, and
    what is gone without a reason. Nothing is loaded.
    """
    difference = diff(old, new)
    if wants_json:
        show_json(asdict(difference))
        return
    for line in difference_lines(difference):
        click.echo(printable(line))


@click.command()
def schema() -> None:
    """Print the model as Markdown.

    Every kind of node and link, with its properties and closed lists.
    """
    click.echo(schema_page(), nl=False)
