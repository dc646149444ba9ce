"""The command `inquiry-graph`: each of its commands parses options and calls the library.

Results go to standard output, progress and errors to standard error.
"""

from __future__ import annotations

import click

from inquiry_graph.cli.asking import ask, cypher, questions
from inquiry_graph.cli.desk import intake
from inquiry_graph.cli.dossiers import show_dossier
from inquiry_graph.cli.exporting import export, verify_export
from inquiry_graph.cli.output import Commands
from inquiry_graph.cli.packages import check, diff_packages, load, schema
from inquiry_graph.cli.patterns import patterns
from inquiry_graph.cli.quality import show_quality
from inquiry_graph.cli.rereading import reread
from inquiry_graph.cli.server import backup, restore, start, stop
from inquiry_graph.cli.serving import serve
from inquiry_graph.cli.state import status

EPILOG = (
    "A question or a statement is asked of Neo4j: of the one that NEO4J_URI names, or else of a local one that is "
    "fetched once and started when a command needs it. `inquiry-graph status --settings` lists all settings."
)


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="inquiry-graph", message="%(version)s", help="Show the version and exit.")
def main() -> None:
    """Published findings on institutional responses, each with its paragraph, as a graph."""


for command in (
    *(serve, status, questions, ask, cypher, patterns, show_dossier, export, verify_export, schema, show_quality),
    *(check, diff_packages, load, intake, reread, start, stop, backup, restore),
):
    main.add_command(command)
