"""Lists of ids and places as short text that an address can hold, and back.

Ids that lie near each other in the alphabet begin alike, so each is written as the number of characters that it
shares with the one before and the rest, and all of it is deflated. Whoever made the address is not trusted: what
cannot be read, or would unfold beyond measure, raises ValueError.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Sequence
from itertools import takewhile

MOST_UNFOLDED = 4_000_000  # bytes
SHORT = 160  # characters up to which a list stays readable as it is
_PACKED = "~"
_MOST_SHARED = 255
GRID = 4  # units of the canvas to one step of a place; a typical link is 100 units long
_EDGE = 2047  # steps from the middle at most: twelve bits for each coordinate, the highest value left free
_NOWHERE = 0xFFFFFF

Place = tuple[int, int]


def pack(items: Iterable[str]) -> str:
    """Items as text: readable if it is short, packed (beginning with a tilde) if it is not."""
    listed = list(items)
    plain = "!".join(item.replace("%", "%25").replace("!", "%21").replace("~", "%7E") for item in listed)
    return plain if len(plain) <= SHORT and "" not in listed else _PACKED + _letters(zlib.compress(_folded(listed), 9))


def unpack(text: str) -> tuple[str, ...]:
    """What `pack` was given."""
    if not text:
        return ()
    if not text.startswith(_PACKED):
        plain = (item.replace("%7E", "~").replace("%21", "!").replace("%25", "%") for item in text.split("!"))
        return tuple(plain)
    try:
        unfolding = zlib.decompressobj()
        folded = unfolding.decompress(_bytes(text[1:]), MOST_UNFOLDED)
        if unfolding.unconsumed_tail or not unfolding.eof:
            raise ValueError("it is cut short or unfolds beyond measure")
        return tuple(_unfolded(folded))
    except (zlib.error, IndexError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error


def pack_places(places: Sequence[Place | None]) -> str:
    """Places in steps of the grid, or None for one that is not known, three bytes each."""
    packed = bytearray()
    for place in places:
        three = _NOWHERE if place is None else (place[0] + _EDGE) << 12 | (place[1] + _EDGE)
        packed += three.to_bytes(3, "big")
    return _letters(bytes(packed))


def unpack_places(text: str) -> list[Place | None]:
    """What `pack_places` was given."""
    packed = _bytes(text)
    if len(packed) % 3:
        raise ValueError("it holds part of a place")
    threes = (int.from_bytes(packed[at : at + 3], "big") for at in range(0, len(packed), 3))
    return [None if three == _NOWHERE else ((three >> 12) - _EDGE, (three & 0xFFF) - _EDGE) for three in threes]


def on_grid(x: float, y: float) -> Place:
    """A place of the canvas in steps of the grid, within its edges."""
    return (max(-_EDGE, min(_EDGE, round(x / GRID))), max(-_EDGE, min(_EDGE, round(y / GRID))))


def _folded(items: Iterable[str]) -> bytes:
    folded, before = bytearray(), b""
    for item in items:
        now = item.encode().replace(b"\\", b"\\\\").replace(b"\n", b"\\n")
        shared = _shared(before, now)
        folded += bytes([shared]) + now[shared:] + b"\n"
        before = now
    return bytes(folded)


def _shared(before: bytes, now: bytes) -> int:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(before, now, strict=False))
    return min(sum(1 for _ in same), _MOST_SHARED)


def _unfolded(folded: bytes) -> Iterable[str]:
    at, before = 0, b""
    while at < len(folded):
        end = folded.find(b"\n", at + 1)
        if end < 0 or folded[at] > len(before):
            raise ValueError("it is cut short")
        before = before[: folded[at]] + folded[at + 1 : end]
        yield b"\\".join(part.replace(b"\\n", b"\n") for part in before.split(b"\\\\")).decode()
        at = end + 1


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(letters: str) -> bytes:
    if not letters.isascii():
        raise ValueError("it holds characters that no address of ours has")
    return base64.b64decode(letters + "=" * (-len(letters) % 4), altchars=b"-_", validate=True)
