"""The blocks of a web page that was saved. It is read as text: nothing in it is run, and nothing is fetched."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype, PageElement
from bs4.exceptions import ParserRejectedMarkup

from graph_loader.intake.blocks import Block
from inquiry_graph.errors import IntakeError

MOST_TAGS = 300_000
MOST_DEPTH = 500  # of tags within tags: more is a page made to exhaust its reader
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCK_NAMES = (
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form header "
    "hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul"
)
_NAMES_WITHOUT_TEXT = "head script style noscript template nav footer form button select iframe object svg math"
_BLOCKS = _HEADINGS | frozenset(_BLOCK_NAMES.split())
_NO_TEXT = frozenset(_NAMES_WITHOUT_TEXT.split())
_BREAK = "br"


def blocks(path: Path) -> Iterator[Block]:
    """The texts of the page between its tags, in order; what leads to other pages is left out."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # bs4 wonders whether a short text is an address
            page = BeautifulSoup(path.read_bytes(), "html.parser")
    except (ParserRejectedMarkup, RecursionError, AssertionError, ValueError) as error:
        raise IntakeError(f"{path.name} cannot be read as a web page. Save it once more, or save its text.") from error
    _refuse_a_bomb(path, page)
    root = page.find("main") or page.find("article") or page.body or page
    held: list[str] = []
    owner: Tag | None = None
    for part in root.descendants:
        if isinstance(part, Tag):
            if part.name == _BREAK:
                held.append("\n")
            continue
        block = _block_of(part)
        if block is None or isinstance(part, Comment | Doctype):
            continue
        if block is not owner:
            yield from _flushed(held, owner)
            held, owner = [], block
        held.append(str(part))
    yield from _flushed(held, owner)


def _flushed(held: list[str], owner: Tag | None) -> Iterator[Block]:
    """What stands in one tag: one block, or several where two line breaks part them."""
    text = "".join("\n" if part == "\n" else part.replace("\n", " ") for part in held)
    heading = owner is not None and owner.name in _HEADINGS
    item = owner is not None and (owner.name == "li" or owner.find_parent("li") is not None)
    for piece in text.split("\n\n"):
        if piece.strip():
            yield Block(piece, heading=heading, item=item)


def _block_of(text: PageElement) -> Tag | None:
    """The nearest tag that makes a block; None where the text is none that a reader of the page reads."""
    nearest: Tag | None = None
    for tag in text.parents:
        if tag.name in _NO_TEXT:
            return None
        if nearest is None and (tag.name in _BLOCKS or tag.name == "[document]"):
            nearest = tag
    return nearest


def _refuse_a_bomb(path: Path, page: BeautifulSoup) -> None:
    depths = {id(page): 0}
    for part in page.descendants:
        if isinstance(part, Tag):
            depth = depths[id(part.parent)] + 1
            depths[id(part)] = depth
            if depth > MOST_DEPTH or len(depths) > MOST_TAGS:
                raise IntakeError(
                    f"{path.name} has more than {MOST_TAGS:,} tags, or tags more than {MOST_DEPTH:,} deep, and is not "
                    "read. Save its text alone, and take that in."
                )
