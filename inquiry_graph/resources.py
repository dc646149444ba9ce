"""Where the files that ship with the library lie: beside the code in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_LIBRARY = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder or file `name` (`queries`, `seed_data`, `docs/methods.md`, `app.py`) that ships with the library."""
    inside = _LIBRARY / name
    return inside if inside.exists() else _LIBRARY.parent / name
