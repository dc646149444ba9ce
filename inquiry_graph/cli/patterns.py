"""Patterns: the tables behind the pages, for an analyst to check them."""

from __future__ import annotations

from typing import Any, get_args

import click

from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION
from inquiry_graph.cli.graph import opened
from inquiry_graph.cli.output import as_json, say, show_rows
from inquiry_graph.patterns.observations import Footing
from inquiry_graph.patterns.tables import ALL_SUBJECTS, TABLES
from inquiry_graph.subgraph import Rows

subjects = click.option(
    "--subject", "chosen", multiple=True, type=click.Choice(ALL_SUBJECTS),
    help="What the findings are about; give it again for each. Exploitation alone, if not given.",
)  # fmt: skip
programme = click.option(
    "--programme", default="", help="A programme by its id; the one with most inspections if not given."
)
topics = click.option(
    "--topics", type=click.Choice(["practice", "theme"]), default="practice", help="What stands across."
)
topics_of_places = click.option(
    "--topics", type=click.Choice(["theme", "practice"]), default="theme", help="Themes or practices."
)
footing = click.option(
    "--footing", type=click.Choice(get_args(Footing)), default="place",
    help="Reviews of places, on exploitation, or inspections of forces, on child protection at large.",
)  # fmt: skip
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
@click.option("--only-judged", is_flag=True, help="Only lines and topics with a finding.")
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
    only_judged: bool,
    table: str,
    wants_json: bool,
    format_: str,
) -> None:
    """Cells of places, forces, kinds of agency or periods by practice or theme."""
    _show(
        f"matrix-{table}",
        wants_json,
        format_,
        units=units,
        topics=topics,
        subjects=chosen or EXPLOITATION,
        programme=programme,
        round=round_,
        source_kinds=kinds,
        seen_in=pages,
        order=order,
        only_judged=only_judged,
    )


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
    options = {"programme": programme, "subjects": chosen or ALL_SUBJECTS}
    name = f"repeats-{table}"
    _show(name, wants_json, format_, **{each: options[each] for each in TABLES[name].options if each in options})


@patterns.command("compare")
@click.argument("units", nargs=-1, required=True, metavar="ID ID [ID…]")
@topics
@subjects
@as_json
@as_format
def show_compare(units: tuple[str, ...], topics: str, chosen: tuple[str, ...], wants_json: bool, format_: str) -> None:
    """Two to six places, forces or agencies side by side, by their ids."""
    _show("compare", wants_json, format_, ids=units, topics=topics, subjects=chosen or EXPLOITATION)


@patterns.command("cooccurrence")
@footing
@topics_of_places
@click.option(
    "--table", type=click.Choice(["pairs", "left-out"]), default="pairs",
    help="Each pair of topics, or each pair that passed without each part in turn.",
)  # fmt: skip
@as_json
@as_format
def show_cooccurrence(footing: str, topics: str, table: str, wants_json: bool, format_: str) -> None:
    """Failings found in the same police areas, tried through a gate that was fixed beforehand."""
    told = _show(f"cooccurrence-{table}", wants_json, format_, footing=footing, topics=topics, progress=say)
    say(f"{told.sentence(f'{topics}s')}.")


@patterns.command("similarity")
@footing
@click.option("--table", type=click.Choice(["pairs", "groups"]), default="pairs", help="Pairs of cases, or groups.")
@as_json
@as_format
def show_similarity(footing: str, table: str, wants_json: bool, format_: str) -> None:
    """Cases that are alike in the practices read for both."""
    say(f"{_show(f'similarity-{table}', wants_json, format_, footing=footing).sentence()}.")


@patterns.command("periods")
@click.option("--dated", type=click.Choice(["conduct", "publication"]), default="conduct", help="Periods of which.")
@topics_of_places
@subjects
@as_json
@as_format
def show_periods(dated: str, topics: str, chosen: tuple[str, ...], wants_json: bool, format_: str) -> None:
    """Topics through the periods, and how many places were read for two that follow each other."""
    found = _show("periods", wants_json, format_, dated=dated, topics=topics, subjects=chosen or EXPLOITATION)
    for each in found:
        say(f"{each.topic}: {each.sentence()}.")


@patterns.command("gaps")
@topics_of_places
@subjects
@click.option(
    "--table", type=click.Choice(["topics", "sources"]), default="topics", help="By topic, or by source left to read."
)
@as_json
@as_format
def show_gaps(topics: str, chosen: tuple[str, ...], table: str, wants_json: bool, format_: str) -> None:
    """What was not examined, not found in what was read, or rests on one source."""
    found = _show(f"gaps-{table}", wants_json, format_, topics=topics, subjects=chosen or EXPLOITATION)
    say(f"{found.sentence(topics)}. {found.next_reading()}. {found.next_report()}.")


@patterns.command("headlines")
@as_json
@as_format
def show_headlines(wants_json: bool, format_: str) -> None:
    """What the record says first, and what would overturn each statement."""
    _show("headlines", wants_json, format_)


@patterns.command("columns")
@as_json
@as_format
def show_columns(wants_json: bool, format_: str) -> None:
    """What each column of these tables means, with its unit."""
    held = ((name, each.name, each.unit, each.meaning) for name, table in TABLES.items() for each in table.columns)
    show_rows(
        Rows(("table", "column", "unit", "meaning"), tuple(held)), wants_json=wants_json, wants_csv=format_ == "csv"
    )


def _show(name: str, wants_json: bool, format_: str, **options: Any) -> Any:
    """Print the table of that name; what it was made of."""
    table = TABLES[name]
    with opened() as graph:
        found = table.find(graph, **options)
    show_rows(table.as_rows(found), wants_json=wants_json, wants_csv=format_ == "csv")
    return found
