"""How much of what readers have coded does the intake propose, and how many proposals are wrong?

    python benchmarks/intake.py PACKAGE FOLDER
    python benchmarks/intake.py PACKAGE FOLDER --sample 80 --seed 1 --to sheet.csv
    python benchmarks/intake.py PACKAGE FOLDER --judged sheet.csv

FOLDER holds texts of pages that the package cites, one .txt file each; a first line that is an address is left out. A
paragraph is coded if it holds the quotation of a finding of the package. Recall is over coded paragraphs. That the
practice differs from the coded one is a proxy for a wrong proposal; precision is over a sheet that a person has judged
(column `judgement`: right, wrong_practice or wrong). Intervals are Wilson's, 95 per cent.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_loader.intake.known import FEWEST_WORDS, plain
from graph_loader.intake.proposing import Examined, Proposal, Proposer
from graph_loader.intake.reading import read_report
from graph_loader.package import Package, read_package

Z = 1.96
SHEET = ("id", "sentence", "practice", "words", "outcome", "judgement", "note")


@dataclass(frozen=True)
class Coded:
    """A finding of the package by its quotation."""

    quotation: str
    practice: str
    outcome: str


@dataclass(frozen=True)
class Seen:
    """A paragraph of a file, and the findings whose quotations it holds."""

    file: str
    examined: Examined
    coded: tuple[Coded, ...]


def main() -> None:
    """Parse what was given, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, help="draw so many proposals at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, help="the sheet to write them into")
    parser.add_argument("--judged", type=Path, help="a sheet that a person has judged")
    given = parser.parse_args()
    package = read_package(given.package)
    seen = list(examined(package, given.folder))
    if given.sample and given.to:
        draw(seen, given.sample, given.seed, given.to)
        return
    for line in (*recall(seen), *proxy(seen), *(precision(given.judged) if given.judged else ())):
        print(line)


def examined(package: Package, folder: Path) -> Iterator[Seen]:
    """Every paragraph of every text in the folder."""
    proposer, coded = Proposer(package), findings(package)
    for file in sorted(folder.glob("*.txt")):
        for paragraph in read_report(without_address(file)):
            found = proposer.examine(paragraph)
            there = plain(paragraph.text)
            yield Seen(file.stem, found, tuple(each for each in coded if each.quotation in there))


def findings(package: Package) -> tuple[Coded, ...]:
    """The findings by each quotation that evidences them."""
    rows = {row.values["id"]: row.values for row in package.rows("findings")}
    cited = (row.values for row in package.rows("citations") if row.values["link"] == "EVIDENCED_BY")
    made = (Coded(plain(c["quotation"]), rows[c["of"]]["practice"], rows[c["of"]]["outcome"]) for c in cited)
    return tuple(dict.fromkeys(each for each in made if len(each.quotation.split()) >= FEWEST_WORDS))


def without_address(file: Path) -> Path:
    """The text without its first line, where that is an address."""
    first, _, rest = file.read_text(encoding="utf-8").partition("\n")
    text = rest.lstrip("\n") if first.startswith("http") else f"{first}\n{rest}"
    copy = Path(tempfile.mkdtemp()) / file.name
    copy.write_text(text, encoding="utf-8")
    return copy


def recall(seen: Sequence[Seen]) -> Iterator[str]:
    """What share of what was coded is proposed."""
    coded = [each for each in seen if each.coded]
    proposed = [each for each in coded if each.examined.proposals]
    pairs = [(each, coding) for each in coded for coding in each.coded]
    found = [(each, coding) for each, coding in pairs if proposal_of(each, coding)]
    flagged = [each for each in coded if each.examined.flags and not each.examined.proposals]
    yield f"{len({each.file for each in seen})} files, {len(seen)} paragraphs, {len(coded)} of them coded."
    yield f"Recall, coded paragraphs proposed: {share(len(proposed), len(coded))}"
    yield f"Recall, coded sentences proposed: {share(len(found), len(pairs))}"
    yield f"Coded paragraphs that a flag keeps out: {share(len(flagged), len(coded))}"


def proxy(seen: Sequence[Seen]) -> Iterator[str]:
    """How far proposals agree with what was coded there."""
    proposals = [(each, proposal) for each in seen for proposal in each.examined.proposals]
    others = [proposal for each, proposal in proposals if not each.coded]
    pairs = [(p, coding) for each in seen for coding in each.coded if (p := proposal_of(each, coding))]
    first = sum(proposal.practices[0].id == coding.practice for proposal, coding in pairs)
    three = sum(coding.practice in {match.id for match in proposal.practices} for proposal, coding in pairs)
    outcome = sum(proposal.outcome.value == coding.outcome for proposal, coding in pairs)
    yield f"{len(proposals)} proposals in {len({id(each) for each, _ in proposals})} paragraphs; {len(others)} of them "
    yield "  stand in paragraphs without a coded quotation, of which the package does not say whether they are right."
    yield f"Practice differs from the coded one: {share(len(pairs) - first, len(pairs))}"
    yield f"Coded practice among the first three: {share(three, len(pairs))}"
    yield f"Outcome as coded: {share(outcome, len(pairs))}"


def proposal_of(each: Seen, coding: Coded) -> Proposal | None:
    """The proposal whose sentence holds the quotation, or the greater part of it."""
    for proposal in each.examined.proposals:
        sentence = plain(proposal.sentence)
        if coding.quotation in sentence or sentence in coding.quotation:
            return proposal
        half = " ".join(coding.quotation.split()[: len(coding.quotation.split()) // 2 + 1])
        if half in sentence:
            return proposal
    return None


def draw(seen: Sequence[Seen], size: int, seed: int, to: Path) -> None:
    """Write a random sample of the proposals, for a person to judge."""
    listed = [(each, place, p) for each in seen for place, p in enumerate(each.examined.proposals, 1)]
    chosen = random.Random(seed).sample(listed, min(size, len(listed)))
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(SHEET)
        for each, place, proposal in sorted(chosen, key=lambda drawn: (drawn[0].file, drawn[1])):
            name = f"{each.file}#{each.examined.paragraph.number}.{place}"
            likeliest = proposal.practices[0]
            words = "; ".join(likeliest.words)
            writer.writerow((name, proposal.sentence, likeliest.id, words, proposal.outcome.value, "", ""))


def precision(sheet: Path) -> Iterator[str]:
    """What share of the judged proposals is right."""
    with sheet.open(encoding="utf-8", newline="") as file:
        rows: list[Mapping[str, str]] = [row for row in csv.DictReader(file) if row["judgement"].strip()]
    right = sum(row["judgement"].strip() == "right" for row in rows)
    finding = sum(row["judgement"].strip() in ("right", "wrong_practice") for row in rows)
    yield f"Precision, judged by hand, a finding of that practice: {share(right, len(rows))}"
    yield f"Precision, judged by hand, a finding of whatever practice: {share(finding, len(rows))}"


def share(count: int, total: int) -> str:
    """A share with its base and its interval."""
    if not total:
        return "none to count"
    low, high = wilson(count, total)
    return f"{count} of {total} = {count / total:.0%} ({low:.0%} to {high:.0%})"


def wilson(count: int, total: int) -> tuple[float, float]:
    """Wilson's interval of a share."""
    part, spread = count / total, Z * Z / total
    middle = (part + spread / 2) / (1 + spread)
    half = Z * math.sqrt(part * (1 - part) / total + spread / (4 * total)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


if __name__ == "__main__":
    main()
