"""What is exported, whatever the format: what was asked, of which data, and what came back."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from inquiry_graph import model
from inquiry_graph.answers import Answer
from inquiry_graph.database import LoadRecord, ServerFacts
from inquiry_graph.patterns.tables import command
from inquiry_graph.subgraph import Link, Node, Path, Rows, Subgraph


@dataclass(frozen=True, slots=True)
class Material:
    """An answer, a statement's rows, a selection or a table of a pattern, with all that a manifest says of it.

    `question` is a slug, `statement` the Cypher that was run, `fixed` the parameters of the statement that
    come from the model and not from a person, `selection` the ids that were picked, `pattern` the name of a table of
    the patterns and `command` what prints it again, `dossier` the id of its subject: what was asked stands in at least
    one of them. `left_out` are links among the selection that were not picked; `around` says that the selection came
    with all that it points to. `sentence` and `caution` belong to an
    answer, a dossier or a pattern. `cited` has the sources behind the nodes, where they are not among them; `view` says
    how a picture was drawn, in plain values.
    """

    title: str
    rows: Rows
    subgraph: Subgraph
    facts: ServerFacts
    load: LoadRecord | None
    question: str | None = None
    statement: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    fixed: Mapping[str, Any] = field(default_factory=dict)
    selection: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    around: bool = False
    sentence: str | None = None
    caution: str | None = None
    pattern: str | None = None
    command: str | None = None
    dossier: str | None = None
    cited: Subgraph = Subgraph()
    view: Mapping[str, Any] = field(default_factory=dict)

    @property
    def dataset_version(self) -> str:
        """Version of the data that the graph holds; says so where no load is recorded."""
        return self.load.dataset_version if self.load else "no load recorded"


def of_statement(
    statement: str,
    rows: Rows,
    facts: ServerFacts,
    load: LoadRecord | None,
    parameters: Mapping[str, Any] | None = None,
) -> Material:
    """What a typed statement returned; nodes and links are those that stand in its rows."""
    title = "Answer to a Cypher statement"
    return Material(title, rows, rows.subgraph(), facts, load, statement=statement, parameters=dict(parameters or {}))


def of_answer(answer: Answer, subgraph: Subgraph, facts: ServerFacts, load: LoadRecord | None) -> Material:
    """The answer to a question, with its picture: the nodes and links that `answers.picture` gives."""
    question = answer.question
    return Material(
        question.title,
        answer.rows,
        subgraph,
        facts,
        load,
        question=question.slug,
        statement=question.statement,
        parameters=dict(answer.values),
        fixed=dict(question.fixed),
        sentence=answer.sentence,
        caution=question.caution,
    )


def of_selection(
    ids: tuple[str, ...],
    subgraph: Subgraph,
    facts: ServerFacts,
    load: LoadRecord | None,
    *,
    left_out: tuple[str, ...] = (),
    around: bool = False,
) -> Material:
    """Nodes that were picked, with the links among them but those `left_out`, or with what is `around` them.

    The table has a row for each node.
    """
    title, rows = "Selection from the graph", table_of(subgraph)
    return Material(title, rows, subgraph, facts, load, selection=ids, left_out=left_out, around=around)


def of_pattern(
    pattern: str,
    rows: Rows,
    parameters: Mapping[str, Any],
    facts: ServerFacts,
    load: LoadRecord | None,
    sentence: str | None = None,
) -> Material:
    """A table of the patterns, with what was chosen for it."""
    title = pattern.replace("_", " ").capitalize()
    return Material(
        title, rows, Subgraph(), facts, load, parameters=dict(parameters), sentence=sentence, pattern=pattern,
        command=command(pattern, parameters),
    )  # fmt: skip


def table_of(subgraph: Subgraph) -> Rows:
    """A subgraph as a table: a row for each node, with its citations (source, locator, quotation) in one cell."""
    names = {node.id: node.name for node in subgraph.nodes}
    cited: dict[str, list[str]] = {}
    for link in subgraph.links:
        if is_citation(link):
            told = f"{names[link.end]}, {link.properties.get('locator', '')}: “{link.properties.get('quotation', '')}”"
            cited.setdefault(link.start, []).append(told)
    degree = Counter(end for link in subgraph.links for end in (link.start, link.end))
    rows = ((n.id, n.kind, n.name, degree[n.id], cited.get(n.id, [])) for n in subgraph.nodes)
    return Rows(("id", "kind", "name", "links", "citations"), tuple(rows))


def is_citation(link: Link) -> bool:
    """Whether the link carries locator, quotation and address; False for a kind that the model does not have."""
    return any(kind.type == link.kind and model.is_citation(kind.type) for kind in model.LINK_KINDS)


def plain(value: Any) -> Any:
    """The value as JSON can hold it: nodes, links and paths as objects; NaN and infinity as text."""
    match value:
        case Node():
            return {"id": value.id, "kind": value.kind, "name": value.name, "properties": plain(value.properties)}
        case Link():
            ends = {"start": value.start, "end": value.end}
            return {"id": value.id, "kind": value.kind, **ends, "properties": plain(value.properties)}
        case Path():
            return {"nodes": plain(value.nodes), "links": plain(value.links)}
        case Mapping():
            return {str(key): plain(part) for key, part in value.items()}
        case list() | tuple():
            return [plain(part) for part in value]
        case float() if not math.isfinite(value):
            return str(value)
    return value


def as_text(value: Any) -> str:
    """The value as a cell of a table shows it: lists separated by semicolons, nodes by their names, maps as JSON."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Node():
            return value.name
        case list() | tuple() if not any(isinstance(part, list | tuple | Mapping | Link | Path) for part in value):
            return "; ".join(map(as_text, value))
        case Mapping() | list() | tuple() | Link() | Path():
            return json.dumps(plain(value), ensure_ascii=False)
    return str(value)
