"""The verdict of a reading, written into the package: into rereadings.csv, and into whatever it changes.

A confirmed row gets the day into `accessed` of the citations whose page was read. A corrected one gets its new values
and the day. A withdrawn one goes to withdrawn.csv, and its rows of the readings to left_out.csv. A page that was not
seen changes nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from graph_loader import rewriting
from graph_loader.package import Package, Row, read_package
from graph_loader.rereading import corrections
from graph_loader.rereading.corrections import Correction, Said
from graph_loader.rereading.standing import Standing, standing
from graph_loader.side_tables import KEPT, LEFT_OUT, READING_ROWS, REREADINGS, SECOND_CODING, SIDE_TABLES, WITHDRAWN
from inquiry_graph import model
from inquiry_graph.errors import EditConflict, IntakeError
from inquiry_graph.settings import Settings

WITHHELD = "Withheld, since it spoke of a private person."
_NOT_CORRECTED = frozenset(("id", "of", "link", "read_by", "read_on", "corrected_on", "accessed"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader found. `values` are the new ones of a correction: columns of the record and of its first citation.

    `withheld` keeps the words of a withdrawn record out of withdrawn.csv, since they speak of a private person.
    `answers` are the draft corrections that it answers, by id; None: all that speak of the record.
    """

    record: str
    verdict: str
    reader: str
    url: str = ""
    note: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    withheld: bool = False
    answers: tuple[str, ...] | None = None


def correctable(standing: Standing) -> tuple[str, ...]:
    """The columns that a correction may change, those of the record before those of its citation."""
    names = (*(column.name for column in model.columns(standing.kind)), *(c.name for c in model.citation_columns()))
    return tuple(name for name in dict.fromkeys(names) if name not in _NOT_CORRECTED)


def complaints(verdict: Verdict, found: Standing) -> Iterator[str]:
    """Every reason why the verdict cannot be written yet, each as what to do."""
    if verdict.verdict not in {term.value for term in model.VERDICTS}:
        yield f"Choose a verdict: {', '.join(term.value for term in model.VERDICTS)}."
    if not verdict.reader.strip():
        yield "Say who reads: your role or initials stand beside the verdict."
    if verdict.verdict == "page_not_seen" and verdict.url:
        yield "Give no address for a page that could not be seen."
    if verdict.verdict == "withdrawn" and not verdict.reason.strip():
        yield "Say why the record cannot stand."
    if verdict.verdict == "corrected" and not _changed(verdict, found):
        yield "Say what is corrected: no value differs from what stands."
    if verdict.verdict != "corrected" and verdict.values:
        yield "New values belong to the verdict “corrected” alone."
    for name in verdict.values.keys() - set(correctable(found)):
        yield f"{name} is no column that a correction may change: {', '.join(correctable(found))}."


def write_verdict(verdict: Verdict, seen: str, folder: Path, settings: Settings) -> None:
    """Write the verdict on the record whose checksum was `seen` into the package in that folder.

    Raises EditConflict if the record is no longer the one that was seen; what was given is then kept as a draft
    correction. Raises PackageError, and writes nothing, if the package has a problem or would have one with it.
    """
    with rewriting.alone(folder, settings):
        package = read_package(folder)
        found = standing(verdict.record, package)
        if found.checksum != seen:
            _keep_aside(verdict, found, package, settings)
        wrong = list(complaints(verdict, found))
        if wrong:
            raise IntakeError(f"Nothing was written. {' '.join(wrong)}")
        rewriting.refuse_unsound(package)
        day = datetime.now(UTC).date().isoformat()
        rewriting.write(package, dict(_contents(verdict, found, package, day)))
    if verdict.verdict != "page_not_seen":
        corrections.answer(_answered(verdict, settings), verdict.verdict, verdict.reader, day, settings)


def _answered(verdict: Verdict, settings: Settings) -> list[Correction]:
    of_record = (each for each in corrections.open_corrections(settings) if each.record == verdict.record)
    return [each for each in of_record if verdict.answers is None or each.id in verdict.answers]


def _contents(verdict: Verdict, found: Standing, package: Package, day: str) -> Iterator[tuple[str, bytes]]:
    """The tables that change, each whole."""
    read = {"record": found.id, "read_on": day, "read_by": verdict.reader, "verdict": verdict.verdict}
    yield _added(package, REREADINGS, [read | {"url": verdict.url, "note": verdict.note}])
    match verdict.verdict:
        case "confirmed":
            yield from _cited_again(verdict, found, {}, package, day)
        case "corrected":
            yield from _corrected(verdict, found, package, day)
        case "withdrawn":
            yield from _withdrawn(verdict, found, package, day)


