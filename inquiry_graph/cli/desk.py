"""The evidence desk: take reports in, see how far their review has come, write what was accepted."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from graph_loader.intake.drafts import Draft, draft, drafts, take_in
from graph_loader.intake.reading import reports_in
from graph_loader.intake.writing import write_rows
from graph_loader.ready import package_folder
from inquiry_graph.cells import number
from inquiry_graph.cli.output import as_json, say, show_json, show_table
from inquiry_graph.errors import IntakeError
from inquiry_graph.settings import Settings

_WHERE = "The app's page Data, Intake, is where they are reviewed."


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True), required=False)
@click.option("--report", "identifier", metavar="REPORT", help="A report that was taken in, by its name in the list.")
@click.option(
    "--package",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The data package that accepted findings go to.",
)
@click.option("--write", is_flag=True, help="Write the accepted findings of --report into its package.")
@as_json
def intake(path: Path | None, identifier: str | None, package: Path | None, write: bool, wants_json: bool) -> None:
    """Take a report in, for a person to review.

    PATH is a PDF, a saved web page or a text, or a folder of them. It is cut into paragraphs, and searched by the
    codebook for sentences that may be findings; nothing enters a package before somebody has accepted it in the app.
    Without PATH the reports that were taken in are listed.
    """
    if path and (identifier or write):
        raise click.UsageError("Give either a PATH to take in, or --report for one that was taken in.")
    if write and not identifier:
        raise click.UsageError("Name by --report whose accepted findings are to be written.")
    settings = Settings.from_environment()
    if path:
        _show(_taken_in(path, package, settings), wants_json=wants_json)
    elif identifier:
        _act_on(draft(identifier, settings), package, settings, write=write, wants_json=wants_json)
    else:
        _show(drafts(settings), wants_json=wants_json)


def _taken_in(path: Path, package: Path | None, settings: Settings) -> tuple[Draft, ...]:
    """Every report that could be taken in. Raises IntakeError at the end if one could not."""
    target = package or settings.package
    terms, found, failed = package or package_folder(settings), [], 0
    for file in reports_in(path):
        try:
            taken = take_in(file, terms, settings, say)
        except IntakeError as error:
            failed += 1
            say(f"Not taken in: {error}")
            continue
        if target:
            taken.aim(target)
        found.append(taken)
    if not found:
        raise IntakeError(f"Nothing was taken in from {path}; the reason stands above.")
    if failed:
        say(f"{number(failed, 'files')} could not be taken in; the reasons stand above.")
    return tuple(found)


def _act_on(report: Draft, package: Path | None, settings: Settings, *, write: bool, wants_json: bool) -> None:
    if package:
        report.aim(package)
    if not write:
        _show((report,), wants_json=wants_json)
        return
    written = write_rows(report, settings)
    if wants_json:
        show_json({**asdict(written), "package": str(written.package)})
        return
    click.echo(f"{number(len(written.findings), 'findings')} written into {written.package}.")
    if written.scope:
        say(f"What it set out to examine is written too: {written.scope}.")
    if written.already:
        say(f"{number(written.already, 'findings')} of this report stood there before.")
    if written.waiting:
        say(f"{number(len(written.waiting), 'paragraphs')} wait for a decision between two versions.")
    if written.findings or written.scope:
        say(f"Load it: inquiry-graph load {written.package}")


def _show(listed: tuple[Draft, ...], *, wants_json: bool) -> None:
    rows = [(each, each.progress()) for each in listed]
    if wants_json:
        show_json(
            [
                {**asdict(each.report), **asdict(come), "package": str(each.target() or "") or None}
                for each, come in rows
            ]
        )
        return
    columns = ("report", "file", "paragraphs", "proposed", "decided", "findings accepted", "for the package")
    told = [
        (d.report.id, d.report.file, d.report.paragraphs, come.proposed, come.decided, come.findings, d.target() or "")
        for d, come in rows
    ]
    if told:
        show_table(columns, told)
    say(_WHERE if told else "No report has been taken in yet. Name one: inquiry-graph intake FILE")
