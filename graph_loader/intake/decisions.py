"""What readers decide of a paragraph: each decision a file of its own with its revision, none ever overwritten.

A reader decides on what stood before. Whoever decides on a revision that is no longer the last keeps what was written
as a *rival*: both are shown until somebody has decided between them.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from graph_loader import files
from inquiry_graph.errors import EditConflict, IntakeError

Form = Mapping[str, str]  # a finding as a reader fills it in: columns of findings.csv and of its citation
_REVISION, _RIVAL = "revision", "rival"


@dataclass(frozen=True, slots=True)
class Decision:
    """What one reader made of a paragraph. `based_on` is the revision that they saw, 0 if there was none."""

    verdict: str
    findings: tuple[Form, ...]
    reader: str
    decided_at: str
    based_on: int
    revision: int = 0  # 0 for a rival: it never became one
    rival: str = ""  # its name among the rivals
    answers: tuple[str, ...] = ()  # rivals that it was decided against or for

    @property
    def day(self) -> str:
        """The day on which it was made."""
        return self.decided_at[:10]


@dataclass(frozen=True, slots=True)
class Record:
    """How a paragraph stands: the last decision, and every rival that nobody has answered yet."""

    decision: Decision | None
    rivals: tuple[Decision, ...]

    @property
    def revision(self) -> int:
        """The revision that the next decision is based on."""
        return self.decision.revision if self.decision else 0


def decide(
    folder: Path, verdict: str, findings: Iterable[Form], reader: str, based_on: int, answers: Iterable[str] = ()
) -> Decision:
    """Write a decision to disk. Raises EditConflict if somebody decided meanwhile; what was given is then a rival."""
    if not reader.strip():
        raise IntakeError("Say who reads: your role or initials stand beside each row. Nothing was written.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    forms = tuple(dict(form) for form in findings)
    made = Decision(verdict, forms, reader.strip(), now, based_on, based_on + 1, answers=tuple(answers))
    if record(folder).revision == based_on and files.create(_file(folder, made.revision), _as_json(made)):
        return made
    name = f"{_RIVAL}-{based_on:04}-{uuid.uuid4().hex[:8]}"
    files.create(folder / f"{name}.json", _as_json(replace(made, revision=0, rival=name)))
    raise EditConflict(
        "Somebody decided this paragraph while you did. Nothing is lost: both versions stand here, and the next "
        "decision is between them."
    )


def record(folder: Path) -> Record:
    """How the paragraph whose decisions lie in that folder stands."""
    try:
        return _record(folder, tuple(sorted(file.name for file in folder.iterdir())))
    except FileNotFoundError:
        return Record(None, ())


@lru_cache(maxsize=20_000)
def _record(folder: Path, names: tuple[str, ...]) -> Record:
    """The record by the names of its files: a file that has its name never changes again."""
    made = [_read(folder / name) for name in names if name.startswith(_REVISION)]
    answered = {name for decision in made for name in decision.answers}
    rivals = (_read(folder / name) for name in names if name.startswith(_RIVAL))
    return Record(made[-1] if made else None, tuple(each for each in rivals if each.rival not in answered))


def _file(folder: Path, revision: int) -> Path:
    return folder / f"{_REVISION}-{revision:04}.json"


def _as_json(decision: Decision) -> bytes:
    return json.dumps(asdict(decision), ensure_ascii=False, indent=1).encode()


def _read(file: Path) -> Decision:
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        findings = tuple(dict(form) for form in held.pop("findings"))
        return Decision(findings=findings, answers=tuple(held.pop("answers")), **held)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IntakeError(
            f"{file} cannot be read: {error}. Put it aside, and the decision before it stands."
        ) from error
