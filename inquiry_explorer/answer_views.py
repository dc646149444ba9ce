"""An answer as a table, a matrix or a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inquiry_explorer.addresses import record_address, records_address
from inquiry_explorer.escaping import as_html
from inquiry_explorer.states import chip, mark, state_of
from inquiry_explorer.tables import Column, Html, Linked, shown
from inquiry_graph import model
from inquiry_graph.answers import Answer
from inquiry_graph.catalogue import QuestionColumn

_STATE_WORDS = {state.value: state.words for state in (*model.STATES, model.SCOPE_NOT_KNOWN)}
_OUTCOMES = frozenset(term.value for term in model.OUTCOMES)
_TOLD = ("date", "text", "texts", "id")  # kinds of column that a timeline tells
_MANY_TOPICS = 8  # columns from which headings stand upright


def columns_of(answer: Answer) -> tuple[Column, ...]:
    """The columns that are shown: an id beside the name that it belongs to becomes that name's link."""
    first = next(iter(answer.rows), {})
    return tuple(Column(_words(each.name, first), each.kind, each.meaning) for each in _shown(answer))


def rows_of(answer: Answer) -> list[list[Any]]:
    """The rows as the table shows them."""
    columns = _shown(answer)
    return [[_value(column, row) for column in columns] for row in answer.rows]


def matrix(answer: Answer) -> str:
    """Units down, topics across, each cell with its state's symbol and colour and a link to its findings."""
    rows = list(answer.rows)
    units = dict.fromkeys((row["unit_id"], row["unit"]) for row in rows)
    topics = dict.fromkeys((row["topic_id"], row["topic"]) for row in rows)
    cells = {(row["unit_id"], row["topic_id"]): row for row in rows}
    many = " many" if len(topics) > _MANY_TOPICS else ""
    head = "".join(f'<th scope="col"><span>{as_html(name)}</span></th>' for _, name in topics)
    body = "".join(_matrix_row(unit, [cells.get((unit[0], topic)) for topic, _ in topics]) for unit in units)
    told = as_html(f"{answer.question.title}: {len(units):,} × {len(topics):,}")
    return (
        f'<div class="frame" tabindex="0" role="region" aria-label="{told}"><table class="figures matrix{many}">'
        f'<caption class="unseen">{told}</caption><thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def states_in(answer: Answer) -> set[str]:
    """The states that occur in the answer, for its legend."""
    names = [column.name for column in answer.question.columns if column.kind == "state"]
    return {str(row[name]) for row in answer.rows for name in names}


def timeline(answer: Answer) -> str:
    """What happened when: a list with the year before each group, dates as exact as they are known."""
    by_kind = {kind: [each for each in answer.question.columns if each.kind == kind] for kind in _TOLD}
    if not (by_kind["date"] and by_kind["text"]):
        return ""
    dated = by_kind["date"][0].name
    rows = sorted((row for row in answer.rows if row[dated]), key=lambda row: str(row[dated]))
    return f'<ol class="timeline">{"".join(_timeline_items(rows, by_kind))}</ol>'


def _timeline_items(
    rows: Sequence[Mapping[str, Any]], columns: Mapping[str, Sequence[QuestionColumn]]
) -> Iterator[str]:
    year = ""
    for row in rows:
        date = str(row[columns["date"][0].name])
        if date[:4] != year:
            year = date[:4]
            yield f'<li class="year"><span>{as_html(year)}</span></li>'
        title = str(row[columns["text"][0].name])
        identifier = next((row[each.name] for each in columns["id"] if row[each.name]), None)
        first = shown(Linked(title, record_address(identifier)) if identifier else title)
        more = " · ".join(filter(None, (shown(row[each.name]) for each in columns["texts"])))
        told = f'{first}<br><span class="quiet">{more}</span>' if more else first
        yield f'<li><time datetime="{as_html(date)}">{as_html(date)}</time><div>{told}</div></li>'


def _matrix_row(unit: tuple[str, str], cells: Sequence[Mapping[str, Any] | None]) -> str:
    identifier, name = unit
    outside = any(cell is not None and not cell["counted"] for cell in cells)
    head = f'<a href="{as_html(record_address(identifier))}">{as_html(name)}</a>{" (not counted)" if outside else ""}'
    row = ' class="outside-count"' if outside else ""
    return f'<tr{row}><th scope="row">{head}</th>{"".join(map(_matrix_cell, cells))}</tr>'


def _matrix_cell(cell: Mapping[str, Any] | None) -> str:
    state = state_of(str(cell["state"])) if cell else None
    if cell is None or state is None:
        return "<td></td>"
    findings = cell["findings"] or []
    words = f"{state.words}{', conflicting' if cell['conflicting'] else ''}"
    read = f", {len(findings)} {'finding' if len(findings) == 1 else 'findings'}" if findings else ""
    told = as_html(f"{cell['unit']}, {cell['topic']}: {words.lower()}{read}")
    seen = mark(state, "conflicting" if cell["conflicting"] else "")
    drawn = f'{seen}<span class="unseen">{as_html(words + read)}</span>'
    inner = f'<a href="{as_html(records_address(findings))}">{drawn}</a>' if findings else drawn
    return f'<td title="{told}">{inner}</td>'


def _shown(answer: Answer) -> list[QuestionColumn]:
    """All but ids that stand beside their names, and bases, which the sentence says."""
    names = {f"{name}_id" for name in answer.question.column_names}
    return [each for each in answer.question.columns if each.shown and each.name not in names]


def _value(column: QuestionColumn, row: Mapping[str, Any]) -> Any:
    value, beside = row[column.name], row.get(f"{column.name}_id")
    if isinstance(beside, str) and value:
        return Linked(str(value), record_address(beside))
    if column.kind == "terms":
        return [column.words(str(each)) for each in value or ()]
    if column.kind == "term" and value is not None:
        return Html(chip(value, column.words(value))) if value in _OUTCOMES else column.words(str(value))
    return value


def _words(name: str, first: Mapping[str, Any]) -> str:
    """The heading of a column: what the model calls the kind of thing whose id stands beside it, or its own name."""
    kind = model.kind_of_id(str(first.get(f"{name}_id") or first.get(name, "")))
    if kind is not None:
        return kind.words
    if name in _STATE_WORDS:
        return _STATE_WORDS[name]
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
