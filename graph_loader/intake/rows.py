"""From accepted decisions to rows of a package: finding and citation, and source and case where they are new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph_loader.intake.decisions import Decision, Form
from graph_loader.intake.drafts import Draft
from graph_loader.package import Package
from inquiry_graph import model
from inquiry_graph.errors import IntakeError

Row = Mapping[str, str]
NEW = "new-"  # before a property of a source or a case that the package does not hold yet, in the form of the report
_FINDING, _SOURCE, _CASE = (model.node_kind(label) for label in ("Finding", "Source", "Case"))
_DIGITS_OF_FILE = 4  # of its checksum, in the id: two files of one source do not share ids
_NEXT_STEP = "Fill in “About this report” first: its source, its case and its address."


@dataclass(slots=True)
class NewRows:
    """Rows by table, and the findings among them. `waiting` are paragraphs with two versions and no decision yet."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    findings: list[str] = field(default_factory=list)
    already: int = 0
    waiting: tuple[int, ...] = ()


def rows_of(draft: Draft, package: Package) -> NewRows:
    """What the draft would add to the package. Raises IntakeError while the report's own form is not filled in."""
    about = draft.about().decision
    if about is None or draft.about().rivals:
        raise IntakeError(_NEXT_STEP)
    report = about.findings[0]
    made = NewRows()
    ids = {kind.label: _ids(package, kind.table) for kind in (_FINDING, _SOURCE, _CASE)}
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
    return made


def _report_rows(report: Form, made: NewRows, ids: Mapping[str, set[str]]) -> tuple[str, str]:
    """The report's source and case; rows for them if they are new."""
    source, case = report.get("source", ""), report.get("case", "")
    if not source or not case:
        raise IntakeError(_NEXT_STEP)
    if case not in ids["Case"]:
        made.tables[_CASE.table].append({"id": case, **_new(report, "case")})
    if source not in ids["Source"]:
        row = {"examines": case, **_new(report, "source")}
        made.tables[_SOURCE.table].append({"id": source, "title": row.get("name", ""), **row})
    return source, case


def _new(report: Form, what: str) -> dict[str, str]:
    prefix = f"{NEW}{what}-"
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
    seen = {name: report.get(name, "") for name in ("url", "address_withheld", "seen_in", "accessed")}
    made.tables[model.CITATIONS_TABLE].append({**cited, **place, **seen})
    made.findings.append(identifier)


def _ids(package: Package, table: str) -> set[str]:
    return {row.values.get("id", "") for row in package.rows(table)}
