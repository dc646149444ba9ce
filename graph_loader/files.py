"""Files that are written whole, once, and by whoever comes first: what a review survives a crash by."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from inquiry_graph.private import make_private


def create(file: Path, content: bytes) -> bool:
    """Write the file whole if it is not there yet, for this user alone; False if it is, and then nothing changed.

    The name is given at the very end, and by one of those who try at once: nobody sees half of it, a crash leaves
    none of it, and no two writers overwrite each other, on one machine or on a shared disk.
    """
    part = _part(file, content)
    try:
        os.link(part, file)
    except FileExistsError:
        return False
    finally:
        part.unlink()
    _remember(file.parent)
    return True


def replace(file: Path, content: bytes) -> None:
    """Write the file whole in place of what is there."""
    part = _part(file, content)
    if file.exists():
        part.chmod(file.stat().st_mode)
    part.replace(file)
    _remember(file.parent)


def _part(file: Path, content: bytes) -> Path:
    make_private(file.parent)
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".part-", delete=False) as part:
        part.write(content)
        part.flush()
        os.fsync(part.fileno())
    return Path(part.name)


def _remember(folder: Path) -> None:
    """See that the folder itself reaches the disk, where the system lets one ask for it."""
    if os.name != "nt":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
