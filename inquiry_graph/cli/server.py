"""The local Neo4j: start, stop, backup, restore."""

from __future__ import annotations

from pathlib import Path

import click

from inquiry_graph.cli.output import say
from inquiry_graph.errors import ServerError
from inquiry_graph.local_server import LocalServer
from inquiry_graph.settings import Settings


@click.command()
def start() -> None:
    """Start the local Neo4j.

    The first time it is fetched. The command ends when Neo4j answers; it goes on until `inquiry-graph stop`, and
    every command and the app use it.
    """
    connection = _local("To start it is its owner's business.").ensure_running(say)
    click.echo(f"Neo4j answers at {connection.uri}.")


@click.command()
def stop() -> None:
    """Stop the local Neo4j.

    The command ends when Neo4j has ended; the graph stays on disk.
    """
    was_running = _local("To stop it is its owner's business.").stop()
    click.echo("Neo4j has stopped." if was_running else "Neo4j was not running.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Write the whole graph into a file.

    FILE must not exist yet. Neo4j Community has no backup while it runs: the server is stopped for it, and started
    again if it ran.
    """
    _local("Back it up with neo4j-admin database dump, or as its operator does.").backup(file, say)
    click.echo(f"The graph is in {file}.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Do not ask whether the graph may be replaced.")
def restore(file: Path, yes: bool) -> None:
    """Replace the graph by a backup.

    FILE is what `inquiry-graph backup` wrote.
    """
    server = _local("Restore it with neo4j-admin database load, or as its operator does.")
    if not yes:
        click.confirm("This replaces the graph as it is now. Go on?", abort=True, err=True)
    server.restore(file, say)
    click.echo(f"The graph is as it was in {file}.")


def _local(instead: str) -> LocalServer:
    """The local server; refuses where NEO4J_URI names somebody else's."""
    settings = Settings.from_environment()
    if settings.neo4j_uri:
        raise ServerError(
            f"NEO4J_URI is set, and Neo4j at {settings.neo4j_uri} is not ours to manage. {instead} "
            "For the local server, unset NEO4J_URI."
        )
    return LocalServer(settings)
