"""Reports that were taken in, and how far their review has come: one folder each, outside every package.

intake/<draft>/
    report.json            what was taken in, when, and by whose codebook
    original.pdf           the file itself, as it came
    paragraphs.json        its paragraphs with flags and proposals; never changed
    target.json            the package that accepted findings go to, as it was named last
    about/                 decisions on the report as a whole: its source, its case
    decisions/000012/      decisions on paragraph 12
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph_loader import files
from graph_loader.intake import decisions, judging, stored
from graph_loader.intake.blocks import Paragraph
from graph_loader.intake.decisions import Decision, Form, Record
from graph_loader.intake.pdf import pages_told
from graph_loader.intake.proposing import Examined, Proposer
from graph_loader.intake.reading import kind_of, reading_of
from graph_loader.package import read_package
from inquiry_graph.catalogue import FIXED
from inquiry_graph.errors import IntakeError
from inquiry_graph.progress import Progress, unheard
from inquiry_graph.settings import Settings

_PARAGRAPHS_BETWEEN_WORDS = 1_000  # of progress
_FIRST, _MOST_WORDS_OF_TITLE = 3, 20  # paragraphs at the beginning of a report that may hold its title
_SUFFIXES = {"pdf": ".pdf", "html": ".html", "text": ".txt"}
_REPORT, _PARAGRAPHS, _TARGET, _ABOUT, _DECISIONS = (
    "report.json", "paragraphs.json", "target.json", "about", "decisions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """What was taken in."""

    id: str
    file: str
    kind: str
    sha256: str
    taken_in: str
    package: str  # name and version of the package by whose codebook it was searched
    paragraphs: int
    proposed: int
    not_read: str = ""  # the pages that are pictures without text, in words


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far a review has come. `proposed` paragraphs want a decision; others may have one too."""

    proposed: int
    proposed_decided: int
    decided: int
    by_verdict: Mapping[str, int]
    findings: int  # in accepted paragraphs
    conflicts: int


class Draft:
    """A report that was taken in, to be reviewed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.report = _report(folder)

    def paragraphs(self) -> tuple[Examined, ...]:
        """Every paragraph of the report with its flags and proposals."""
        return _paragraphs(self.folder / _PARAGRAPHS)

    def _usual_subject(self) -> str:
        """What most of the report's proposals are about: the likeliest for a paragraph that does not say."""
        found = Counter(p.subject.value for each in self.paragraphs() for p in each.proposals if p.subject.value)
        return found.most_common(1)[0][0] if found else ""

    def subject_of(self, guessed: str) -> str:
        """What a paragraph is about whose words suggest `guessed`.

        In a report whose title speaks of exploitation, a paragraph that speaks of children alone is about that too;
        else its findings would stand in no count of exploitation, unseen.
        """
        if guessed in FIXED["exploitation"]:
            return guessed
        titled = judging.subject(" ".join(_titles(self.paragraphs()))).value
        return titled if titled in FIXED["exploitation"] else guessed or self._usual_subject()

    def record(self, number: int) -> Record:
        """How the paragraph of that number stands."""
        return decisions.record(self._of(number))

    def records(self) -> dict[int, Record]:
        """How every paragraph stands that somebody has decided, by its number."""
        decided = sorted((self.folder / _DECISIONS).glob("*"))
        return {int(each.name): decisions.record(each) for each in decided if each.name.isdecimal()}

    def about(self) -> Record:
        """What was decided of the report as a whole: its source and its case."""
        return decisions.record(self.folder / _ABOUT)

    def decide(
        self,
        number: int,
        verdict: str,
        findings: Iterable[Form],
        reader: str,
        based_on: int,
        answers: Iterable[str] = (),
    ) -> Decision:
        """Write a decision on a paragraph to disk. Raises EditConflict where somebody else was first."""
        return decisions.decide(self._of(number), verdict, findings, reader, based_on, answers)

    def decide_about(self, form: Form, reader: str, based_on: int, answers: Iterable[str] = ()) -> Decision:
        """Write what the report is: its source and its case."""
        return decisions.decide(self.folder / _ABOUT, "accepted", (form,), reader, based_on, answers)

    def progress(self) -> Progressed:
        """How far the review has come."""
        records = self.records()
        by_verdict: dict[str, int] = {}
        for record in records.values():
            if record.decision:
                by_verdict[record.decision.verdict] = by_verdict.get(record.decision.verdict, 0) + 1
        findings = sum(len(decision.findings) for _, decision in self.accepted(records))
        conflicts = sum(bool(record.rivals) for record in (*records.values(), self.about()))
        proposed = {each.paragraph.number for each in self.paragraphs() if each.proposals}
        done = sum(1 for number, record in records.items() if record.decision and number in proposed)
        return Progressed(self.report.proposed, done, sum(by_verdict.values()), by_verdict, findings, conflicts)

    def accepted(self, records: Mapping[int, Record] | None = None) -> Iterator[tuple[int, Decision]]:
        """The decisions that accept, by the number of their paragraph."""
        for number, record in (self.records() if records is None else records).items():
            if record.decision and record.decision.verdict == "accepted":
                yield number, record.decision

    def target(self) -> Path | None:
        """The folder of the package that accepted findings go to; None where none was named."""
        try:
            return Path(json.loads((self.folder / _TARGET).read_text(encoding="utf-8"))["package"])
        except FileNotFoundError:
            return None

    def aim(self, package: Path) -> None:
        """Name the package that accepted findings go to."""
        content = json.dumps({"package": str(package.absolute())}, ensure_ascii=False)
        files.replace(self.folder / _TARGET, content.encode())

    def _of(self, number: int) -> Path:
        if not 1 <= number <= self.report.paragraphs:
            raise IntakeError(f"{self.report.file} has {self.report.paragraphs:,} paragraphs, and none is {number}.")
        return self.folder / _DECISIONS / f"{number:06}"


