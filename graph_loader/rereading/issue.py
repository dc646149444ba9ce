"""A correction as the text of an issue: all that is needed to look at it, and nothing of it is read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph_loader.rereading.corrections import Correction
from inquiry_graph import model

_FAULTS = {term.value: term.words for term in model.FAULTS}
_BACKTICKS = re.compile(r"`+")


def as_issue(draft: Correction) -> str:
    """The text in Markdown. Every value stands in a fenced block, where it shows as typed."""
    return "\n".join(_lines(draft))


def _lines(draft: Correction) -> Iterator[str]:
    yield f"Correction of a record: {_FAULTS[draft.fault].lower()}."
    yield from ("", "What the page says, in the reader's words, with its exact words and place:", "")
    told = [draft.page_says, f"“{draft.quotation}”" if draft.quotation else "", draft.locator]
    yield from _fenced(line for line in told if line)
    yield from ("", "The record, and what it would be:", "")
    yield from _fenced(_values(draft))
    yield from ("", "Where to look:", "")
    yield from _fenced(draft.addresses or ("the address is withheld",))
    yield from ("", "Of which data:", "")
    yield from _fenced(
        (
            f"record: {draft.record}",
            f"package: {draft.package} {draft.version}, SHA-256 {draft.package_checksum}",
            f"row and citations: SHA-256 {draft.row_checksum}",
            f"read by: {draft.reader}, {draft.made_at}",
            f"draft: {draft.id}",
        )
    )


def _values(draft: Correction) -> Iterator[str]:
    """Each value that is there; below one that would change what it would be."""
    for name in dict.fromkeys((*draft.present, *draft.proposed)):
        now, then = draft.present.get(name, ""), draft.proposed.get(name)
        if now or then is not None:
            yield f"{name}: {now or '(empty)'}"
        if then is not None:
            yield f"  → {then or '(empty)'}"


def _fenced(lines: Iterable[str]) -> Iterator[str]:
    """The lines in a fence that is longer than any run of backticks in them."""
    listed = [" ".join(line.splitlines()) for line in lines]
    longest = max((len(run) for line in listed for run in _BACKTICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}text", *listed, fence)
