"""Everything that must be true of a package before a single row is written. Pure: reads files, changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph_loader import assertions, books, history, second_coding
from graph_loader.package import DESCRIPTOR, Package, Row
from graph_loader.persons import cipher_in_address, signs_of_a_person
from graph_loader.records import LinkRecord, Parsed, parse_citation, parse_node
from graph_loader.side_tables import SIDE_TABLES
from inquiry_graph import model
from inquiry_graph.problems import Problem
from inquiry_graph.schema import Column


@dataclass(frozen=True, slots=True)
class Expected:
    """What a checked package will put into the graph: nodes by label, links by type."""

    nodes: Mapping[str, int]
    links: Mapping[str, int]

    @property
    def rows(self) -> int:
        """Nodes and links together."""
        return sum(self.nodes.values()) + sum(self.links.values())


@dataclass(slots=True)
class _Findings:
    """What the check has seen so far; ids and citations stay in memory, rows do not."""

    names_allowed: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    nodes: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    first_lines: dict[str, tuple[str, int]] = field(default_factory=dict)
    link_ids: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    need_not_cite: set[str] = field(default_factory=set)


def parsed_rows(package: Package) -> Iterator[Parsed]:
    """Every row of the package, file by file in the model's order, citations last."""
    for kind in model.table_kinds():
        for row in package.rows(kind.table):
            yield parse_node(kind, row)
    for row in package.rows(model.CITATIONS_TABLE):
        yield parse_citation(row)


def check(package: Package) -> tuple[tuple[Problem, ...], Expected]:
    """All problems of the package, in the order of its files, and what it would put into the graph."""
    seen = _Findings(package.names_allowed)
    seen.problems += _headers(package)
    for parsed in parsed_rows(package):
        _enter_node(parsed, seen)
        _see_its_place(parsed)
        seen.problems += parsed.problems
        seen.problems += _persons(parsed.row, seen.names_allowed)
    for parsed in parsed_rows(package):  # once more, now that every id is known
        for link in parsed.links:
            seen.problems += _link(parsed.row, link, seen)
    seen.problems += _uncited(seen)
    seen.problems += assertions.broken(package, seen.nodes)
    for table in SIDE_TABLES:
        for row in package.rows(table):
            seen.problems += _persons(row, seen.names_allowed)
    seen.problems += books.imbalances(package, seen.first_lines)
    seen.problems += history.problems(package, seen.first_lines)
    seen.problems += second_coding.problems(package)
    return tuple(sorted(set(seen.problems))), Expected(seen.nodes, seen.links)


def _headers(package: Package) -> Iterator[Problem]:
    expected: dict[str, tuple[Column, ...]] = {kind.table: model.columns(kind) for kind in model.table_kinds()}
    expected[model.CITATIONS_TABLE] = model.citation_columns()
    for table in SIDE_TABLES.keys() & package.paths.keys():
        expected[table] = tuple(column for column in SIDE_TABLES[table] if column.required)
    for table, columns in expected.items():
        if table not in package.paths:
            yield Problem(DESCRIPTOR, 0, "resources", table, "has no file.", f"a resource {table} with its CSV file.")
            continue
        header = package.header(table)
        for column in columns:
            if column.name not in header:
                yield Problem(package.paths[table].name, 1, column.name, "", "is missing.", f"a column {column.name}.")
        for name in sorted({name for name in header if header.count(name) > 1}):
            yield Problem(package.paths[table].name, 1, name, "", "stands twice.", "each column once.")


def _enter_node(parsed: Parsed, seen: _Findings) -> None:
    node = parsed.node
    if node is None:
        return
    if node.id in seen.first_lines:
        file, line = seen.first_lines[node.id]
        parsed.problem("id", node.id, f"is the id of {file}, line {line} too.", "an id of its own.")
    else:
        seen.first_lines[node.id] = (parsed.row.file, parsed.row.line)
        seen.nodes[node.kind.label] += 1
    if node.properties.get("basis") == "inferred":
        seen.need_not_cite.add(node.id)


def _see_its_place(parsed: Parsed) -> None:
    """A local case without a place would be in no place's count, in silence."""
    kind = parsed.node.properties.get("kind") if parsed.node else None
    if kind == "local" and not any(link.kind.type == "LOCATED_IN" for link in parsed.links):
        parsed.problem("locations", "", f"is empty for a case of kind {kind}.", "its place.")


def _link(row: Row, link: LinkRecord, seen: _Findings) -> Iterator[Problem]:
    source_column = "source" if link.column == "of" else link.column
    for end, labels, column in ((link.start, link.kind.starts, link.column), (link.end, link.kind.ends, source_column)):
        kind = model.kind_of_id(end)
        if kind is None or kind.label not in labels:
            wrong, right = f"cannot stand at this end of {link.kind.type}.", f"an id of {_prefixes(labels)}."
            yield Problem(row.file, row.line, column, end, wrong, right)
        elif end not in seen.first_lines:
            yield Problem(row.file, row.line, column, end, "is not in the package.", f"an id in {kind.table}.csv.")
    if link.id in seen.link_ids:
        yield Problem(row.file, row.line, link.column, link.id, "stands twice.", "each link once.")
        return
    seen.link_ids.add(link.id)
    seen.links[link.kind.type] += 1
    if model.MUST_CITE.get(link.start_label) == link.kind.type:
        seen.cited.add(link.start)


def _prefixes(labels: tuple[str, ...]) -> str:
    return " or ".join(f"{model.node_kind(label).prefix}:" for label in labels)


def _uncited(seen: _Findings) -> Iterator[Problem]:
    for identifier, (file, line) in seen.first_lines.items():
        kind = model.kind_of_id(identifier)
        link = model.MUST_CITE.get(kind.label) if kind else None
        if link and identifier not in seen.cited and identifier not in seen.need_not_cite:
            right = f"a row of {model.CITATIONS_TABLE}.csv with link {link}, locator, quotation and address."
            yield Problem(file, line, "id", identifier, "has no citation.", right)


def _persons(row: Row, names_allowed: tuple[str, ...]) -> Iterator[Problem]:
    for column, text in row.values.items():
        if column == "url":
            cipher = cipher_in_address(text)
            if cipher:
                right = "no address, and address_withheld true."
                yield Problem(row.file, row.line, column, cipher, "looks like a case cipher.", right)
            continue
        for what, words in signs_of_a_person(text, names_allowed):
            right = "words that speak of institutions alone, or a reviewed entry in names_allowed of the descriptor."
            yield Problem(row.file, row.line, column, words, f"looks like {what}.", right)