def _corrected(verdict: Verdict, found: Standing, package: Package, day: str) -> Iterator[tuple[str, bytes]]:
    changed = _changed(verdict, found)
    cited = {name: value for name, value in changed.items() if corrections.of_citation(name, found)}
    of_record = {name: value for name, value in changed.items() if name not in cited}
    table = found.kind.table
    yield _edited(package, table, {found.row.line: of_record | {"corrected_on": day}})
    yield from _cited_again(verdict, found, cited, package, day)
    yield from _first_coding_kept(found, of_record, package)


def _cited_again(
    verdict: Verdict, found: Standing, changed: Mapping[str, str], package: Package, day: str
) -> Iterator[tuple[str, bytes]]:
    cited = dict(_citations_read(verdict, found, changed, day))
    if cited:
        yield _edited(package, model.CITATIONS_TABLE, cited)


def _citations_read(
    verdict: Verdict, found: Standing, changed: Mapping[str, str], day: str
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The new cells of each citation: the first takes the new values, those whose page was read the day."""
    for place, each in enumerate(found.citations):
        new = dict(changed) if place == 0 else {}
        if new.get("url", each.values.get("url", "")) == verdict.url:
            new["accessed"] = day
        if new:
            yield each.line, new


def _first_coding_kept(found: Standing, changed: Mapping[str, str], package: Package) -> Iterator[tuple[str, bytes]]:
    """What was measured was the coding of that day: the first values stay beside the second coding."""
    kept = {column: found.row.values[name] for column, name in KEPT.items() if name in changed}
    rows = [row for row in package.rows(SECOND_CODING) if row.values.get("finding") == found.id]
    if kept and rows:
        still = {name: value for name, value in kept.items() if not rows[0].values.get(name)}
        yield _edited(package, SECOND_CODING, {rows[0].line: still})


def _withdrawn(verdict: Verdict, found: Standing, package: Package, day: str) -> Iterator[tuple[str, bytes]]:
    cited = found.citations[0].values
    words = {name: cited.get(name, "") for name in ("locator", "quotation")} | {"summary": found.caption}
    gone = {
        **({"summary": WITHHELD} if verdict.withheld else words),
        "record": found.id,
        "source": cited.get("source", ""),
        "url": cited.get("url", ""),
        "withdrawn_on": day,
        "withdrawn_by": verdict.reader,
        "reason": verdict.reason,
    }
    yield _added(package, WITHDRAWN, [gone])
    yield _without(package, found.kind.table, [found.row])
    yield _without(package, model.CITATIONS_TABLE, found.citations)
    yield from _readings_left_out(verdict, found, package)


def _readings_left_out(verdict: Verdict, found: Standing, package: Package) -> Iterator[tuple[str, bytes]]:
    """Each row of the readings stays accounted for: those that no other record holds are listed as left out."""
    rows = list(package.rows(READING_ROWS))
    mine = [row for row in rows if row.values.get("record") == found.id]
    elsewhere = {row.values.get("reading_row") for row in rows if row.values.get("record") != found.id}
    if mine:
        yield _without(package, READING_ROWS, mine)
        lost = sorted({row.values.get("reading_row", "") for row in mine} - elsewhere)
        yield _added(package, LEFT_OUT, [{"reading_row": each, "reason": verdict.reason} for each in lost])


def _changed(verdict: Verdict, found: Standing) -> dict[str, str]:
    """The values that differ from what stands, each on one line."""
    held = corrections.values_of(found)
    given = {name: " ".join(value.split()) for name, value in verdict.values.items()}
    return {name: value for name, value in given.items() if value != held.get(name, "")}


def _keep_aside(verdict: Verdict, found: Standing, package: Package, settings: Settings) -> None:
    told = f"{verdict.verdict}. {verdict.reason} {verdict.note}"
    said = Said("other", told, "", "", verdict.reader, verdict.values)
    corrections.keep(corrections.correction(said, found, package), settings)
    raise EditConflict(
        f"Somebody changed {verdict.record} while you read it. Nothing was overwritten, and what you gave is kept as a "
        "draft correction beside the record: look at the row as it stands now."
    )


def _edited(package: Package, table: str, changes: Mapping[int, Mapping[str, str]]) -> tuple[str, bytes]:
    return table, rewriting.edited(package.paths[table].read_bytes(), changes)


def _without(package: Package, table: str, rows: Iterable[Row]) -> tuple[str, bytes]:
    return table, rewriting.edited(package.paths[table].read_bytes(), {}, {row.line for row in rows})


def _added(package: Package, table: str, rows: list[Mapping[str, str]]) -> tuple[str, bytes]:
    """The table with these rows below; a table that the package does not have yet begins with them."""
    if table not in package.paths:
        return table, rewriting.longer(b"", rows, [column.name for column in SIDE_TABLES[table]])
    return table, rewriting.longer(package.paths[table].read_bytes(), rows, package.header(table))
