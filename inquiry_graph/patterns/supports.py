"""Question 3: support before, during and after an investigation, by kind of support and by place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inquiry_graph import model
from inquiry_graph.cells import EXPLOITATION, Cell, number
from inquiry_graph.database import Database
from inquiry_graph.patterns.findings import Held, Listed, cell_of, findings_held, ids_of, listed

THEME = 3
TIMES = tuple(term.value for term in model.SUPPORT_TIMES)


@dataclass(frozen=True, slots=True)
class Supports:
    """Kinds of support by time. `cells` are places × kinds within each time (`group`); `beyond` the findings of
    national examinations and inspections by kind and time, which are in no place's cell. `unnamed` are findings
    under the theme that name no kind.
    """

    kinds: tuple[Listed, ...]
    cells: tuple[Cell, ...]
    beyond: dict[tuple[str, str], tuple[str, ...]]
    named: tuple[Held, ...]
    unnamed: tuple[Held, ...]

    @property
    def sentence(self) -> str:
        """How many findings name a kind of support and its time, of how many, in how many places."""
        timed = [each for each in self.named if any(when != "not_stated" for _, when in each.supports)]
        places = {cell.unit_id for cell in self.cells}
        all_found = number(len(self.named) + len(self.unnamed), "findings")
        return (
            f"A kind of support is named in {len(self.named)} of the {all_found} on support, "
            f"in {number(len(places), 'places')}; "
            f"whether it was due before, during or after an investigation is said in {len(timed)}"
        )

    def at(self, kind: str, when: str) -> tuple[Cell, ...]:
        """The cells of a kind of support due at that time."""
        return tuple(cell for cell in self.cells if cell.topic_id == kind and cell.group == when)


def supports(database: Database, subjects: Sequence[str] = EXPLOITATION) -> Supports:
    """What findings on these subjects say of kinds of support."""
    return supports_of(findings_held(database, subjects), listed(database, "Support"))


def supports_of(held: Iterable[Held], kinds: Sequence[Listed]) -> Supports:
    """What these findings say of these kinds of support."""
    on_support = [each for each in held if each.judged and (each.supports or each.theme == THEME)]
    named = [each for each in on_support if each.supports]
    names = {kind.id: kind.name for kind in kinds}
    groups: dict[tuple[tuple[str, str], str, str], list[Held]] = {}
    beyond: dict[tuple[str, str], list[Held]] = {}
    for each in named:
        for kind, when in each.supports:
            for place in each.places:
                groups.setdefault((place, kind, when), []).append(each)
            if not each.places:
                beyond.setdefault((kind, when), []).append(each)
    cells = (
        cell_of(place, (kind, names[kind]), behind, examined=any(each.covered for each in behind), group=when)
        for (place, kind, when), behind in sorted(groups.items())
    )
    return Supports(
        kinds=tuple(kinds),
        cells=tuple(cells),
        beyond={at: ids_of(behind) for at, behind in beyond.items()},
        named=tuple(named),
        unnamed=tuple(each for each in on_support if not each.supports),
    )
