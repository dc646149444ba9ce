"""What somebody says is wrong with a record: kept as a draft in the home folder, and given away as file or text.

corrections/<id>.json          the correction, written once and never changed
corrections/<id>.answer.json   the verdict of the reading that answered it
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from graph_loader import files
from graph_loader.package import Package
from graph_loader.persons import signs_of_a_person
from graph_loader.rereading.standing import Standing, address_of
from inquiry_graph import model
from inquiry_graph.errors import IntakeError
from inquiry_graph.settings import Settings

_ANSWER = ".answer.json"
_FAULTS = {term.value: term.words for term in model.FAULTS}
LARGEST = 100_000  # bytes of a correction that somebody sends


@dataclass(frozen=True, slots=True)
class Correction:
    """A draft correction with all that is needed to look at it: ids, version, checksum, addresses, values.

    `present` and `proposed` hold columns of the record and of its first citation; `proposed` those that differ.
    """

    record: str
    fault: str
    page_says: str
    quotation: str
    locator: str
    reader: str
    package: str
    version: str
    package_checksum: str
    row_checksum: str
    addresses: tuple[str, ...]
    present: Mapping[str, str]
    proposed: Mapping[str, str] = field(default_factory=dict)
    made_at: str = ""

    @property
    def id(self) -> str:
        """The same for the same content, so that a correction that comes twice stands once."""
        digest = hashlib.sha256(json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode()).hexdigest()
        words = re.sub(r"[^a-z0-9]+", "-", self.record.lower()).strip("-")[:60]
        return f"{words or 'record'}-{digest[:8]}"

    @property
    def told(self) -> str:
        """What is wrong in one line."""
        return f"{_FAULTS.get(self.fault, self.fault)}: {self.page_says}"


@dataclass(frozen=True, slots=True)
class Said:
    """What the reader fills in."""

    fault: str
    page_says: str
    quotation: str
    locator: str
    reader: str
    proposed: Mapping[str, str] = field(default_factory=dict)


def correction(said: Said, standing: Standing, package: Package) -> Correction:
    """The draft of what somebody says of the record as it stands in the package."""
    present = values_of(standing)
    proposed = {name: _line(value) for name, value in said.proposed.items()}
    return Correction(
        record=standing.id,
        fault=said.fault,
        page_says=_line(said.page_says),
        quotation=_line(said.quotation),
        locator=_line(said.locator),
        reader=_line(said.reader),
        package=package.name,
        version=package.version,
        package_checksum=package.checksum,
        row_checksum=standing.checksum,
        addresses=tuple(filter(None, (address_of(each) for each in standing.citations))),
        present=present,
        proposed={name: value for name, value in proposed.items() if value != present.get(name, "")},
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def complaints(said: Said, names_allowed: Collection[str] = ()) -> Iterator[str]:
    """Every reason why the draft cannot be kept yet, each as what to do."""
    if said.fault not in _FAULTS:
        yield "Choose what is wrong."
    if not said.page_says.strip():
        yield "Say in your own words what the page says."
    if not said.reader.strip():
        yield "Say who reads: your role or initials, never a full name."
    words = len(said.quotation.split())
    if words > model.LONGEST_QUOTATION:
        yield f"The quotation has {words} words; at most {model.LONGEST_QUOTATION} are quoted."
    for text in (said.page_says, said.quotation, said.locator, said.reader, *said.proposed.values()):
        for what, found in signs_of_a_person(text, names_allowed):
            yield f"“{found}” looks like {what}. Speak of institutions alone."


def values_of(standing: Standing) -> dict[str, str]:
    """The columns of the record, and those of its first citation; of a name that stands in both, the record's."""
    return {
        **standing.row.values,
        **{k: v for k, v in standing.citations[0].values.items() if of_citation(k, standing)},
    }


def of_citation(name: str, standing: Standing) -> bool:
    """Whether that column is one of the citation rather than of the record."""
    return name not in standing.row.values


def keep(draft: Correction, settings: Settings) -> Correction:
    """Write the correction into the home folder, once."""
    files.create(folder_of(settings) / f"{draft.id}.json", as_file(draft))
    return draft


def open_corrections(settings: Settings) -> tuple[Correction, ...]:
    """Those that no reading has answered, the oldest first."""
    folder = folder_of(settings)
    names = sorted(each.name for each in folder.glob("*.json")) if folder.is_dir() else []
    answered = {name.removesuffix(_ANSWER) for name in names if name.endswith(_ANSWER)}
    waiting = (name for name in names if not name.endswith(_ANSWER) and name.removesuffix(".json") not in answered)
    found = (read(folder / name) for name in waiting)
    return tuple(sorted(found, key=lambda each: (each.made_at, each.id)))


def answer(of: Iterable[Correction], verdict: str, reader: str, day: str, settings: Settings) -> None:
    """Note by which reading these were answered; from then on they are no longer open."""
    for each in of:
        told = json.dumps({"verdict": verdict, "reader": reader, "read_on": day}, ensure_ascii=False)
        files.create(folder_of(settings) / f"{each.id}{_ANSWER}", told.encode())


def as_file(draft: Correction) -> bytes:
    """The correction as JSON, to be sent and read again."""
    return json.dumps(asdict(draft), ensure_ascii=False, indent=1).encode()


def read(path: Path) -> Correction:
    """A correction from its file. Raises IntakeError if it is none."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ValueError("it is too large")
        held = json.loads(content)
        found = Correction(**held | {"addresses": tuple(held["addresses"])})
        if not _is_sound(found):
            raise ValueError("a value of it is no text")
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise IntakeError(f"{path} is no correction: {error}. Put it aside, or have it sent again.") from error
    return found


def folder_of(settings: Settings) -> Path:
    """Where drafts of corrections lie."""
    return settings.home / "corrections"


def _is_sound(found: Correction) -> bool:
    """Whether every part is the text that it must be: the file may come from anywhere."""
    held = asdict(found)
    tables = [held.pop("present"), held.pop("proposed")]
    texts = [*held.pop("addresses"), *held.values()]
    of_tables = [part for table in tables for pair in dict(table).items() for part in pair]
    return all(isinstance(text, str) for text in (*texts, *of_tables))


def _line(text: str) -> str:
    return " ".join(text.split())
