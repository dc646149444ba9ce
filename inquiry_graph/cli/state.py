"""What is there: the server, the data, the settings, and how to reach the graph with one's own tools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

import click

from inquiry_graph.cli.output import as_json, say, show_json, show_table
from inquiry_graph.database import GraphCounts, LoadRecord, ServerFacts, open_database
from inquiry_graph.local_server import LocalServer
from inquiry_graph.settings import Settings

NOT_RUNNING = "The local Neo4j is not running. Start it with `inquiry-graph start`; any question or the app does too."


@dataclass(frozen=True, slots=True)
class Access:
    """How to reach the server. `password_place` says where the password is, `address` is empty if nothing runs."""

    local: bool
    address: str
    username: str
    database: str
    password_place: str
    password: str


@click.command()
@as_json
@click.option("--settings", "only_settings", is_flag=True, help="Print all settings with the values in force.")
@click.option("--show-password", is_flag=True, help="Print the password too, which is otherwise never shown.")
def status(wants_json: bool, only_settings: bool, show_password: bool) -> None:
    """Say what is there, and how to connect to it.

    Which Neo4j answers, what its graph holds, which guards are in force, and where other tools find address, user and
    password. Nothing is started.
    """
    settings = Settings.from_environment()
    if only_settings:
        _show_settings(settings, wants_json=wants_json)
        return
    access = _access(settings)
    if not access.address:
        show_json(_as_data(access, None, None, None)) if wants_json else click.echo(NOT_RUNNING)
        return
    with open_database(settings, say) as graph:
        facts, counts, load = graph.facts(), graph.counts(), graph.last_load()
    if wants_json:
        secret = {"password": access.password} if show_password else {}
        show_json(_as_data(access, facts, counts, load) | secret)
        return
    for line in _lines(access, facts, counts, load):
        click.echo(line)
    if show_password:
        click.echo(f"password  {access.password}")


def _access(settings: Settings) -> Access:
    """Where the graph is, from the settings or from the local server's own record."""
    if settings.neo4j_uri:
        uri, name, password = settings.neo4j_uri, settings.neo4j_username, settings.neo4j_password
        return Access(False, uri, name, settings.neo4j_database, "the one in NEO4J_PASSWORD", password)
    server = LocalServer(settings)
    found, place = server.running(), f"the content of {server.state().home / 'password'}"
    if found is None:
        return Access(True, "", "", "", place, "")
    return Access(True, found.uri, found.username, found.database, place, found.password)


def _lines(access: Access, facts: ServerFacts, counts: GraphCounts, load: LoadRecord | None) -> Iterator[str]:
    whose = "local, started and stopped by inquiry-graph" if access.local else "named by NEO4J_URI"
    yield f"Neo4j {facts.version} ({facts.edition}) at {facts.address}, {whose}"
    yield _told(load)
    yield from ("", "Nodes", *_counted(counts.nodes), "", "Links", *_counted(counts.links))
    yield from ("", "Guards in force", *(f"  {guard}" for guard in facts.guards))
    yield from ("", "To connect Neo4j Desktop, Bloom, cypher-shell or a driver")
    yield f"  address   {access.address}"
    yield f"  user      {access.username}"
    yield f"  password  {access.password_place}"
    yield f"  database  {access.database}"
    yield f"  for example: cypher-shell -a {access.address} -u {access.username} -d {access.database}"
    yield "  These guards hold for Inquiry Graph; a tool that connects by itself may also write."


def _told(load: LoadRecord | None) -> str:
    if load is None:
        return "The graph holds no data yet. Load a package (inquiry-graph load), or the data that ship (serve)."
    took = _seconds(load)
    ended = "still under way, or broken off" if took is None else f"{load.result}, {took:.1f} s"
    return (
        f"Data: {load.package} {load.dataset_version}, {load.nodes:,} nodes and {load.links:,} links, "
        f"loaded {load.started} ({ended})"
    )


def _seconds(load: LoadRecord) -> float | None:
    if load.finished is None:
        return None
    return (datetime.fromisoformat(load.finished) - datetime.fromisoformat(load.started)).total_seconds()


def _counted(counts: Mapping[str, int]) -> Iterator[str]:
    longest = max(map(len, counts), default=0)
    for name, count in counts.items():
        yield f"  {name:<{longest}}  {count:>9,}"


def _as_data(
    access: Access, facts: ServerFacts | None, counts: GraphCounts | None, load: LoadRecord | None
) -> dict[str, object]:
    return {
        "running": facts is not None,
        "neo4j": {
            "address": access.address or None,
            "version": facts.version if facts else None,
            "edition": facts.edition if facts else None,
            "local": access.local,
            "user": access.username or None,
            "database": access.database or None,
            "password_is": access.password_place,
            "guards": list(facts.guards) if facts else [],
        },
        "dataset_version": load.dataset_version if load else None,
        "nodes": dict(counts.nodes) if counts else {},
        "links": dict(counts.links) if counts else {},
        "last_load": {**asdict(load), "seconds": _seconds(load)} if load else None,
    }


def _show_settings(settings: Settings, *, wants_json: bool) -> None:
    columns = ("setting", "value", "meaning")
    rows = list(settings.rows())
    if wants_json:
        show_json([dict(zip(columns, row, strict=True)) for row in rows])
    else:
        show_table(columns, rows)
