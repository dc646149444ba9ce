"""One thing that is wrong with a data package, said so that a person can mend it."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Where a problem is (file, line counted from 1 with the header as line 1, column), and what would be right."""

    file: str
    line: int
    column: str
    value: str
    wrong: str
    right: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        column = f", column {self.column}" if self.column else ""
        value = f" {_short(self.value)!r}" if self.value else ""
        return f"{place}{column}:{value} {self.wrong} Right would be: {self.right}"

    def to_dict(self) -> dict[str, str | int]:
        """The same as plain values, for --json."""
        return asdict(self)


def _short(value: str, longest: int = 80) -> str:
    return value if len(value) <= longest else value[: longest - 1] + "…"
