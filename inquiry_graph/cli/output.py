"""How the commands speak: tables cut to the terminal, JSON and CSV whole, errors in one line."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from inquiry_graph.errors import InquiryGraphError, PackageError, StatementError
from inquiry_graph.export.csv import table
from inquiry_graph.export.material import as_text, plain
from inquiry_graph.subgraph import Rows

GAP = "  "
NARROWEST = 5  # a column is not cut below this, however many there are
INTERRUPTED = 130  # the exit code that shells expect after Ctrl-C

as_json = click.option("--json", "wants_json", is_flag=True, help="Print JSON, for a program to read.")


class Commands(click.Group):
    """A group whose commands end plainly: what a person can act on is told in one line, with exit code 1.

    Anything else is a bug and keeps its traceback; click itself keeps a broken pipe quiet.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            with interruptible():
                return super().invoke(ctx)
        except InquiryGraphError as error:
            for line in _told(error):
                click.echo(line, err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            sys.unraisablehook = _unheard  # what the driver had half made complains when it is thrown away
            click.echo("Stopped.", err=True)
            ctx.exit(INTERRUPTED)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """In the order in which they were added: what people need first stands first."""
        return list(self.commands)


@contextmanager
def interruptible() -> Iterator[None]:
    """Ctrl-C stays Ctrl-C, whatever a driver that it met in the midst of an exchange makes of it."""
    try:
        yield
    except Exception as error:
        if _began_with_ctrl_c(error):
            raise KeyboardInterrupt from error
        raise


def say(sentence: str) -> None:
    """Progress: a line on standard error, at once."""
    click.echo(sentence, err=True)


def show_json(value: Any) -> None:
    """A value whole, as JSON."""
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))


def show_rows(rows: Rows, *, wants_json: bool, wants_csv: bool) -> None:
    """An answer as JSON, as CSV or as a table; that it was cut at the row limit is always said."""
    if wants_json:
        show_json({"columns": rows.columns, "rows": rows.rows, "truncated": rows.truncated})
    elif wants_csv:
        click.echo(table(rows), nl=False)
    else:
        show_table(rows.columns, rows.rows)
    if rows.truncated:
        say(f"Cut: only the first {len(rows):,} rows are here, and more exist. INQUIRY_GRAPH_ROW_LIMIT is the limit.")


def show_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Aligned columns: whole in a file or a pipe, cut to its width on a terminal."""
    for line in table_lines(columns, rows, terminal_width()):
        click.echo(line)


def terminal_width() -> int | None:
    """Width of the terminal that shows the results, or None if they go to a file or a pipe."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def table_lines(columns: Sequence[str], rows: Iterable[Sequence[Any]], width: int | None) -> Iterable[str]:
    """The lines of a table that is at most `width` characters wide, if its columns can be made so narrow."""
    cells = [[printable(as_text(value)) for value in row] for row in (columns, *rows)]
    widths = _fitted([max(map(len, column)) for column in zip(*cells, strict=True)], width)
    to_the_right = [_is_number(column) for column in zip(*cells[1:], strict=True)] or [False] * len(columns)
    cells.insert(1, ["─" * each for each in widths])
    for row in cells:
        shown = zip(row, widths, to_the_right, strict=True)
        yield GAP.join(_cell(text, each, right=right) for text, each, right in shown).rstrip()


def printable(text: str) -> str:
    """The text on one line, without the control characters by which data could steer a terminal."""
    return "".join(" " if char in "\n\r\t" else "�" if unicodedata.category(char)[0] == "C" else char for char in text)


def _unheard(_: object) -> None:
    """Take no notice: the process is about to end."""


def _began_with_ctrl_c(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


def _cell(text: str, width: int, *, right: bool) -> str:
    cut = text if len(text) <= width else f"{text[: width - 1]}…"
    return cut.rjust(width) if right else cut.ljust(width)


def _is_number(column: Iterable[str]) -> bool:
    return all(text.replace(".", "", 1).removeprefix("-").isdecimal() for text in column if text)


def _fitted(widths: list[int], most: int | None) -> list[int]:
    """The widths, the widest made narrower until all fit into `most`."""
    room = most - len(GAP) * (len(widths) - 1) if most else sum(widths)
    longest = max(widths, default=0)
    while sum(min(width, longest) for width in widths) > room and longest > NARROWEST:
        longest -= 1
    return [min(width, longest) for width in widths]


def _told(error: InquiryGraphError) -> Iterable[str]:
    message = " ".join(str(error).split())
    if isinstance(error, StatementError) and error.line:
        message = f"line {error.line}, column {error.column}: {message}. Mend the statement there."
    yield f"Error: {printable(message)}"
    if isinstance(error, PackageError):
        yield from (f"  {printable(str(problem))}" for problem in error.problems)
