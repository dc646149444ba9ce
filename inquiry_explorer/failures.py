"""What a page shows when it cannot do its work: what happened, where, and the next step."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.escaping import as_html
from inquiry_explorer.tables import Column, show_table
from inquiry_graph.errors import DatabaseUnavailable, InquiryGraphError, PackageError

SECONDS = 2  # between two looks whether the graph is back
MOST_PROBLEMS = 100
_BUG = "Something in Inquiry Graph itself went wrong. It was written into the app's log. Reload the page to go on."

log = logging.getLogger("inquiry_explorer")


@contextmanager
def failures_shown() -> Iterator[None]:
    """Show what goes wrong in the block, on the page or in the fragment that it belongs to."""
    try:
        yield
    except DatabaseUnavailable as error:
        show_notice("The graph cannot be read", str(error), urgent=True)
        _wait_for_the_graph()
    except PackageError as error:
        show_notice("The data package was not loaded", str(error), urgent=True)
        _show_problems(error)
    except InquiryGraphError as error:
        show_notice("That could not be done", str(error), urgent=True)
    except Exception:
        log.exception("A page failed.")
        show_notice("A mistake of ours", _BUG, urgent=True)


def show_notice(title: str, sentence: str, *, urgent: bool = False) -> None:
    """A quiet block with a title and a sentence; `urgent` has it read out at once."""
    role = "alert" if urgent else "note"
    st.html(f'<div class="notice" role="{role}"><strong>{as_html(title)}.</strong> {as_html(sentence)}</div>')


@st.fragment(run_every=SECONDS)
def _wait_for_the_graph() -> None:
    """Look now and then whether the graph is back, and then draw the page anew."""
    st.html(f'<p class="quiet">This page looks every {SECONDS} seconds whether the graph is back.</p>')
    if session.answers_again():
        st.rerun()


def _show_problems(error: PackageError) -> None:
    columns = (Column("File"), Column("Line", "integer"), Column("Column"), Column("Value"), Column("What is wrong"))
    rows = [
        (each.file, each.line, each.column, each.value, f"It {each.wrong} Right would be {each.right}")
        for each in error.problems[:MOST_PROBLEMS]
    ]
    if rows:
        show_table(columns, rows, caption=f"The first {len(rows)} of {len(error.problems)} problems")
