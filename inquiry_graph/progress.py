"""How long work tells what it does: one plain sentence at a time."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str], None]


def unheard(_: str) -> None:
    """Progress that nobody watches."""
