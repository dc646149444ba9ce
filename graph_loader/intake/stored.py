"""Examined paragraphs as they lie in a draft: JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from graph_loader.intake.blocks import Paragraph
from graph_loader.intake.flags import Flag
from graph_loader.intake.judging import Guess
from graph_loader.intake.naming import Named
from graph_loader.intake.proposing import Examined, Proposal
from graph_loader.intake.terms import Match


def as_json(found: Iterable[Examined]) -> bytes:
    """One paragraph a line, so that a person can look."""
    lines = ",\n".join(json.dumps(asdict(each), ensure_ascii=False) for each in found)
    return f"[\n{lines}\n]\n".encode()


def examined(text: str) -> tuple[Examined, ...]:
    """The paragraphs that `as_json` wrote."""
    return tuple(_examined(each) for each in json.loads(text))


def _examined(held: Mapping[str, Any]) -> Examined:
    return Examined(
        Paragraph(**held["paragraph"]),
        tuple(Flag(**each) for each in held["flags"]),
        tuple(Named(**each) for each in held["places"]),
        tuple(map(_proposal, held["proposals"])),
    )


def _proposal(held: Mapping[str, Any]) -> Proposal:
    return Proposal(
        sentence=held["sentence"],
        quotation=held["quotation"],
        practices=tuple(map(_match, held["practices"])),
        outcome=_guess(held["outcome"]),
        subject=_guess(held["subject"]),
        hedges=tuple(held["hedges"]),
        base=held["base"],
        years=tuple(held["years"]),
        agencies=tuple(Named(**each) for each in held["agencies"]),
        signs=tuple(map(_match, held["signs"])),
        supports=tuple(map(_match, held["supports"])),
    )


def _guess(held: Mapping[str, Any]) -> Guess:
    return Guess(held["value"], tuple(held["words"]))


def _match(held: Mapping[str, Any]) -> Match:
    return Match(held["id"], held["score"], tuple(held["words"]))
