"""`inquiry-graph reread`: the rows that are due, one row beside its page, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from graph_loader.package import read_package
from graph_loader.ready import package_folder
from graph_loader.rereading.corrections import Correction, keep, open_corrections, read
from graph_loader.rereading.due import Due, due
from graph_loader.rereading.standing import Standing, address_of, standing
from graph_loader.rereading.verdicts import Verdict, write_verdict
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.cli.output import as_json, printable, say, show_json, show_table
from inquiry_graph.database import open_database
from inquiry_graph.errors import InquiryGraphError
from inquiry_graph.local_server import LocalServer
from inquiry_graph.patterns.headlines import headlines
from inquiry_graph.settings import Settings

_MOST = 20
_WHY = {term.value: term.words for term in model.DUE}
_FIRST = ("Most urgent first: " + "; ".join(term.words.lower() for term in model.DUE)) + "."


@click.command(epilog=_FIRST)
@click.argument("record", required=False)
@click.option("--why", type=click.Choice(list(_WHY)), help="List only rows that are due for this reason.")
@click.option("--most", type=click.IntRange(1), default=_MOST, show_default=True, help="Rows that are listed.")
@click.option("--open", "opens", is_flag=True, help="Open the record's page in the browser, at the quoted words.")
@click.option("--verdict", type=click.Choice([term.value for term in model.VERDICTS]), help="What the reading found.")
@click.option("--reader", default="", help="Your role or initials, never a full name.")
@click.option("--seen", default="", help="Checksum of the row that you read; one that changed since is left alone.")
@click.option("--url", help="Address of the page that was read, where it is another than the one cited.")
@click.option("--note", default="", help="What was changed and why, or what was tried in vain.")
@click.option("--set", "values", metavar="COLUMN=VALUE", multiple=True, help="A new value of a corrected record.")
@click.option("--reason", default="", help="Why a withdrawn record cannot stand.")
@click.option("--withhold", is_flag=True, help="Keep the words of a withdrawn record out of withdrawn.csv.")
@click.option(
    "--take",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Take in a draft correction that somebody sent.",
)
@click.option(
    "--package",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The data package that is read and mended.",
)
@as_json
def reread(record: str | None, take: Path | None, package: Path | None, **given: Any) -> None:
    """Compare rows with their pages again.

    Without RECORD the rows that are due are listed, the most urgent first, draft corrections among them. With RECORD
    its row is shown beside its quotation, place and address; with --verdict the verdict is written into the package,
    which is checked before and after. Nothing is fetched: --open leaves that to your browser.
    """
    settings = Settings.from_environment()
    folder = package or package_folder(settings)
    if take:
        taken = keep(read(take), settings)
        say(f"Taken in: {printable(taken.id)}.")
        record = record or taken.record
    if record is not None:
        _reread(record, folder, settings, given)
    elif given["verdict"] or given["opens"]:
        raise click.UsageError("Name the RECORD, by its id in the list.")
    else:
        _show_due(folder, settings, given["why"], given["most"], wants_json=given["wants_json"])


def _reread(record: str, folder: Path, settings: Settings, given: Mapping[str, Any]) -> None:
    """Show one record, or write the verdict on it."""
    found = standing(record, read_package(folder))
    if given["verdict"]:
        seen = found.checksum if found.checksum.startswith(given["seen"]) else given["seen"]
        write_verdict(_verdict(found, given), seen, folder, settings)
        click.echo(f"{printable(record)}: {given['verdict']}, written into {folder}.")
        say(f"Load it: inquiry-graph load {folder}")
        return
    drafts = [each for each in open_corrections(settings) if each.record == record]
    if given["wants_json"]:
        show_json(_as_data(found, drafts))
    else:
        for line in _lines(found, drafts):
            click.echo(printable(line))
    if given["opens"]:
        _open(found)


def _verdict(found: Standing, given: Mapping[str, Any]) -> Verdict:
    cited = "" if given["verdict"] == "page_not_seen" else found.citations[0].values.get("url", "")
    return Verdict(
        found.id,
        given["verdict"],
        given["reader"],
        cited if given["url"] is None else given["url"],
        given["note"],
        dict(map(_pair, given["values"])),
        given["reason"],
        given["withhold"],
    )


def _show_due(folder: Path, settings: Settings, why: str | None, most: int, *, wants_json: bool) -> None:
    doubted = {each.record for each in open_corrections(settings)}
    listed = due(read_package(folder), doubted, _behind_the_overview(settings), date.today())
    chosen = [each for each in listed if why is None or why in each.reasons]
    if wants_json:
        show_json([_row(each) for each in chosen[:most]])
        return
    columns = ("record", "why", "last read", "source", "what it says")
    show_table(columns, [_told(each) for each in chosen[:most]])
    say(f"{number(len(chosen[:most]), 'rows')} of {len(chosen):,} that are due. Open one: inquiry-graph reread RECORD")


def _behind_the_overview(settings: Settings) -> frozenset[str]:
    """The findings behind the Overview's sentences, from a graph that runs; nothing is started for it."""
    if not settings.neo4j_uri and LocalServer(settings).running() is None:
        say("The graph does not run: which rows stand behind the Overview's sentences is not known.")
        return frozenset()
    try:
        with open_database(settings) as graph:
            return frozenset(finding for each in headlines(graph) for finding in each.findings)
    except InquiryGraphError as error:
        say(f"Which rows stand behind the Overview's sentences is not known: {error}")
        return frozenset()


def _row(each: Due) -> dict[str, object]:
    found = each.standing
    return {
        "record": found.id, "why": list(each.reasons), "last_read": found.last_read, "source": found.source,
        "caption": found.caption,
    }  # fmt: skip


def _told(each: Due) -> Sequence[str]:
    found = each.standing
    return found.id, _WHY[each.reasons[0]], found.last_tried, found.source, found.caption


def _as_data(found: Standing, drafts: Iterable[Correction]) -> dict[str, object]:
    return {
        "record": found.id,
        "checksum": found.checksum,
        "row": dict(found.row.values),
        "citations": [{**each.values, "address": address_of(each)} for each in found.citations],
        "readings": [dict(each) for each in found.readings],
        "corrections": [asdict(each) for each in drafts],
    }


def _lines(found: Standing, drafts: Iterable[Correction]) -> Iterator[str]:
    yield f"{found.kind.words}, {found.row.file} line {found.row.line}, checksum {found.checksum[:12]}"
    yield from (f"  {name}: {value}" for name, value in found.row.values.items() if value)
    for each in found.citations:
        values = each.values
        yield from ("", f"{values['link']} {found.name_of_source(each)}", f"  “{values['quotation']}”")
        yield f"  {values['locator']}; seen in {values['seen_in']}, {values['accessed']}"
        yield f"  {address_of(each) or 'The address is withheld.'}"
    for reading in found.readings:
        yield ""
        yield f"Read {reading['read_on']} by {reading['read_by']}: {reading['verdict']}. {reading.get('note', '')}"
    for draft in drafts:
        yield from ("", f"Draft correction {draft.id} by {draft.reader}, {draft.made_at[:10]}", f"  {draft.told}")
        yield from (f"  “{draft.quotation}”, {draft.locator}",) if draft.quotation else ()
        yield from (f"  {name}: {value}" for name, value in draft.proposed.items())


def _open(found: Standing) -> None:
    address = next(filter(None, map(address_of, found.citations)), "")
    if not address.startswith(("https://", "http://")):
        say("There is no page to open: its address is withheld.")
        return
    click.launch(address)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f"--set {text!r} has no value: write --set COLUMN=VALUE.")
    return name.strip(), value
