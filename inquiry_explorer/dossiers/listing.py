"""Lists as dossiers have them: the first few in sight, the others a click away and all of them on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inquiry_explorer.escaping import as_html
from inquiry_explorer.prose import Part
from inquiry_explorer.tables import Html, shown

FIRST = 20


def listed(items: Sequence[str], style: str, noun: str, first: int = FIRST) -> str:
    """The items, each our own HTML, as an ordered list of that class of look.css."""
    rest = items[first:]
    folded = f"<details><summary>The other {len(rest):,} {as_html(noun)}</summary>{_list(rest, style)}</details>"
    return _list(items[:first], style) + (folded if rest else "")


def joined(parts: Iterable[Part], between: str = " · ") -> Html:
    """The parts on one line."""
    return Html(between.join(map(shown, parts)))


def named(parts: Sequence[Part], noun: str, first: int = 12) -> Html:
    """Names one after the other, the first of them in sight."""
    rest = parts[first:]
    more = (
        f"<details><summary>and {len(rest):,} more {as_html(noun)}</summary>{joined(rest, '; ').body}</details>"
        if rest
        else ""
    )
    return Html(joined(parts[:first], "; ").body + more)


def _list(items: Iterable[str], style: str) -> str:
    return f'<ol class="{style}">{"".join(f"<li>{each}</li>" for each in items)}</ol>'
