"""Question 4: which signs of vulnerability institutions met, and how they read them, by kind of institution."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION, number
from inquiry_graph.database import Database
from inquiry_graph.patterns.findings import NOT_NAMED, Held, Listed, findings_held, listed

THEME = 4
READINGS = tuple(term.value for term in model.READINGS)


@dataclass(frozen=True, slots=True)
class Reading:
    """One sign read one way by one kind of institution, in one examination."""

    sign: str
    reading: str
    kind: str
    case_id: str
    case_name: str
    finding: str


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs that findings name, each reading of each; `unnamed` are findings under the theme that name none."""

    signs: tuple[Listed, ...]
    readings: tuple[Reading, ...]
    named: tuple[Held, ...]
    unnamed: tuple[Held, ...]

    @property
    def sentence(self) -> str:
        """How many findings name a sign, of how many; how many signs; in how many examinations."""
        met = {each.sign for each in self.readings}
        cases = {each.case_id for each in self.readings}
        return (
            f"A sign is named in {len(self.named)} of the {number(len(self.named) + len(self.unnamed), 'findings')} on "
            f"vulnerability: {len(met)} of the {number(len(self.signs), 'signs')} in the codebook, in "
            f"{number(len(cases), 'examinations')}"
        )

    def at(
        self, *, sign: str | None = None, reading: str | None = None, kind: str | None = None
    ) -> tuple[Reading, ...]:
        """The readings of a sign, of one way of reading, by a kind of institution; None takes all."""
        return tuple(
            each
            for each in self.readings
            if sign in (None, each.sign) and reading in (None, each.reading) and kind in (None, each.kind)
        )


def signs(database: Database, subjects: Sequence[str] = EXPLOITATION) -> Signs:
    """What findings on these subjects say of signs."""
    return signs_of(findings_held(database, subjects), listed(database, "Sign"))


def signs_of(held: Iterable[Held], codebook: Sequence[Listed]) -> Signs:
    """What these findings say of these signs."""
    on_signs = [each for each in held if each.signs or each.theme == THEME]
    readings = (
        Reading(sign, reading, kind, each.case_id, each.case_name, each.id)
        for each in on_signs
        for sign, reading in each.signs
        for kind in sorted({body[2] for body in each.about}) or [NOT_NAMED]
    )
    return Signs(
        signs=tuple(codebook),
        readings=tuple(readings),
        named=tuple(each for each in on_signs if each.signs),
        unnamed=tuple(each for each in on_signs if not each.signs),
    )


def examinations(readings: Iterable[Reading]) -> int:
    """In how many examinations these readings stand: a case is counted once."""
    return len({each.case_id for each in readings})
