"""A dossier on the terminal, or as files with their manifests."""

from __future__ import annotations

from pathlib import Path

import click

from inquiry_graph.cli.exporting import to_folder
from inquiry_graph.cli.graph import opened
from inquiry_graph.cli.output import as_json, printable, show_rows
from inquiry_graph.dossier import dossier, material
from inquiry_graph.export import FORMATS, VIEW, export
from inquiry_graph.remaking import completed


@click.command("dossier")
@click.argument("identifier", metavar="ID")
@as_json
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([name for name in FORMATS if name != VIEW]),
    help="Write it as a file of this format, with its manifest; give it again for each further one.",
)
@to_folder
def show_dossier(identifier: str, *, wants_json: bool, formats: tuple[str, ...], folder: Path) -> None:
    """Print what is known of one subject.

    A case, agency, place, source, practice or recommendation: what was found, with its base, and the evidence by
    weight. ID is ours, as answers and the app's addresses have it: agency:south-yorkshire-police. With --format the
    dossier is written as files instead.
    """
    with opened() as graph:
        made = material(graph, dossier(graph, identifier))
        wanted = [(completed(graph, made, format_), format_) for format_ in formats]
    for whole, format_ in wanted:
        for path in export(whole, format_, folder):
            click.echo(str(path))
    if not formats:
        if not wants_json:
            click.echo(f"{made.title}\n{printable(made.sentence or '')}\n")
        show_rows(made.rows, wants_json=wants_json, wants_csv=False)
