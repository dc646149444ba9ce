"""What a package asserts of itself: the fewest rows of a table, and how often a column of the findings is filled.

    "assertions": {"at_least": {"findings": 450}, "fill_rates": {"reach": 0.9}}

Below its own floor a package is not loaded: a file that was cut short, or lost what stood in a column, is well
formed all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from graph_loader.package import DESCRIPTOR, Package
from inquiry_graph import model
from inquiry_graph.problems import Problem
from inquiry_graph.schema import NodeKind


def broken(package: Package, nodes: Mapping[str, int]) -> Iterator[Problem]:
    """Every assertion that does not hold. `nodes` counts the package's records by label."""
    asserted = package.descriptor.get("assertions", {})
    yield from _at_least(asserted.get("at_least", {}), nodes)
    floors = asserted.get("fill_rates", {})
    if floors:
        yield from _fill_rates(floors, package)


def filled(package: Package) -> tuple[int, Counter[str]]:
    """How many findings the package holds, and in how many of them each column holds something."""
    found: Counter[str] = Counter()
    total = 0
    for row in package.rows(model.node_kind("Finding").table):
        total += 1
        found.update(column for column, value in row.values.items() if value.strip())
    return total, found


def _at_least(floors: Mapping[str, Any], nodes: Mapping[str, int]) -> Iterator[Problem]:
    by_table: dict[str, NodeKind] = {kind.table: kind for kind in model.table_kinds()}
    for table, floor in floors.items():
        kind = by_table.get(table)
        if kind is None:
            yield _problem(table, "is not a table.", f"one of {', '.join(by_table)}.")
        elif nodes.get(kind.label, 0) < floor:
            wrong = f"has {nodes.get(kind.label, 0)} rows, fewer than the package asserts."
            yield _problem(table, wrong, f"at least {floor} rows.")


def _fill_rates(floors: Mapping[str, Any], package: Package) -> Iterator[Problem]:
    columns = [column.name for column in model.columns(model.node_kind("Finding"))]
    total, found = filled(package)
    for name, floor in floors.items():
        if name not in columns:
            yield _problem(name, "is not a column of the findings.", f"one of {', '.join(columns)}.")
        elif isinstance(floor, bool) or not isinstance(floor, int | float) or not 0 <= floor <= 1:
            yield _problem(name, f"has the floor {floor!r}.", "a share from 0 to 1.")
        elif found[name] < floor * total:
            wrong = f"is filled in {found[name]} of {total} findings, fewer than the package asserts."
            yield _problem(name, wrong, f"filled in at least {floor:.0%} of them.")


def _problem(value: str, wrong: str, right: str) -> Problem:
    return Problem(DESCRIPTOR, 0, "assertions", value, wrong, right)
