"""From accepted decisions to rows: finding and citation; and source, case, place and scope where they are new."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph_loader.intake.decisions import Decision, Form
from graph_loader.intake.drafts import Draft
from graph_loader.package import Package
from graph_loader.records import SEPARATOR
from inquiry_graph import model
from inquiry_graph.errors import IntakeError

Row = Mapping[str, str]
NEW = "new-"  # before a property of a source or a case that the package does not hold yet, in the form of the report
SCOPE = "scope-"  # before a property of the scope that the report states
_FINDING, _SOURCE, _CASE, _SCOPE, _PLACE = (
    model.node_kind(label) for label in ("Finding", "Source", "Case", "Scope", "Location")
)
_OF_SCOPE = ("summary", "basis", "extends_to", "quotation", "locator")
_DIGITS_OF_FILE = 4  # of its checksum, in the id: two files of one source do not share ids
_NEXT_STEP = "Fill in “About this report” first: its source, its case and its address."


@dataclass(slots=True)
class NewRows:
    """Rows by table, and the findings among them. `waiting` are paragraphs with two versions and no decision yet."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    findings: list[str] = field(default_factory=list)
    already: int = 0
    waiting: tuple[int, ...] = ()
    scope: str = ""  # the id of the scope, if it is new

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written: a source and a case alone wait for a finding or a scope."""
        return not (self.findings or self.scope)


def rows_of(draft: Draft, package: Package) -> NewRows:
    """What the draft would add to the package. Raises IntakeError while the report's own form is not filled in."""
    about = draft.about().decision
    if about is None or draft.about().rivals:
        raise IntakeError(_NEXT_STEP)
    report = about.findings[0]
    made = NewRows()
    ids = {kind.label: _ids(package, kind.table) for kind in (_FINDING, _SOURCE, _CASE, _SCOPE, _PLACE)}
    source, case = _report_rows(report, made, ids)
    records = draft.records()
    made.waiting = tuple(number for number, record in records.items() if record.rivals)
    for number, decision in draft.accepted(records):
        if number not in made.waiting:
            for identifier, form in _with_ids(draft, source, number, decision):
                if identifier in ids["Finding"]:
                    made.already += 1
                else:
                    _add(made, identifier, form, report, decision, source, case)
    if made.findings or source in ids["Source"]:
        _add_scope(made, draft, about, ids["Scope"])
    return made


def scope_complaints(report: Form) -> Iterator[str]:
    """What a scope that was begun still lacks."""
    given = _part(report, SCOPE)
    if given and len(given) < len(_OF_SCOPE):
        missing = ", ".join(name.replace("_", " ") for name in _OF_SCOPE if name not in given)
        yield f"What it set out to examine lacks: {missing}. Fill it in, or leave all of it empty."


def _report_rows(report: Form, made: NewRows, ids: Mapping[str, set[str]]) -> tuple[str, str]:
    """The report's source and case; rows for them if they are new."""
    source, case = report.get("source", ""), report.get("case", "")
    if not source or not case:
        raise IntakeError(_NEXT_STEP)
    if case not in ids["Case"]:
        row = _new(report, "case")
        place = _add_place(made, report, ids["Location"])
        row["locations"] = SEPARATOR.join(filter(None, (row.get("locations"), place)))
        made.tables[_CASE.table].append({"id": case, **row})
    if source not in ids["Source"]:
        row = {"examines": case, **_new(report, "source")}
        made.tables[_SOURCE.table].append({"id": source, "title": row.get("name", ""), **row})
    return source, case


def _add_place(made: NewRows, report: Form, ids: set[str]) -> str:
    """The id of the place that the list of places lacked, and a row for it; empty if none was named."""
    row = _new(report, "location")
    if not row.get("name"):
        return ""
    identifier = f"{_PLACE.prefix}:{slug(row['name'])}"
    if identifier not in ids:
        made.tables[_PLACE.table].append({"id": identifier, **row})
    return identifier


def _add_scope(made: NewRows, draft: Draft, about: Decision, ids: set[str]) -> None:
    """What the report set out to examine, of its case, cited as its findings are."""
    report = about.findings[0]
    given, source = _part(report, SCOPE), report["source"]
    identifier = f"{_SCOPE.prefix}:{source.partition(':')[2]}-{draft.report.sha256[:_DIGITS_OF_FILE]}"
    if not given or identifier in ids:
        return
    covers = SEPARATOR.join((report["case"], given.get("extends_to", "")))
    own = {"id": identifier, "source": source, "read_by": about.reader, "read_on": about.day}
    made.tables[_SCOPE.table].append({**given, "extends_to": covers, **own})
    cited = {"of": identifier, "link": model.MUST_CITE[_SCOPE.label], "source": source}
    made.tables[model.CITATIONS_TABLE].append({**given, **cited, **_seen(report)})
    made.scope = identifier


def _seen(report: Form) -> dict[str, str]:
    """Where the report was read, as each of its citations says."""
    return {name: report.get(name, "") for name in ("url", "address_withheld", "seen_in", "accessed")}


def slug(name: str) -> str:
    """A name as the readable part of an id."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _new(report: Form, what: str) -> dict[str, str]:
    return _part(report, f"{NEW}{what}-")


def _part(report: Form, prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): value for name, value in report.items() if name.startswith(prefix) and value}


def _with_ids(draft: Draft, source: str, number: int, decision: Decision) -> Iterator[tuple[str, Form]]:
    """The paragraph's findings by ids that are the same whenever they are made: a second writing adds nothing."""
    name = source.partition(":")[2]
    for place, form in enumerate(decision.findings, 1):
        part = "" if place == 1 else f"-{place}"
        yield f"{_FINDING.prefix}:{name}-{draft.report.sha256[:_DIGITS_OF_FILE]}-{number:03}{part}", form


def _add(made: NewRows, identifier: str, form: Form, report: Form, decision: Decision, source: str, case: str) -> None:
    own = {"id": identifier, "read_by": decision.reader, "read_on": decision.day}
    made.tables[_FINDING.table].append({**form, "case": form.get("case") or case, **own})
    cited = {"of": identifier, "link": model.MUST_CITE[_FINDING.label], "source": source}
    place = {name: form.get(name, "") for name in ("locator", "quotation")}
    made.tables[model.CITATIONS_TABLE].append({**cited, **place, **_seen(report)})
    made.findings.append(identifier)


def _ids(package: Package, table: str) -> set[str]:
    return {row.values.get("id", "") for row in package.rows(table)}
