"""Exports completed with what stands behind them, and made again from their manifests to see whether they hold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from inquiry_graph import answers, catalogue
from inquiry_graph.citations import cited
from inquiry_graph.database import Database, LoadRecord, ServerFacts
from inquiry_graph.dossier import dossier
from inquiry_graph.dossier import material as of_dossier
from inquiry_graph.errors import ExportError
from inquiry_graph.export import FORMATS, VIEW, Material, of_answer, of_pattern, of_selection, of_statement, render
from inquiry_graph.neighbourhood import among, around_finding
from inquiry_graph.patterns import tables
from inquiry_graph.subgraph import Subgraph

_NOT_OURS = (
    "is no manifest of an export of ours, nor a frozen view. Name a file that ends in .manifest.json or .view.json."
)


@dataclass(frozen=True, slots=True)
class Verified:
    """An export made again: whether every byte is the same, and on which data it was made then and now."""

    file: str
    identical: bool
    dataset_then: str
    dataset_now: str
    counts_then: Mapping[str, int]
    counts_now: Mapping[str, int]

    def sentence(self) -> str:
        """Identical or different, and what may be the reason."""
        on = f"version {self.dataset_now}" if self.dataset_now == self.dataset_then else self._two_versions()
        if self.identical:
            return f"{self.file}: identical, made again byte for byte on {on}."
        differ = [
            f"{was:,} {noun} then and {self.counts_now.get(noun, 0):,} now"
            for noun, was in self.counts_then.items()
            if self.counts_now.get(noun, 0) != was
        ]
        told = (
            ", ".join(differ) or "as many nodes, links and rows as then, and other contents or another version of ours"
        )
        return f"{self.file}: different on {on}: {told}."

    def _two_versions(self) -> str:
        return f"version {self.dataset_now}, where it was made on {self.dataset_then}"


def around(database: Database, ids: Iterable[str]) -> Subgraph:
    """Records with all that they point to."""
    return reduce(or_, (around_finding(database, each) for each in ids), Subgraph())


def completed(database: Database, material: Material, format_: str) -> Material:
    """The material with what the format needs besides: the sources behind it, or every link among its nodes."""
    ids = [node.id for node in material.subgraph.nodes]
    if format_ == VIEW:
        material = replace(material, subgraph=among(database, ids))
    return replace(material, cited=cited(database, ids)) if FORMATS[format_].cites else material


def verify(database: Database, manifest: Mapping[str, Any]) -> Verified:
    """Make the export of that manifest again and compare it with the hash that the manifest has of it.

    Raises ExportError for what cannot be made again, and what asking the graph raises.
    """
    try:
        material = replace(_material(database, manifest), title=manifest["title"], view=manifest.get("view", {}))
        format_, created = manifest["format"], datetime.fromisoformat(manifest["created"])
        again = render(completed(database, material, format_), format_, created)
        now = json.loads(again.manifest)
        return Verified(
            file=manifest["file"],
            identical=hashlib.sha256(again.content).hexdigest() == manifest["sha256"],
            dataset_then=manifest["dataset"]["version"] or "not recorded",
            dataset_now=now["dataset"]["version"] or "not recorded",
            counts_then=manifest["counts"],
            counts_now=now["counts"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ExportError(f"The file {_NOT_OURS}") from error


def _of_pattern(
    database: Database, pattern: str, chosen: Mapping[str, Any], facts: ServerFacts, load: LoadRecord | None
) -> Material:
    found = tables.of_page(pattern, chosen)
    if found is None:
        raise ExportError(f"The table {pattern} is made by its page in the app alone: open the page and compare.")
    name, options = found
    return of_pattern(pattern, tables.rows(database, name, **options), chosen, facts, load)


def _material(database: Database, manifest: Mapping[str, Any]) -> Material:
    facts, load, given = database.facts(), database.last_load(), manifest["parameters"]
    if manifest["pattern"]:
        return _of_pattern(database, manifest["pattern"], given, facts, load)
    if manifest.get("dossier"):
        return of_dossier(database, dossier(database, manifest["dossier"]))
    if manifest["question"]:
        answer = answers.ask(database, catalogue.question(manifest["question"]), given)
        return of_answer(answer, answers.picture(database, answer), facts, load)
    if manifest["statement"]:
        rows = database.read_typed(manifest["statement"], given)
        return of_statement(manifest["statement"], rows, facts, load, given)
    ids, left_out = tuple(manifest["selection"]), tuple(manifest.get("left_out", ()))
    if manifest.get("around"):
        return of_selection(ids, around(database, ids), facts, load, around=True)
    return of_selection(ids, among(database, ids).without(left_out), facts, load, left_out=left_out)
