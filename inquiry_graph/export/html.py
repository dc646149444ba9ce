"""One web page that holds everything: picture, legend, tables and citations, and asks nobody for anything.

pyvis describes the network and brings vis-network along. The page around it is our own, since pyvis's asks
other hosts for its style; a content security policy with the hashes of the two scripts keeps it so.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pyvis
from pyvis.network import Network

from inquiry_graph import model
from inquiry_graph.export import legend
from inquiry_graph.export.manifest import LICENCE, caution_of
from inquiry_graph.export.material import Material, as_text, is_citation
from inquiry_graph.export.networks import require_nodes
from inquiry_graph.subgraph import Link, Node

LONGEST_CAPTION = 42  # characters of a node's name on the picture; the tables have it in full
MOST_WORDED_LINKS = 80  # beyond, words on the links hide the picture; the panel and the table have them
MOST_ROWS = 500  # rows of the answer's table; the csv export has all

_PAGE = Path(__file__).parent / "page"
_VIS = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_OPTIONS = {
    "layout": {"randomSeed": 7, "improvedLayout": False},
    "physics": {"stabilization": {"iterations": 250}, "barnesHut": {"springLength": 120, "avoidOverlap": 0.3}},
    "edges": {"smooth": {"type": "continuous"}, "font": {"size": 10, "strokeWidth": 4}, "color": "#9aa5b1"},
    "interaction": {"keyboard": {"enabled": True, "bindToWindow": False}, "hideEdgesOnDrag": True},
}


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[_Cell, ...], ...]
    note: str = ""


def write(material: Material, created: datetime) -> bytes:
    """The page. Raises ExportError if there is no node to draw."""
    require_nodes(material)
    drawn = _drawn(material)
    template = drawn.templateEnv.overlay(autoescape=True).from_string(_part("page.html"))
    page: str = template.render(
        material=material,
        caution=caution_of(material),
        licence=LICENCE,
        date=f"{created.day} {created:%B %Y, %H:%M} UTC",
        parameters=json.dumps(dict(material.parameters), ensure_ascii=False) if material.parameters else "",
        node_legend=list(legend.node_legend(material.subgraph.nodes)),
        link_legend=list(legend.link_legend(material.subgraph.links)),
        tables=_tables(material),
        data=_data(material, drawn),
        style=_part("page.css"),
        scripts=(_vis(), _part("page.js")),
        script_hashes=" ".join(map(_hash, (_vis(), _part("page.js")))),
    )
    return page.encode()


def _drawn(material: Material) -> Network:
    """The network as pyvis describes it. Titles stay empty: pyvis would make a tooltip out of their markup."""
    drawn = Network(directed=True)
    drawn.set_options(json.dumps(_OPTIONS))
    for node in material.subgraph.nodes:
        image = legend.as_address(legend.symbol(node.kind))
        drawn.add_node(node.id, label=_caption(node.name), shape="image", image=image, size=12)
    worded = len(material.subgraph.links) <= MOST_WORDED_LINKS
    for link in material.subgraph.links:
        drawn.add_edge(link.start, link.end, id=link.id, label=legend.link_words(link.kind) if worded else "")
    return drawn


def _data(material: Material, drawn: Network) -> Mapping[str, Any]:
    """What the page's script draws and tells: nodes, edges, options, and what the panel shows of each."""
    nodes, edges, _, _, _, options = drawn.get_network_data()
    names = {node.id: node.name for node in material.subgraph.nodes}
    about = {node.id: _about_node(node) for node in material.subgraph.nodes}
    about |= {link.id: _about_link(link, names) for link in material.subgraph.links}
    return {"nodes": nodes, "edges": edges, "options": json.loads(options), "about": about}


def _about_node(node: Node) -> dict[str, Any]:
    fields = legend.fields(legend.node_properties(node.kind), node.properties)
    return {"title": node.name, "fields": [("what", legend.node_words(node.kind)), *fields, ("id", node.id)]}


def _about_link(link: Link, names: Mapping[str, str]) -> dict[str, Any]:
    fields = legend.fields(legend.link_properties(link.kind), link.properties)
    ends = [("from", names[link.start]), ("to", names[link.end])]
    return {"title": legend.link_words(link.kind), "fields": [*ends, *fields]}


def _tables(material: Material) -> list[_Table]:
    nodes, links = material.subgraph.nodes, material.subgraph.links
    names = {node.id: node.name for node in nodes}
    tables = [
        _Table(
            "Citations",
            ("Record", "Link", "Source", "Where", "Words", "Seen in", "Address"),
            tuple(_citation(link, names) for link in links if is_citation(link)),
        ),
        *([] if material.selection else [_answer(material)]),
        _Table("Nodes", ("What", "Name", "Id"), tuple(_cells(legend.node_words(n.kind), n.name, n.id) for n in nodes)),
        _Table(
            "Links",
            ("From", "Link", "To"),
            tuple(_cells(names[link.start], legend.link_words(link.kind), names[link.end]) for link in links),
        ),
    ]
    return [table for table in tables if table.rows]


def _answer(material: Material) -> _Table:
    rows, note = material.rows.rows, ""
    if len(rows) > MOST_ROWS:
        note = f"The first {MOST_ROWS:,} of {len(rows):,} rows; the csv export has them all."
    return _Table("Answer", material.rows.columns, tuple(_cells(*row) for row in rows[:MOST_ROWS]), note)


def _citation(link: Link, names: Mapping[str, str]) -> tuple[_Cell, ...]:
    """A row of the citations' table; only an address of the web becomes a link."""
    told = dict(legend.fields(model.CITATION, link.properties))
    url = str(link.properties.get("url") or "")
    address = _Cell(url or "withheld", url if re.match(r"https?://", url, re.IGNORECASE) else "")
    ends = _cells(names[link.start], legend.link_words(link.kind), names[link.end])
    return (*ends, *_cells(told.get("locator"), told.get("quotation"), told.get("seen in")), address)


def _cells(*values: Any) -> tuple[_Cell, ...]:
    return tuple(_Cell(as_text(value)) for value in values)


def _caption(name: str) -> str:
    """The name on one line, cut where it is long."""
    line = " ".join(name.split())
    return line if len(line) <= LONGEST_CAPTION else line[: LONGEST_CAPTION - 1] + "…"


@cache
def _part(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")


@cache
def _vis() -> str:
    """vis-network, without the line that names its source map."""
    return re.sub(r"\n//# sourceMappingURL=.*\s*\Z", "\n", _VIS.read_text(encoding="utf-8"))


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
