"""Question 5: the path from report to court, step by step: in how many examinations of a step a barrier was found.

An examination is a case. It examined a step if a finding judges it there and a stated scope covers the practice that
it judges. No source states a scope by step, so the examinations that looked at a step and found nothing worth a
sentence are not known: there is a base, and no bound beyond it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inquiry_graph.cells import EXPLOITATION, Cell, Tally, number
from inquiry_graph.database import Database
from inquiry_graph.patterns.findings import Held, Listed, cell_of, findings_held, listed

THEME = 5
PATH = "prosecution"
PLACES = ("local", "operation")
KINDS = (("Places", PLACES), ("Inspections", ("inspection",)), ("National examinations", ("national",)))


@dataclass(frozen=True, slots=True)
class Step:
    """A step with its cells, one for each examination that judged it."""

    step: Listed
    cells: tuple[Cell, ...]

    @property
    def tally(self) -> Tally:
        """In how many examinations it is in which state."""
        return Tally.of(self.cells)

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings at the step."""
        return tuple(sorted({each for cell in self.cells for each in cell.findings}))

    @property
    def sentence(self) -> str:
        """In how many examinations of the step a barrier was found, and what stands outside."""
        tally = self.tally
        examined = number(tally.with_finding, "examinations")
        told = f"{tally.low} of {examined} of this step found a barrier"
        if not tally.with_finding:
            told = "no examination of this step is held whose scope is known"
        outside = tally.scope_not_known
        return f"{told}; {outside} more judged it, scope not known" if outside else told


def steps(
    database: Database, subjects: Sequence[str] = EXPLOITATION, kinds: Sequence[str] = PLACES, path: str = PATH
) -> tuple[Step, ...]:
    """The steps of the path in their order, over cases of these kinds."""
    return steps_of(findings_held(database, subjects), listed(database, "Stage", path), kinds)


def steps_of(held: Iterable[Held], path: Sequence[Listed], kinds: Sequence[str]) -> tuple[Step, ...]:
    """The steps of the path over these findings."""
    judged = [each for each in held if each.judged and each.case_kind in kinds]
    return tuple(Step(step, tuple(_cells(step, judged))) for step in path)


def _cells(step: Listed, judged: Iterable[Held]) -> Iterable[Cell]:
    groups: dict[tuple[str, str], list[Held]] = {}
    for each in judged:
        if step.id in each.stages:
            groups.setdefault((each.case_id, each.case_name), []).append(each)
    for case, behind in sorted(groups.items()):
        yield cell_of(case, (step.id, step.name), behind, examined=any(each.covered for each in behind))