def take_in(path: Path, terms: Path, settings: Settings, progress: Progress = unheard) -> Draft:
    """Read a report, search it by the codebook of the package in `terms`, and keep it as a draft.

    A file that was taken in before is not read again: its draft is given back with every decision in it.
    """
    kind = kind_of(path)
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    folder = folder_of(settings) / _identifier(path, digest)
    if (folder / _REPORT).is_file():
        progress(f"{path.name} was taken in before; its review goes on.")
        return Draft(folder)
    reading = reading_of(path, progress)
    found = _examined(reading.paragraphs, terms, progress)
    package = read_package(terms)
    report = Report(
        folder.name,
        path.name,
        kind,
        digest,
        datetime.now(UTC).isoformat(timespec="seconds"),
        f"{package.name} {package.version}",
        len(found),
        sum(bool(each.proposals) for each in found),
        pages_told(reading.pictures) if reading.pictures else "",
    )
    files.replace(folder / f"original{_SUFFIXES[kind]}", content)
    files.replace(folder / _PARAGRAPHS, stored.as_json(found))
    files.replace(folder / _REPORT, json.dumps(asdict(report), ensure_ascii=False, indent=1).encode())
    return Draft(folder)


def drafts(settings: Settings) -> tuple[Draft, ...]:
    """Every report that was taken in, the latest first."""
    found = (Draft(each.parent) for each in folder_of(settings).glob(f"*/{_REPORT}"))
    return tuple(sorted(found, key=lambda draft: (draft.report.taken_in, draft.report.id), reverse=True))


def draft(identifier: str, settings: Settings) -> Draft:
    """The draft of that name. Raises IntakeError if there is none."""
    folder = folder_of(settings) / identifier
    if folder.parent != folder_of(settings) or not (folder / _REPORT).is_file():
        raise IntakeError(
            f"No report {identifier!r} has been taken in. `inquiry-graph intake` lists those that have been."
        )
    return Draft(folder)


def folder_of(settings: Settings) -> Path:
    """Where drafts lie: in the user's own folder, never in a package."""
    return settings.home / "intake"


def _titles(paragraphs: Sequence[Examined]) -> Iterator[str]:
    """What stands over the report: its first headings, and first paragraphs that are no longer than a title."""
    for each in paragraphs[:_FIRST]:
        yield each.paragraph.heading
        if len(each.paragraph.text.split()) <= _MOST_WORDS_OF_TITLE:
            yield each.paragraph.text


@lru_cache(maxsize=8)
def _paragraphs(file: Path) -> tuple[Examined, ...]:
    """They never change once they are written, and a long report's take a moment to read."""
    return stored.examined(file.read_text(encoding="utf-8"))


def _examined(paragraphs: Sequence[Paragraph], terms: Path, progress: Progress) -> tuple[Examined, ...]:
    proposer = Proposer(read_package(terms))
    found = []
    for paragraph in paragraphs:
        if paragraph.number % _PARAGRAPHS_BETWEEN_WORDS == 0:
            progress(f"Searching paragraph {paragraph.number:,} of {len(paragraphs):,}.")
        found.append(proposer.examine(paragraph))
    return tuple(found)


def _identifier(path: Path, digest: str) -> str:
    """A name that people can read and that the file's content alone decides in the end."""
    words = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:40].strip("-")
    return f"{words or 'report'}-{digest[:8]}"


def _report(folder: Path) -> Report:
    try:
        held: dict[str, Any] = json.loads((folder / _REPORT).read_text(encoding="utf-8"))
        return Report(**held)
    except (OSError, ValueError, TypeError) as error:
        raise IntakeError(f"{folder / _REPORT} cannot be read: {error}. Put the folder aside.") from error
