"""A matrix as people see it: lines down, topics across, each cell a link to the findings behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from inquiry_explorer.addresses import dossier_address, records_address
from inquiry_explorer.escaping import as_html
from inquiry_explorer.states import SHOWN, mark, sign, state_of
from inquiry_explorer.tables import Linked, shown
from inquiry_graph.cells import Cell, Tally, number
from inquiry_graph.patterns.matrix import Heading, Matrix

MANY = 8  # columns from which headings stand upright
COUNTS = "failing / mixed / good practice or adequate"  # what the figures below a symbol count
FAINTEST = 0.4  # how solid the mark of a cell without weight is drawn, where weight is shown

Lead = Callable[[Heading], str]  # the address to which a name leads; empty for one that leads nowhere


def to_dossier(heading: Heading) -> str:
    """A name leads to its dossier if it has one."""
    return dossier_address(heading.id)


def grid(matrix: Matrix, caption: str, lead: Lead = to_dossier, *, weighted: bool = False) -> str:
    """The matrix in a frame of its own that scrolls and can be reached by keyboard."""
    many = " many" if len(matrix.topics) > MANY and not matrix.grouped else ""
    head = "".join(f'<th scope="col"><span>{_name(topic, to_dossier)}</span></th>' for topic in matrix.topics)
    body = "".join(_line(matrix, line, lead, weighted=weighted) for line in matrix.lines)
    told = as_html(caption)
    return (
        f'<div class="frame" tabindex="0" role="region" aria-label="{told}"><table class="figures matrix{many}">'
        f'<caption class="unseen">{told}</caption><thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _line(matrix: Matrix, line: Heading, lead: Lead, *, weighted: bool) -> str:
    rows = [matrix.at(line.id, topic.id) for topic in matrix.topics]
    beside = not matrix.grouped and not any(cell.counted for found in rows for cell in found)
    name = _name(line, lead)
    told = f"{name} (not counted)" if beside else name
    drawn = (
        several_of(found, line, topic, matrix.noun) if matrix.grouped else one_of(found, weighted=weighted)
        for topic, found in zip(matrix.topics, rows, strict=True)
    )
    outside = ' class="outside-count"' if beside else ""
    return f'<tr{outside}><th scope="row">{told}</th>{"".join(drawn)}</tr>'


def _name(heading: Heading, lead: Lead) -> str:
    address = lead(heading)
    return shown(Linked(heading.name, address)) if address else as_html(heading.name)


def one_of(found: Sequence[Cell], *, weighted: bool = False) -> str:
    """One cell: the symbol of its state and, below, how many findings say what."""
    state = state_of(found[0].state) if found else None
    if state is None:
        return "<td></td>"
    cell = found[0]
    words = f"{state.words}{', conflicting' if cell.conflicting else ''}"
    read = f", {number(len(cell.findings), 'findings')}" if cell.findings else ""
    counts = f"{cell.failing}/{cell.mixed}/{cell.adequate}"
    weight = f"; weight {cell.weight:.2f}" if weighted and read else ""
    more = f" ({COUNTS}: {counts}{weight})" if read else ""
    below = f"{cell.weight:.2f}" if weighted else counts
    small = f'<span class="counts" aria-hidden="true">{below}</span>' if read else ""
    solid = f"opacity: {FAINTEST + (1 - FAINTEST) * cell.weight:.2f}" if weighted and read else ""
    beside = "" if cell.counted else ", in no figure"
    told = f"{cell.unit_name}, {cell.topic_name}: {words.lower()}{read}{beside}{more}"
    drawn = sign(state, words + read + beside, "conflicting" if cell.conflicting else "", solid) + small
    return _td(told, drawn, cell.findings, "" if cell.counted else "outside-count")


def several_of(found: Sequence[Cell], line: Heading, topic: Heading, noun: str) -> str:
    """The cells of many places: how many are in each state, by its symbol."""
    tally = Tally.of(found)
    states = [state for state in SHOWN if state.value != "not_examined" and getattr(tally, state.value)]
    parts = (
        f'<span class="part">{mark(state)}<span class="unseen">{as_html(state.words)} </span>'
        f"{getattr(tally, state.value)}</span>"
        for state in states
    )
    findings = tuple(dict.fromkeys(each for cell in found for each in cell.findings))
    return _td(f"{line.name}, {topic.name}: {tally.sentence(noun)}", "".join(parts), findings, "parts")


def _td(title: str, drawn: str, findings: Sequence[str], style: str = "") -> str:
    inner = f'<a href="{as_html(records_address(findings))}">{drawn}</a>' if findings else drawn
    classed = f' class="{style}"' if style else ""
    return f'<td{classed} title="{as_html(title)}">{inner}</td>'
