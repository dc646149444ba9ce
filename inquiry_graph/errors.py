"""Every error that Inquiry Graph raises on purpose.

A message says what happened, where, and the next step. The command line prints it
on one line and exits with code 1; the app shows it on the page. Anything that is
not an `InquiryGraphError` is a bug and keeps its traceback.

    InquiryGraphError
    ├── SettingError              a setting has a value that cannot be used
    ├── ServerError               the local Neo4j could not be fetched, started or stopped
    ├── DatabaseError             the graph could not be asked
    │   ├── DatabaseUnavailable   nobody answers at the address, or the answer broke off
    │   ├── StatementError        the statement is not valid Cypher; knows line and column
    │   ├── StatementRefused      the statement does more than read
    │   ├── TimeLimitReached      the statement ran longer than allowed
    │   └── MemoryLimitReached    the statement needed more memory than allowed
    ├── CatalogueError            a question file is not well formed
    │   ├── UnknownQuestion       no question has that name
    │   └── ParameterError        a parameter is missing, unknown or of the wrong kind
    ├── PackageError              the data package cannot be loaded; holds every problem found
    ├── LoadError                 a load began and could not be completed
    ├── IntakeError               a report cannot be taken in, or its review cannot go on as asked
    │   └── EditConflict          somebody else decided the same paragraph meanwhile; both versions are kept
    ├── ExportError               the selection cannot be written in that format
    ├── AddressError              an address of the app holds no view that can be opened
    └── ViewFileError             a file holds no view that can be opened
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inquiry_graph.problems import Problem


class InquiryGraphError(Exception):
    """The root: catch this to catch all that a person can act on."""


class SettingError(InquiryGraphError):
    """A setting has a value that cannot be used."""


class ServerError(InquiryGraphError):
    """The local Neo4j could not be fetched, started or stopped."""


class DatabaseError(InquiryGraphError):
    """The graph could not be asked."""


class DatabaseUnavailable(DatabaseError):
    """Nobody answers at the address, or the answer broke off."""


class StatementError(DatabaseError):
    """The statement is not valid Cypher.

    `line` and `column` count from 1 and are None where the server names no place.
    """

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class StatementRefused(DatabaseError):
    """The statement does more than read."""


class TimeLimitReached(DatabaseError):
    """The statement ran longer than allowed and was stopped on the server."""


class MemoryLimitReached(DatabaseError):
    """The statement needed more memory than allowed and was stopped on the server."""


class CatalogueError(InquiryGraphError):
    """A question file is not well formed."""


class UnknownQuestion(CatalogueError):
    """No question has that name."""


class ParameterError(CatalogueError):
    """A parameter is missing, unknown or of the wrong kind."""


class PackageError(InquiryGraphError):
    """The data package cannot be loaded. `problems` holds every problem found."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class LoadError(InquiryGraphError):
    """A load began and could not be completed; the graph is as it was, or marked as under way."""


class IntakeError(InquiryGraphError):
    """A report cannot be taken in, or its review cannot go on as asked."""


class EditConflict(IntakeError):
    """Somebody else decided the same paragraph meanwhile; both versions are kept."""


class ExportError(InquiryGraphError):
    """The selection cannot be written in that format."""


class AddressError(InquiryGraphError):
    """An address of the app holds no view that can be opened, or a view is too large for one."""


class ViewFileError(InquiryGraphError):
    """A file holds no view that can be opened."""
