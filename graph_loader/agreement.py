"""How far a second coding of a sample agrees with the first: drawn, measured, published and checked.

`python -m graph_loader.agreement draw seed_data --size 160 --seed 1 --to sheet.csv` writes the sheet for the
second coder. What comes back lies in the package as second_coding.csv, and
`python -m graph_loader.agreement measure seed_data` writes agreement.json beside it. Measuring also keeps the first
coding of each finding in second_coding.csv: a row that is corrected later, perhaps because the second coder
disagreed, must not make the two look more alike than they were.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from graph_loader.describe import describe
from graph_loader.kappa import DRAWS, LEVEL, SEED, Pair, agreeing, interval, kappa, margins
from graph_loader.package import AGREEMENT, Package, read_package
from graph_loader.sample import candidates, draw, write_sheet
from graph_loader.second_coding import Coding, Twice, checksum, coded_twice, findings, wrong_rows
from graph_loader.side_tables import KEPT, SECOND_CODING, SIDE_TABLES
from inquiry_graph.errors import InquiryGraphError, PackageError

FEWEST = 10  # findings of a practice, in either coding, for a figure of its own
OTHER = "other"  # all other practices, where one is measured against them


def measure(package: Package) -> dict[str, Any]:
    """The agreement of both codings: overall, and of each practice against all others where it is often enough."""
    twice = coded_twice(package)
    often = Counter(each.first.practice for each in twice) | Counter(each.second.practice for each in twice)
    return {
        "checksum": checksum(twice),
        "coders": sorted({each.coder for each in twice}),
        "coded_on": sorted({each.coded_on for each in twice}),
        "findings": len(twice),
        "sources": len({each.source for each in twice}),
        "interval": {"level": LEVEL, "method": "whole sources drawn with replacement", "draws": DRAWS, "seed": SEED},
        "measures": {
            "practice": _measured(twice, lambda coding: coding.practice),
            "theme": _measured(twice, lambda coding: coding.theme),
            "outcome": _measured(twice, lambda coding: coding.outcome),
            "subject": _measured(twice, lambda coding: coding.subject),
        },
        "practices": {
            practice: _measured(twice, _against_all_others(practice))
            for practice, number in sorted(often.items())
            if number >= FEWEST
        },
    }


def measure_folder(folder: Path) -> dict[str, Any]:
    """Keep the first coding, write agreement.json, and name both in the descriptor. Raises PackageError."""
    package = read_package(folder)
    if SECOND_CODING not in package.paths:
        raise PackageError(f"{folder} holds no {SECOND_CODING}.csv: draw a sample, and have it coded once more.")
    wrong = list(wrong_rows(package))
    if wrong:
        raise PackageError(f"{SECOND_CODING}.csv has problems; nothing was measured.", wrong)
    _keep_first(package)
    found = measure(package)
    text = json.dumps(found, indent=2, sort_keys=True, ensure_ascii=False)
    (folder / AGREEMENT).write_text(text + "\n", encoding="utf-8")
    describe(folder)
    return found


def _against_all_others(practice: str) -> Callable[[Coding], str]:
    return lambda coding: practice if coding.practice == practice else OTHER


def _measured(twice: Sequence[Twice], said: Callable[[Coding], str]) -> dict[str, Any]:
    """Kappa with its interval, the observed agreement, and the base rates of both codings."""
    by_source: defaultdict[str, Counter[Pair]] = defaultdict(Counter)
    for each in twice:
        by_source[each.source][said(each.first), said(each.second)] += 1
    pairs = Counter[Pair]()
    for cluster in by_source.values():
        pairs.update(cluster)
    between = interval([by_source[source] for source in sorted(by_source)])
    value = kappa(pairs)
    first, second = margins(pairs)
    n = sum(pairs.values())
    return {
        "kappa": None if value is None else round(value, 3),
        "low": None if between is None else round(between.low, 3),
        "high": None if between is None else round(between.high, 3),
        "undefined_draws": 0 if between is None else between.undefined,
        "n": n,
        "observed": round(agreeing(pairs) / n, 3) if n else None,
        "first": {name: round(number / n, 3) for name, number in sorted(first.items())},
        "second": {name: round(number / n, 3) for name, number in sorted(second.items())},
    }


def _keep_first(package: Package) -> None:
    """Write the first coding into second_coding.csv where it is not yet kept there."""
    first = findings(package)
    rows = [dict(row.values) for row in package.rows(SECOND_CODING)]
    for row in rows:
        for kept, name in KEPT.items():
            row[kept] = row.get(kept) or first[row["finding"]][name]
    with package.paths[SECOND_CODING].open("w", encoding="utf-8", newline="") as file:
        columns = [column.name for column in SIDE_TABLES[SECOND_CODING]]
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """The two commands."""
    parser = argparse.ArgumentParser(prog="python -m graph_loader.agreement", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="draw a sample and write the sheet for a second coder")
    measuring = commands.add_parser("measure", help="measure the agreement and write agreement.json")
    for command in (drawing, measuring):
        command.add_argument("folder", type=Path, help="folder of the package")
    drawing.add_argument("--size", type=int, required=True, help="findings to draw")
    drawing.add_argument("--seed", type=int, required=True, help="the same seed draws the same findings")
    drawing.add_argument("--to", type=Path, required=True, help="file for the sheet (CSV)")
    given = parser.parse_args(arguments)
    try:
        if given.command == "draw":
            drawn = draw(candidates(read_package(given.folder)), given.size, given.seed)
            with given.to.open("w", encoding="utf-8", newline="") as file:
                write_sheet(drawn, file)
        else:
            measure_folder(given.folder)
    except InquiryGraphError as error:
        found = getattr(error, "problems", ())
        sys.exit("\n".join([str(error), *map(str, found)]))


if __name__ == "__main__":
    main()
