"""What was found, in five states: for each kind of dossier on the footing that fits it, never one footing for another.

A case, a place or an agency is one unit: each theme has its state, and under it stand its practices, so many of so
many. A source is told by the cases that it looked at, a practice by the places and forces in which it was judged, a
recommendation by the bodies that it asked. Exploitation and child protection at large are counted apart, and so is
each round of inspections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from inquiry_graph import model
from inquiry_graph.catalogue import FIXED, statement
from inquiry_graph.cells import EXPLOITATION, LEVELS, MOST_CELLS, Cell, Tally, Topics, cell_of_row, cells, number
from inquiry_graph.database import Database
from inquiry_graph.dossier.members import Members
from inquiry_graph.patterns.comparing import cells_of_agencies
from inquiry_graph.patterns.observations import main_programme
from inquiry_graph.subgraph import Node

AT_LARGE = tuple(term.value for term in model.SUBJECTS if term.value not in EXPLOITATION)
SUBJECT_WORDS: Mapping[tuple[str, ...], str] = {
    tuple(EXPLOITATION): "On child sexual exploitation",
    AT_LARGE: "On child protection at large",
}
CellsOn = Callable[[Topics, Sequence[str]], Sequence[Cell]]  # the cells of a level of topics, on these subjects


@dataclass(frozen=True, slots=True)
class Line:
    """A topic as it was judged. `cell` is that of the one unit that is looked at, None where several are.

    `tally` counts what lies beneath in `noun`: the practices of a theme, or the units in which a topic was judged.
    """

    id: str
    name: str
    cell: Cell | None
    tally: Tally
    noun: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Footing:
    """What was found on one footing. `lines` are of one kind, told by `heading`; `cells` are units by themes.

    `sentence` says the whole, without a full stop.
    """

    words: str
    heading: str
    lines: tuple[Line, ...]
    cells: tuple[Cell, ...]
    sentence: str

    @property
    def every_cell(self) -> tuple[Cell, ...]:
        """All cells that are shown."""
        return (*(line.cell for line in self.lines if line.cell), *self.cells)


def found(database: Database, subject: Node, of: Members) -> tuple[Footing, ...]:
    """What was found about the subject of a dossier, footing by footing."""
    return tuple(_FOUND[subject.kind](database, subject, of))


def cells_of_cases(
    database: Database,
    ids: Sequence[str],
    topics: Topics,
    subjects: Sequence[str],
    *,
    source: str | None = None,
    body: str | None = None,
) -> tuple[Cell, ...]:
    """The cells of cases, by name of case and topic; of one source alone, or about one body alone, if asked for."""
    given = {
        "units": list(ids),
        "level": LEVELS[topics],
        "subjects": list(subjects),
        "source": source,
        "body": body,
        **{name: list(FIXED[name]) for name in ("judging", "bases")},
    }
    return tuple(map(cell_of_row, database.read(statement("_library/cells_of_cases"), given, row_limit=MOST_CELLS)))


def _of_case(database: Database, subject: Node, _: Members) -> Iterable[Footing]:
    return _of_unit(database, lambda topics, on: cells_of_cases(database, [subject.id], topics, on))


def _of_place(database: Database, subject: Node, _: Members) -> Iterable[Footing]:
    """A place has cells through local episodes and operations alone."""

    def held(topics: Topics, on: Sequence[str]) -> Sequence[Cell]:
        return [cell for cell in cells(database, "place", topics, on) if cell.unit_id == subject.id]

    return _of_unit(database, held)


def _of_agency(database: Database, subject: Node, of: Members) -> Iterable[Footing]:
    """Over all cases on exploitation; on child protection at large each examination by itself."""
    yield from _of_unit(
        database, lambda topics, on: cells_of_agencies(database, [subject.id], topics, on), (EXPLOITATION,)
    )
    by_case = cells_of_cases(database, of.cases, "theme", AT_LARGE, body=subject.id)
    judged = _judged_units(by_case)
    if judged:
        told = f"{number(len(judged), 'examinations')} with a finding, each by itself: rounds are never summed"
        held = _in_order(_themes(database), (cell for cell in by_case if cell.unit_id in judged))
        yield Footing(SUBJECT_WORDS[AT_LARGE], "", (), held, told)


def _of_source(database: Database, subject: Node, of: Members) -> Iterable[Footing]:
    """What this source alone found, over the cases that it is about."""

    def held(topics: Topics, on: Sequence[str]) -> Sequence[Cell]:
        return cells_of_cases(database, of.cases, topics, on, source=subject.id)

    if len(of.cases) == 1:
        yield from _of_unit(database, held)
        return
    for subjects, words in SUBJECT_WORDS.items():
        by_case = held("theme", subjects)
        if _judged_units(by_case):
            themes = _themes(database)
            lines = tuple(_several(each, by_case, "cases") for each in themes)
            told = Tally.of(by_case).sentence("pairs of a case and a theme")
            yield Footing(words, "Theme", lines, _in_order(themes, by_case), told)


def _of_practice(database: Database, subject: Node, _: Members) -> Iterable[Footing]:
    """The places on exploitation; and the forces of the main programme, round by round."""
    places = [c for c in cells(database, "place", "practice", EXPLOITATION) if c.topic_id == subject.id]
    line = _line(subject.id, "Places", places, "places")
    yield Footing(SUBJECT_WORDS[tuple(EXPLOITATION)], "Where", (line,), tuple(places), line.tally.sentence("places"))
    programme = main_programme(database)
    rounds = []
    for term in model.ROUNDS:
        forces = cells(database, "force", "practice", AT_LARGE, programme=programme, round=term.value)
        of_round = [replace(c, topic_id=term.value, topic_name=term.words) for c in forces if c.topic_id == subject.id]
        if any(cell.findings for cell in of_round):
            rounds.append((_line(term.value, f"Police forces, {term.words.lower()}", of_round, "forces"), of_round))
    if rounds:
        told = "; ".join(f"{line.name.lower()}: {line.tally.sentence('forces')}" for line, _ in rounds)
        held = tuple(cell for _, of_round in rounds for cell in of_round)
        yield Footing(SUBJECT_WORDS[AT_LARGE], "Where", tuple(line for line, _ in rounds), held, told)


def _of_recommendation(database: Database, subject: Node, _: Members) -> Iterable[Footing]:
    """The practices that it would mend, in each of the bodies that it asks."""
    given = {"ids": [subject.id]}
    (row,) = database.read(statement("_library/dossier_recommendations"), given)
    bodies, practices = [body.id for body in row["bodies"]], {practice.id for practice in row["practices"]}
    for subjects, words in SUBJECT_WORDS.items():
        held = [c for c in cells_of_agencies(database, bodies, "practice", subjects) if c.topic_id in practices]
        if held and (subjects == tuple(EXPLOITATION) or any(cell.findings for cell in held)):
            told = Tally.of(held).sentence("pairs of a practice and a body")
            yield Footing(words, "Practice and body", tuple(map(_pair, held)), (), told)


_FOUND: Mapping[str, Callable[[Database, Node, Members], Iterable[Footing]]] = {
    "Case": _of_case,
    "Agency": _of_agency,
    "Location": _of_place,
    "Source": _of_source,
    "Practice": _of_practice,
    "Recommendation": _of_recommendation,
}


def _of_unit(
    database: Database, held: CellsOn, footings: Iterable[Sequence[str]] = tuple(SUBJECT_WORDS)
) -> Iterable[Footing]:
    """One unit: a line for each theme, with its practices beneath it. Where nothing was found, the first footing."""
    themes, theme_of = _themes(database), _themes_of_practices(database)
    made = []
    for subjects in footings:
        by_theme = {cell.topic_id: replace(cell, counted=True) for cell in held("theme", subjects)}
        if by_theme:
            practices = [replace(cell, counted=True) for cell in held("practice", subjects)]
            lines = (
                _theme_line(each, by_theme[each.id], [c for c in practices if theme_of[c.topic_id] == each.id])
                for each in themes
            )
            told = Tally.of(by_theme.values()).sentence("themes")
            made.append(Footing(SUBJECT_WORDS[tuple(subjects)], "Theme", tuple(lines), (), told))
    judged = [each for each in made if any(line.findings for line in each.lines)]
    return judged or made[:1]


def _theme_line(theme: Node, cell: Cell, practices: Sequence[Cell]) -> Line:
    return Line(theme.id, theme.name, cell, Tally.of(practices), "practices", cell.findings)


def _pair(cell: Cell) -> Line:
    name = f"{cell.topic_name}: {cell.unit_name}"
    return Line(f"{cell.topic_id} {cell.unit_id}", name, cell, Tally.of([cell]), "bodies", cell.findings)


def _several(theme: Node, by_unit: Iterable[Cell], noun: str) -> Line:
    return _line(theme.id, theme.name, [cell for cell in by_unit if cell.topic_id == theme.id], noun)


def _line(identifier: str, name: str, held: Sequence[Cell], noun: str) -> Line:
    findings = dict.fromkeys(each for cell in held for each in cell.findings)
    return Line(identifier, name, None, Tally.of(held), noun, tuple(findings))


def _in_order(themes: Iterable[Node], held: Iterable[Cell]) -> tuple[Cell, ...]:
    """Units by name, their themes in the inquiry's order."""
    order = {theme.id: place for place, theme in enumerate(themes)}
    return tuple(sorted(held, key=lambda cell: (cell.unit_name, cell.unit_id, order[cell.topic_id])))


def _judged_units(held: Iterable[Cell]) -> set[str]:
    return {cell.unit_id for cell in held if cell.findings}


def _themes(database: Database) -> list[Node]:
    return [row["theme"] for row in database.read(statement("_app/themes"))]


def _themes_of_practices(database: Database) -> dict[str, str]:
    return dict(database.read(statement("_library/themes_of_practices"), row_limit=MOST_CELLS).rows)
