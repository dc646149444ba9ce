"""What became of records after they were made: read again with a verdict, or withdrawn with a reason.

`rereadings.csv` and `withdrawn.csv` lie beside the tables. A withdrawn record stays readable there, and its id is
never given to another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graph_loader.package import Package
from graph_loader.records import parse_beside
from graph_loader.side_tables import REREADINGS, SIDE_TABLES, WITHDRAWN
from inquiry_graph.problems import Problem


def problems(package: Package, ids: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the history of the package. `ids` are those of its records."""
    withdrawn: dict[str, int] = {}
    yield from _withdrawals(package, ids, withdrawn)
    yield from _rereadings(package, ids, withdrawn)


def _withdrawals(package: Package, ids: Collection[str], lines: dict[str, int]) -> Iterator[Problem]:
    for row in package.rows(WITHDRAWN):
        parsed = parse_beside(SIDE_TABLES[WITHDRAWN], row)
        record = row.values.get("record", "")
        if record in ids:
            right = "a record that is gone, or no such row."
            parsed.problem("record", record, "was withdrawn and is in the package all the same.", right)
        if record in lines:
            parsed.problem("record", record, f"stands in line {lines[record]} too.", "each record once.")
        lines.setdefault(record, row.line)
        yield from parsed.problems


def _rereadings(package: Package, ids: Collection[str], withdrawn: Collection[str]) -> Iterator[Problem]:
    for row in package.rows(REREADINGS):
        parsed = parse_beside(SIDE_TABLES[REREADINGS], row)
        record, verdict, url = (row.values.get(name, "") for name in ("record", "verdict", "url"))
        if verdict == "withdrawn" and record not in withdrawn:
            right = f"its row in {WITHDRAWN}.csv, or another verdict."
            parsed.problem("record", record, "was withdrawn by this rereading and is not listed as such.", right)
        elif record not in ids and record not in withdrawn:
            right = f"the id of a record, or one of {WITHDRAWN}.csv."
            parsed.problem("record", record, "is not in the package.", right)
        if verdict == "page_not_seen" and url:
            parsed.problem("url", url, "stands beside a page that could not be seen.", "no address.")
        yield from parsed.problems
