"""The codebook as a page: every theme, practice and closed list of a package, and the figures that it publishes.

`python -m graph_loader.codebook seed_data` writes CODEBOOK.md beside the files.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from graph_loader.codebook_figures import figures
from graph_loader.package import Package, read_package
from inquiry_graph import model

_INTRODUCTION = """# Codebook

Made from the files of this package; change those, then make it anew with `python -m graph_loader.codebook`.

A finding is coded under exactly one practice, and each practice belongs to one theme. The page decides: what it \
does not say is not coded.
"""
_RULES = """## Rules for every row

- *Inconsistent* alone is coded mixed. Between areas it is itself the failure of the practices of theme 1, and coded \
failing there. *Not always* is a failing that is hedged, not an inconsistency.
- *Needs to improve*, *should* and *area for improvement* are recommendations; the weakness that they imply is a \
finding only where it is stated.
- A count of audited cases is mixed unless the page judges it, and always stands with its base.
- A practice or a plan that is described and not judged is coded described.
- Praise by partners, a body's word about itself and a newspaper's own judgement are claims, not findings.
- A hedge in the source stays in the finding. One file or one case is never written as general practice.
- A body is named only where the sentence names it.
"""
_WORDED = "WORDED_IN"


def codebook(package: Package) -> str:
    """The whole page, as Markdown."""
    practices = [row.values for row in package.rows(model.node_kind("Practice").table)]
    worded = _wordings(package)
    parts = [_INTRODUCTION, _RULES]
    for theme in package.rows(model.node_kind("Theme").table):
        own = [practice for practice in practices if practice["theme"] == theme.values["id"]]
        parts.append(f"## {theme.values['number']}. {theme.values['name']}\n\n{theme.values['question']}\n")
        parts += [_practice(practice, worded[practice["id"]]) for practice in own]
        if not own:
            parts.append("No practice is coded under it yet.\n")
    parts += _lists(package)
    parts += figures(package)
    return "\n".join(parts)


def _practice(practice: Mapping[str, str], worded: Sequence[str]) -> str:
    kind = model.node_kind("Practice")
    told = ("failure_name", "definition", "include", "exclude", "clear_example", "borderline_example")
    lines = [f"- **{name.replace('_', ' ').capitalize()}**: {practice[kind.property(name).name]}" for name in told]
    lines += [f"- **As published**: {words}" for words in worded]
    return "\n".join([f"### {practice['name']}\n", f"`{practice['id']}`\n", *lines, ""])


def _wordings(package: Package) -> dict[str, list[str]]:
    """The wording of published reviews that each practice maps to: quotation, source and locator."""
    names = {row.values["id"]: row.values["name"] for row in package.rows(model.node_kind("Source").table)}
    found: dict[str, list[str]] = defaultdict(list)
    for row in package.rows(model.CITATIONS_TABLE):
        if row.values["link"] == _WORDED:
            source = names.get(row.values["source"], row.values["source"])
            found[row.values["of"]].append(f"“{row.values['quotation']}” ({source}, {row.values['locator']})")
    return found


def _lists(package: Package) -> Iterator[str]:
    for label in ("Stage", "Sign", "Support"):
        kind = model.node_kind(label)
        rows = [row.values for row in package.rows(kind.table)]
        lines = [f"- **{row['name']}**" + (f": {row['definition']}" if row.get("definition") else "") for row in rows]
        yield "\n".join([f"## {kind.plural}\n", *lines, ""])


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "CODEBOOK.md").write_text(codebook(read_package(folder)), encoding="utf-8")
