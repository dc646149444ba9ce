"""The order of the parts, held: each may import what stands before it, never what stands after."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
ORDER = [
    {"errors", "problems", "progress", "settings", "schema", "resources", "private"},
    {"model", "schema_page"},
    {"subgraph"},
    {"values", "plan_guard", "neo4j_jars", "local_process", "local_backup", "local_server", "catalogue"},
    {"database"},
    {"neighbourhood", "citations", "answers", "sentences", "cells", "holdings", "patterns", "quality", "export"},
    {"dossier", "explore"},
    {"frozen", "remaking"},
    {"graph_loader"},
    {"cli", "inquiry_explorer"},
    {"app"},
]


def modules() -> Iterator[tuple[Path, str]]:
    for path in sorted(ROOT.glob("*.py")):
        yield path, path.stem
    for package in ("inquiry_graph", "graph_loader", "inquiry_explorer"):
        for path in sorted((ROOT / package).rglob("*.py")):
            if "node_modules" in path.parts:
                continue
            inside = path.relative_to(ROOT / package).with_suffix("").parts[0]
            yield path, inside if package == "inquiry_graph" else package


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """The modules that a file imports when it is run, as dotted parts."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types_only:
            continue
        if isinstance(node, ast.Import):
            yield from (tuple(name.name.split(".")) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (tuple(f"{node.module}.{name.name}".split(".")) for name in node.names)


def place(part: str) -> int:
    return next((index for index, parts in enumerate(ORDER) if part in parts), -1)


def part_of(name: tuple[str, ...]) -> str:
    return name[1] if name[0] == "inquiry_graph" and len(name) > 1 else name[0]


def test_each_part_imports_only_what_stands_before_it() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} ({part}) imports {'.'.join(name)}"
        for path, part in modules()
        if part not in {"__init__", "hatch_build"}
        for name in imported(path)
        if name[0] in {"inquiry_graph", "graph_loader", "inquiry_explorer", "app"}
        and part_of(name) != part
        and place(part_of(name)) > place(part)
    ]
    assert wrong == []


def test_every_part_has_its_place_in_the_order() -> None:
    assert {part for _, part in modules() if place(part) < 0} <= {"__init__", "__main__", "hatch_build"}


def test_command_line_and_explorer_do_not_import_each_other() -> None:
    wrong = [
        f"{path.name}: {'.'.join(name)}"
        for path, part in modules()
        for name in imported(path)
        if {part, part_of(name)} == {"cli", "inquiry_explorer"}
    ]
    assert wrong == []


def test_only_the_database_knows_the_driver_and_only_the_explorer_knows_streamlit() -> None:
    allowed = {"neo4j": {"database", "values"}, "streamlit": {"inquiry_explorer", "app"}}
    wrong = [
        f"{path.relative_to(ROOT)} imports {name[0]}"
        for path, part in modules()
        for name in imported(path)
        if name[0] in allowed and part not in allowed[name[0]]
    ]
    assert wrong == []


def test_in_the_explorer_only_the_data_views_use_the_loader() -> None:
    """But for the session, which has the package loaded before the graph is first read."""
    users = {
        path.relative_to(ROOT / "inquiry_explorer")
        for path, part in modules()
        if part == "inquiry_explorer" and any(name[0] == "graph_loader" for name in imported(path))
    }
    assert {path.as_posix() for path in users if path.parts[0] != "data"} == {"session.py"}
