"""Cells laid out: units down, topics across, each with its state's symbol, its counts and a link to its findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inquiry_explorer.addresses import explore_address, records_address
from inquiry_explorer.escaping import as_html
from inquiry_explorer.states import mark, state_of
from inquiry_graph.cells import Cell, number

MANY = 8  # columns from which headings stand upright
COUNTS = "failing · mixed · good practice or adequate"  # what the figures below a symbol count


def grid(cells: Iterable[Cell], caption: str) -> str:
    """The cells as a matrix in a frame of its own, in the order in which units and topics are met."""
    listed = list(cells)
    topics = dict.fromkeys((cell.topic_id, cell.topic_name) for cell in listed)
    by_unit: dict[str, dict[str, Cell]] = {}
    for cell in listed:
        by_unit.setdefault(cell.unit_id, {})[cell.topic_id] = cell
    body = "".join(_row([held.get(topic) for topic, _ in topics]) for held in by_unit.values())
    return framed([name for _, name in topics], body, caption)


def framed(headings: Sequence[str], body: str, caption: str) -> str:
    """Rows of our own HTML under upright headings, in a frame that scrolls and can be reached by keyboard."""
    many = " many" if len(headings) > MANY else ""
    head = "".join(f'<th scope="col"><span>{as_html(name)}</span></th>' for name in headings)
    told = as_html(caption)
    return (
        f'<div class="frame" tabindex="0" role="region" aria-label="{told}"><table class="figures matrix{many}">'
        f'<caption class="unseen">{told}</caption><thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[Cell | None]) -> str:
    first = next(cell for cell in cells if cell)
    outside = "" if first.counted else ' class="outside-count"'
    name = f'<a href="{as_html(explore_address((first.unit_id,)))}">{as_html(first.unit_name)}</a>'
    told = name if first.counted else f"{name} (not counted)"
    return f'<tr{outside}><th scope="row">{told}</th>{"".join(map(cell_of, cells))}</tr>'


def cell_of(cell: Cell | None) -> str:
    """One cell as a table has it."""
    state = state_of(cell.state) if cell else None
    if cell is None or state is None:
        return "<td></td>"
    words = f"{state.words}{', conflicting' if cell.conflicting else ''}"
    read = f", {number(len(cell.findings), 'findings')}" if cell.findings else ""
    counts = f"{cell.failing} · {cell.mixed} · {cell.adequate}" if cell.findings else ""
    told = as_html(f"{cell.unit_name}, {cell.topic_name}: {words.lower()}{read}{f' ({COUNTS}: {counts})' * bool(read)}")
    seen = mark(state, "conflicting" if cell.conflicting else "")
    shown = f'<span class="counts" aria-hidden="true">{counts.replace(" ", "")}</span>' if counts else ""
    drawn = f'{seen}<span class="unseen">{as_html(words + read)}</span>{shown}'
    inner = f'<a href="{as_html(records_address(cell.findings))}">{drawn}</a>' if cell.findings else drawn
    return f'<td title="{told}">{inner}</td>'
