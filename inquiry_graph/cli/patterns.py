"""Patterns: the tables behind the pages, for an analyst to check them."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import click

from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION, Topics, Units
from inquiry_graph.cli.graph import opened
from inquiry_graph.cli.output import as_json, show_rows
from inquiry_graph.database import Database
from inquiry_graph.errors import ParameterError
from inquiry_graph.patterns import comparing, returns
from inquiry_graph.patterns.forces import programmes
from inquiry_graph.patterns.matrix import Matrix, Order, long, totals, wide
from inquiry_graph.patterns.matrix import matrix as matrix_of
from inquiry_graph.subgraph import Rows

SUBJECTS = [term.value for term in model.SUBJECTS]

subjects = click.option(
    "--subject", "chosen", multiple=True, type=click.Choice(SUBJECTS),
    help="What the findings are about; give it again for each. Exploitation alone, if not given.",
)  # fmt: skip
programme = click.option(
    "--programme", default="", help="A programme by its id; the one with most inspections if not given."
)
topics = click.option(
    "--topics", type=click.Choice(["practice", "theme"]), default="practice", help="What stands across."
)
as_format = click.option(
    "--format", "format_", type=click.Choice(["table", "csv"]), default="table", help="How to print."
)


@click.group()
def patterns() -> None:
    """Print the tables behind the app's Patterns.

    What recurs, where and among whom, each with its base and bounds. --json and --format csv print it for a program.
    """


@patterns.command("matrix")
@click.option(
    "--units", type=click.Choice(["place", "force", "agency_kind", "period"]), default="place", help="What stands down."
)
@topics
@subjects
@programme
@click.option(
    "--round", "round_", type=click.Choice([t.value for t in model.ROUNDS]), default="initial", help="Of forces."
)
@click.option(
    "--source-kind",
    "kinds",
    multiple=True,
    type=click.Choice([t.value for t in model.SOURCE_KINDS]),
    help="Findings and scopes of these kinds of source alone.",
)
@click.option(
    "--seen-in",
    "pages",
    multiple=True,
    type=click.Choice([t.value for t in model.SEEN_IN]),
    help="Findings read on these kinds of page alone.",
)
@click.option(
    "--order", type=click.Choice(["name", "read", "likeness"]), default="name", help="Order of lines and topics."
)
@click.option(
    "--table",
    type=click.Choice(["totals", "wide", "long"]),
    default="totals",
    help="Totals with bounds, the matrix as it is shown, or a row for each cell.",
)
@as_json
@as_format
def show_matrix(
    units: str,
    topics: str,
    chosen: tuple[str, ...],
    programme: str,
    round_: str,
    kinds: tuple[str, ...],
    pages: tuple[str, ...],
    order: str,
    table: str,
    wants_json: bool,
    format_: str,
) -> None:
    """Cells of places, forces, kinds of agency or periods by practice or theme."""
    make: Callable[[Matrix], Rows] = {"totals": totals, "wide": wide, "long": long}[table]
    with opened() as graph:
        found = matrix_of(
            graph,
            cast(Units, units),
            cast(Topics, topics),
            chosen or EXPLOITATION,
            programme=_programme(graph, programme) if units == "force" else "",
            round=round_,
            source_kinds=kinds,
            seen_in=pages,
            order=cast(Order, order),
        )
    show_rows(make(found), wants_json=wants_json, wants_csv=format_ == "csv")


@patterns.command("repeats")
@subjects
@programme
@click.option(
    "--table",
    type=click.Choice(["visits", "still", "after", "again"]),
    default="visits",
    help="Visit by visit; still failing after the n-th; failed after a recommendation; recommended again.",
)
@as_json
@as_format
def show_repeats(chosen: tuple[str, ...], programme: str, table: str, wants_json: bool, format_: str) -> None:
    """Found again on return, failed after it was recommended, recommended again."""
    with opened() as graph:
        rows = _repeats(graph, table, chosen or tuple(SUBJECTS), programme)
    show_rows(rows, wants_json=wants_json, wants_csv=format_ == "csv")


@patterns.command("compare")
@click.argument("units", nargs=-1, required=True, metavar="ID ID [ID…]")
@topics
@subjects
@as_json
@as_format
def show_compare(units: tuple[str, ...], topics: str, chosen: tuple[str, ...], wants_json: bool, format_: str) -> None:
    """Two to six places, forces or agencies side by side, by their ids."""
    with opened() as graph:
        profiles = comparing.compare(graph, units, cast(Topics, topics), chosen or EXPLOITATION)
    show_rows(comparing.as_rows(profiles), wants_json=wants_json, wants_csv=format_ == "csv")


def _repeats(graph: Database, table: str, subjects: tuple[str, ...], programme: str) -> Rows:
    if table == "again":
        return returns.again_as_rows(returns.made_again(graph))
    if table == "after":
        return returns.after_as_rows(returns.failed_after(graph, subjects))
    found = returns.return_visits(graph, _programme(graph, programme), subjects)
    return returns.still_as_rows(returns.still_failing(found)) if table == "still" else returns.visits_as_rows(found)


def _programme(graph: Database, given: str) -> str:
    """The programme of that id, or the one with most inspections. Raises ParameterError for an unknown one."""
    offered = [each.value for each in programmes(graph)]
    if given and given not in offered:
        raise ParameterError(
            f"There is no programme {given!r}: choose {' or '.join(offered) or 'none, for none is held'}."
        )
    return given or (offered[0] if offered else "")
