"""States and outcomes as they stand in our own HTML: symbol, word and colour together, all from the model."""

from __future__ import annotations

from inquiry_explorer.escaping import as_html
from inquiry_graph import model
from inquiry_graph.schema import State

SHOWN = (*model.STATES, model.SCOPE_NOT_KNOWN)
_BY_VALUE = {state.value: state for state in SHOWN}
# Outcomes that are no state of a cell: how they look beside those that are.
_GOOD = State("good_practice", "Good practice", "", _BY_VALUE["adequate"].colour, "+")
_DESCRIBED = State("described", "Described, not judged", "", "#c9ced6", "○")
_OUTCOMES = {state.value: state for state in (*SHOWN, _GOOD, _DESCRIBED)}
_LIGHT = 0.55  # luminance from which a colour would glare on a dark page
_FAINT = 0.8  # luminance from which it hardly shows on a light one, and shall not on a dark one


def chip(value: str, words: str | None = None) -> str:
    """A state or an outcome by its symbol, colour and word; text as it is for a value that is neither."""
    state = _OUTCOMES.get(value)
    if state is None:
        return as_html(words or value)
    return f'<span class="state">{mark(state)} {as_html(words or state.words)}</span>'


def mark(state: State, extra: str = "") -> str:
    """The coloured square with its symbol, for readers who see."""
    return f'<span class="mark state-{state.value} {extra}" aria-hidden="true">{as_html(state.symbol)}</span>'


def sign(state: State, words: str, extra: str = "", style: str = "") -> str:
    """The coloured square where no words stand beside it: a picture that says them itself."""
    styled = f' style="{style}"' if style else ""
    classes = f"mark state-{state.value} {extra}".rstrip()
    told = as_html(words)
    return f'<span class="{classes}" role="img" aria-label="{told}"{styled}>{as_html(state.symbol)}</span>'


def state_of(value: str) -> State | None:
    """The state of a cell with that value, or None."""
    return _BY_VALUE.get(value)


def look_of(value: str) -> State | None:
    """How a state or an outcome looks, or None for a value that is neither."""
    return _OUTCOMES.get(value)


def key(values: frozenset[str] | set[str] | None = None) -> str:
    """The legend of the states that occur (all of them if None), as a list with what each means."""
    shown = [state for state in SHOWN if values is None or state.value in values]
    items = (f"<li>{chip(state.value)}<span>{as_html(state.meaning)}</span></li>" for state in shown)
    return f'<ul class="key" aria-label="What the states mean">{"".join(items)}</ul>'


def style() -> str:
    """The rules that give every state its colour, for light and dark pages."""
    return "\n".join(map(_rule, _OUTCOMES.values()))


def _rule(state: State) -> str:
    light = _luminance(state.colour)
    on_light = "#1c2530" if light > 0.3 else "#ffffff"
    if light < _LIGHT:
        return f".state-{state.value} {{ background: {state.colour}; color: {on_light}; }}"
    dim = f"color-mix(in srgb, {state.colour} {8 if light > _FAINT else 26}%, transparent)"
    return (
        f".state-{state.value} {{ background: light-dark({state.colour}, {dim}); "
        f"color: light-dark({on_light}, {state.colour}); }}"
    )


def _luminance(colour: str) -> float:
    """Relative luminance, as WCAG has it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
