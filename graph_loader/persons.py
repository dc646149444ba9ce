"""Signs that a text speaks of a private person: names, ciphers, ages, birth dates, initials, addresses.

The graph holds institutions, places and documents. This is the part of that rule that
a program can keep: it looks for the plain forms, and a reader keeps the rest. It errs
on the side of complaint; a public office-holder whose name must stand is listed in the
package's descriptor under `names_allowed`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

_FIRST_NAMES = frozenset((Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8").split())
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|DC|DS|DI|DCI|PC|PS|Cllr|Councillor|Rev)"
_NAME = re.compile(r"\b([A-Z][a-z]+)\s+(?:[A-Z]\.?\s+)?((?:Mc|Mac|O['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b")
_FORMS = (
    ("a title before a name", re.compile(rf"\b{_TITLES}\.?\s+[A-Z][a-z]+")),
    (
        "a cipher for a person",
        re.compile(
            r"\b(?:[Cc]hild|[Gg]irl|[Bb]oy|[Vv]ictim|[Ss]urvivor|[Ww]itness|[Ss]uspect|[Oo]ffender|[Pp]erpetrator|"
            r"[Pp]erson|[Pp]eople|[Cc]omplainant|[Ff]amily|[Mm]other|[Ff]ather|[Ss]ubject|CSE-?A)\s+"
            r"(?:[A-Z]{1,2}\d*|\d{1,3})\b(?!\s+(?:of|in|per|children|cases|to|out)\b)"
        ),
    ),
    ("a cipher for a person", re.compile(r"\b(?:YP|CS-A|PR-A)-?\d+\b")),
    (
        "an age",
        re.compile(r"\b(?:aged?\s+(?:just\s+)?\d{1,2}\b(?!\s*(?:to|-|–|and)\s*\d)|\d{1,2}[- ]year[- ]old\b)", re.I),
    ),
    ("a date of birth", re.compile(r"\b(?:born\s+(?:on|in)|date of birth|d\.?o\.?b\.?)\b", re.I)),
    ("initials of a person", re.compile(r"\b(?:[A-Z]\.\s?){2,}(?!\w)|\b[A-Z]\.\s+[A-Z][a-z]{2,}")),
    (
        "a street address",
        re.compile(
            r"\b\d{1,4}[a-z]?,?\s+(?:[A-Z][a-z]+\s+){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Way)\b"
        ),
    ),
    ("a postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")),
)
_CIPHER_IN_ADDRESS = re.compile(
    r"(?:child|girl|boy|victim|young-person|yp|family)[-_](?:[a-z]|\d{1,2})(?=[-_./]|$)", re.I
)


def signs_of_a_person(text: str, names_allowed: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """(what it looks like, the words) for each place in the text that may speak of a private person."""
    return _signs(text, tuple(names_allowed))


@lru_cache(maxsize=200_000)
def _signs(text: str, names_allowed: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Kept, since the same texts are looked at before and after each change of a package."""
    return tuple(_found(text, names_allowed))


def _found(text: str, names_allowed: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for allowed in names_allowed:
        text = text.replace(allowed, "")
    for what, form in _FORMS:
        for found in form.finditer(text):
            yield what, found.group()
    for found in _NAME.finditer(text):
        if found[1] in _FIRST_NAMES:
            yield "a person's name", found.group()


def cipher_in_address(url: str) -> str | None:
    """The part of an address that looks like a case cipher, or None."""
    found = _CIPHER_IN_ADDRESS.search(url)
    return found.group() if found else None
