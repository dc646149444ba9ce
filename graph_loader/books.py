"""The books of the readings: what became of each row that was read, so that none is lost without a word.

`reading_rows.csv` leads from a row of the readings to the records that hold it, `left_out.csv` gives the reason
why a row is in none. A package that states in its descriptor how many rows were read, by series (`readings`: the
part of a row's id before the colon, and a number), must account for each of them, once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from typing import Any

from graph_loader.package import DESCRIPTOR, Package, Row
from graph_loader.side_tables import LEFT_OUT, READING_ROWS
from inquiry_graph.problems import Problem


def imbalances(package: Package, ids: Container[str]) -> Iterator[Problem]:
    """Every way in which the books do not balance. `ids` are those of the package's records."""
    stated = package.descriptor.get("readings")
    if stated is None:
        return
    missing = [table for table in (READING_ROWS, LEFT_OUT) if table not in package.paths]
    for table in missing:
        right = f"{table}.csv, or no `readings` in the descriptor."
        yield Problem(DESCRIPTOR, 0, "readings", "", f"are stated, and {table}.csv is not there.", right)
    if not missing:
        taken: dict[str, Row] = {}
        left: dict[str, Row] = {}
        yield from _taken(package, ids, taken)
        yield from _left_out(package, taken, left)
        yield from _totals(stated, Counter(_series(reading) for reading in taken.keys() | left.keys()))


def _taken(package: Package, ids: Container[str], taken: dict[str, Row]) -> Iterator[Problem]:
    entered: dict[tuple[str, str], int] = {}
    for row in package.rows(READING_ROWS):
        reading, record = row.values.get("reading_row", ""), row.values.get("record", "")
        yield from _no_row_id(row, reading)
        if record not in ids:
            yield _problem(row, "record", record, "is not in the package.", "the id of a record.")
        if (reading, record) in entered:
            wrong = f"leads to {record} in line {entered[reading, record]} too."
            yield _problem(row, "reading_row", reading, wrong, "each record of a row once.")
        entered.setdefault((reading, record), row.line)
        taken.setdefault(reading, row)


def _left_out(package: Package, taken: Mapping[str, Row], left: dict[str, Row]) -> Iterator[Problem]:
    for row in package.rows(LEFT_OUT):
        reading = row.values.get("reading_row", "")
        yield from _no_row_id(row, reading)
        if not row.values.get("reason", "").strip():
            yield _problem(row, "reason", "", "is empty.", "why the row was left out.")
        other = taken.get(reading) or left.get(reading)
        if other:
            wrong = f"stands in {other.file}, line {other.line} too."
            yield _problem(row, "reading_row", reading, wrong, "each row of the readings taken or left out, not both.")
        left.setdefault(reading, row)


def _no_row_id(row: Row, reading: str) -> Iterator[Problem]:
    series, _, number = reading.partition(":")
    if not (series and number):
        yield _problem(row, "reading_row", reading, "is not the id of a row.", "series, colon and number: local:F090.")


def _series(reading: str) -> str:
    return reading.partition(":")[0]


def _totals(stated: Any, found: Mapping[str, int]) -> Iterator[Problem]:
    if not isinstance(stated, Mapping) or not all(type(number) is int for number in stated.values()):
        right = 'the number of rows of each series, such as {"local": 467}.'
        yield Problem(DESCRIPTOR, 0, "readings", str(stated), "is not a number of rows by series.", right)
        return
    for name in sorted(stated.keys() | found.keys()):
        read, accounted = stated.get(name, 0), found.get(name, 0)
        if read != accounted:
            wrong = f"counts {read} rows read; {READING_ROWS}.csv and {LEFT_OUT}.csv account for {accounted}."
            yield Problem(DESCRIPTOR, 0, "readings", name, wrong, "each row read in exactly one of the two files.")


def _problem(row: Row, column: str, value: str, wrong: str, right: str) -> Problem:
    return Problem(row.file, row.line, column, value, wrong, right)
