"""Co-occurrence: which failings were found in the same police areas, through a gate that was fixed beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import streamlit as st

from inquiry_explorer import session
from inquiry_explorer.patterns import fields
from inquiry_explorer.patterns.frame import Sheet, answer, opening
from inquiry_explorer.patterns.pair import pair_address, show_pair
from inquiry_explorer.prose import cautioned, heading, items, paragraph
from inquiry_explorer.tables import Column, Linked, show_table
from inquiry_graph.cells import Topics, number
from inquiry_graph.database import Database
from inquiry_graph.errors import AddressError
from inquiry_graph.patterns.areas import PARTS as CELLS
from inquiry_graph.patterns.cooccurrence import (
    FEWEST_AREAS,
    FEWEST_IN_MARGIN,
    LEVEL,
    PARTS,
    CoOccurrence,
    Pair,
    cooccurrence,
    left_out_as_rows,
    pairs_as_rows,
)
from inquiry_graph.patterns.observations import FOOTINGS, Footing, observed
from inquiry_graph.progress import Progress

TITLE = "What fails together"
ASKS = "Which failings were found in the same police areas more often than chance would have it?"
_FOOTINGS = {"place": "Reviews of places, on exploitation", "force": "First inspections of forces, child protection"}
_TOPICS = {"theme": "Pairs of themes", "practice": "Pairs of practices"}
_GATE = (
    f"Fixed before any result was seen: a pair is tried only if {FEWEST_AREAS} police areas or more were read for "
    f"both, each margin of its table holds {FEWEST_IN_MARGIN} or more, and the smallest p that its margins allow could "
    f"survive the correction. What passes is tested exactly within kinds of source and corrected for the number of "
    f"pairs tried (false discovery rate {LEVEL:.0%}); what passes that is tested again without "
    f"{', '.join(PARTS.values())} in turn, and is put into a sentence only if it stands each time."
)


def show() -> None:
    """Draw all pairs, or the one that the address names."""
    first, second = st.query_params.get("first"), st.query_params.get("second")
    if first or second:
        footing, topics = _asked("footing", _FOOTINGS), _asked("topics", _TOPICS)
        found = session.worked_out(_tried, footing, topics)
        show_pair(found, _named(found, first, second), cast(Footing, footing), cast(Topics, topics))
    else:
        footing, topics = _chosen()
        show_pairs(session.worked_out(_tried, footing, topics), footing, topics)


def _tried(database: Database, footing: Footing, topics: Topics, progress: Progress) -> CoOccurrence:
    progress("Reading what was found in each police area.")
    return cooccurrence(observed(database, footing, topics), progress)


def _asked(name: str, offered: Mapping[str, str]) -> str:
    """What the address says where no field stands for it."""
    value = st.query_params.get(name, next(iter(offered)))
    if value not in offered:
        raise AddressError(f"The address says {name}={value!r}, which is not offered. Choose {' or '.join(offered)}.")
    return value


def _chosen() -> tuple[Footing, Topics]:
    opening(TITLE, ASKS)
    left, right = st.columns(2)
    with left:
        topics = cast(Topics, fields.one("topics", "Pairs", _TOPICS))
    with right:
        footing = cast(Footing, fields.one("footing", "Footing", _FOOTINGS))
    return footing, topics


def _named(found: CoOccurrence, first: str | None, second: str | None) -> Pair:
    for each in found.pairs:
        if {each.first, each.second} == {first, second}:
            return each
    raise AddressError(f"{first} and {second} are no pair of this list: choose one from it.")


def show_pairs(found: CoOccurrence, footing: Footing, topics: Topics) -> None:
    """Draw how many pairs were tried, what stands, and the counts of all."""
    answer(found.sentence(f"{topics}s"))
    paragraph(_GATE, style="quiet")
    cautioned(
        f"Footing: {FOOTINGS[footing]}. What was found in a place counts in its police area, once. Most of what is "
        "published is failing, so that areas with an adequate finding are few. That two failings were found together "
        "says nothing about which led to which."
    )
    _show_surviving(found, footing, topics)
    _show_tried(found.tried, footing, topics)
    _show_untried([each for each in found.pairs if each.why_not], footing, topics)
    sheet = Sheet("cooccurrence", {"footing": footing, "topics": topics})
    sheet.add("pairs", "every pair, tried or not", lambda: pairs_as_rows(found))
    if any(each.passed for each in found.tried):
        sheet.add("left_out", "the pairs that passed, without each part", lambda: left_out_as_rows(found))
    sheet.offer()


def _show_surviving(found: CoOccurrence, footing: Footing, topics: Topics) -> None:
    if found.surviving:
        heading("What stands")
        items((Linked(f"{each.sentence()}.", pair_address(each, footing, topics)), _strength(each))
              for each in found.surviving)  # fmt: skip


def _strength(pair: Pair) -> str:
    return f"Difference {_signed(pair.effect)}, p {_small(pair.p)}, corrected {_small(pair.adjusted)}."


def _show_tried(tried: Sequence[Pair], footing: Footing, topics: Topics) -> None:
    heading("Pairs that were tried")
    if not tried:
        paragraph("None. Counts and paragraphs of each pair stand below instead.", style="quiet")
        return
    columns = (
        *_COUNTED,
        Column("Difference", meaning="How much larger the share failing in the second is where the first fails"),
        Column("p"), Column("p corrected"), Column("Vanishes without"),
    )  # fmt: skip
    rows = [
        (*_counts(each, footing, topics), _signed(each.effect), _small(each.p), _small(each.adjusted), _left_out(each))
        for each in tried
    ]
    caption = f"{number(len(tried), 'pairs')} tried, the least likely by chance first"
    show_table(columns, rows, caption=caption, key="pairs-tried")


def _left_out(pair: Pair) -> str:
    if not pair.passed:
        return "does not pass the correction"
    return "; ".join(each.name for each in pair.vanishes_without) or "nothing: it stands"


def _show_untried(untried: Sequence[Pair], footing: Footing, topics: Topics) -> None:
    if not untried:
        return
    heading("Pairs that could not be tried: counts and paragraphs")
    met = [each for each in untried if each.table.units]
    listed = sorted(met, key=lambda each: (-each.table.units, each.first_name, each.second_name))
    if len(met) < len(untried):
        paragraph(
            f"No police area was read for both topics of {len(untried) - len(met):,} of these "
            f"{number(len(untried), 'pairs')}; they stand in no table.",
            style="quiet",
        )
    columns = (*_COUNTED, Column("Why it was not tried"))
    rows = [(*_counts(each, footing, topics), each.why_not) for each in listed]
    if rows:
        caption = f"{number(len(met), 'pairs')}, those read for most police areas first"
        show_table(columns, rows, caption=caption, key="pairs-untried")


_COUNTED = (
    Column("Pair"), Column("Areas read for both", "integer"), Column("Failing in both", "integer"),
    Column("In the first only", "integer"), Column("In the second only", "integer"), Column("In neither", "integer"),
)  # fmt: skip


def _counts(pair: Pair, footing: Footing, topics: Topics) -> tuple[object, ...]:
    """The pair, and its counts, each leading to the police areas behind it and their paragraphs."""
    table = pair.table
    counts = zip(CELLS, (table.both, table.first_only, table.second_only, table.neither), strict=True)
    return (
        Linked(f"{pair.first_name} · {pair.second_name}", pair_address(pair, footing, topics)),
        table.units,
        *(Linked(str(count), pair_address(pair, footing, topics, cell)) if count else 0 for cell, count in counts),
    )


def _signed(effect: float | None) -> str:
    return "none can be stated" if effect is None else f"{effect:+.2f}"


def _small(p: float | None) -> str:
    return "" if p is None else "below 0.001" if p < 0.001 else f"{p:.3f}"
