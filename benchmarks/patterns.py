"""How often co-occurrence finds what was planted, and how often what was not, in made worlds.

In each world some pairs of topics truly fail together and all others do not. It is read as the record is: by few
sources in each area, each with a kind, a part of the topics and a part of its pages; what fails is reported more often
than what does not; some kinds of source, and some sources of each kind, call failing what is not, now and then, and
all of them sometimes miss what is; some areas are read by many more sources than others; some sources are of one
family. The first two sizes are those of the record in November 2026. To beat: 10 s for 400 × 60, and false ones in no
more than one world of twenty where nothing was planted. It prints a table, the same each time but for the seconds:

    python benchmarks/patterns.py

With `times` it asks the graph that the settings name for each analysis, and prints how long each takes, warm. To beat:
1 s on the seed data.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from inquiry_graph.database import open_database
from inquiry_graph.patterns.cooccurrence import Pair, cooccurrence
from inquiry_graph.patterns.observations import Evidence, Observed
from inquiry_graph.patterns.tables import TABLES, rows
from inquiry_graph.settings import Settings

SEED = 2014
STRENGTH = 0.9  # of a planted pair: how often the second topic's truth is the first's
FAILS = (0.4, 0.7)  # the share of areas in which a topic truly fails lies between these
KINDS = {  # how likely each kind of source is, how often it errs towards failing, and how often it reports what is well
    "serious_case_review": (0.4, 0.05, 0.6),
    "inspection": (0.35, 0.05, 0.9),
    "news": (0.25, 0.3, 0.3),
}
MISSES = 0.15  # how often a source that looks at what fails finds it adequate
HARSH = 2.5  # one source in five errs so many times as often as its kind
SEEN_IN = ("primary_page", "publisher_summary", "news_quoting")


@dataclass(frozen=True, slots=True)
class Size:
    """A world's size, the share of a source's topics that is read, sources to an area, and what is planted."""

    words: str
    areas: int
    topics: int
    read: float
    sources: int
    planted: int
    worlds: int


SIZES = (
    Size("as the record, by theme", 16, 5, 0.3, 2, 1, 400),
    Size("as the record, by practice", 16, 26, 0.08, 2, 5, 200),
    Size("all areas read as the record is, by practice", 43, 26, 0.08, 2, 5, 200),
    Size("all areas, half of each report read", 43, 26, 0.5, 2, 5, 200),
    Size("all areas, reports read whole", 43, 26, 1.0, 2, 5, 200),
    Size("all areas, read by 1 to 8 sources each", 43, 26, 0.3, 8, 5, 200),
    Size("400 × 60, as sparse as the record", 400, 60, 0.08, 2, 10, 20),
    Size("400 × 60, half of each report read", 400, 60, 0.5, 2, 10, 20),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one world came to: planted pairs in all, tried, passed and standing; false ones passed and standing."""

    tried: int
    planted_tried: int
    planted_passed: int
    planted_standing: int
    false_passed: int
    false_standing: int
    seconds: float  # of the processor: other work on the machine is not counted


ROUNDS = 7


def main() -> None:
    """Print what was found in made worlds, or with `times` how long each analysis takes on the record."""
    if sys.argv[1:] == ["times"]:
        print_times()
    else:
        print_worlds()


def print_times() -> None:
    """The quickest of some rounds, after one that warms the graph up: what other work on the machine disturbs least."""
    print("| analysis | s |\n| --- | ---: |")
    with open_database(Settings.from_environment(), print) as graph:
        asked = [(name, {"topics": topics}) for name, table in TABLES.items() if "topics" in table.options
                 and name != "compare" for topics in ("theme", "practice")]  # fmt: skip
        asked += [(name, {}) for name, table in TABLES.items() if "topics" not in table.options]
        for name, options in asked:
            told = " by ".join((name, *options.values()))
            print(f"| {told} | {_seconds(lambda name=name, options=options: rows(graph, name, **options)):.2f} |")


def _seconds(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def print_worlds() -> None:
    """Make the worlds of each size, with and without something to find, and print what was found."""
    print(
        "| size | planted | worlds | cells judged | pairs tried | planted tried | found | standing | "
        "false rate | standing | worlds with a false one | standing | s |"
    )
    print("| --- |" + " ---: |" * 12)
    for size in SIZES:
        for planted in (size.planted, 0):
            chance = random.Random(SEED)
            worlds = [world(size, planted, chance) for _ in range(size.worlds)]
            print(line(size, planted, [outcome(each, planted) for each in worlds], judged(size, worlds)), flush=True)


def judged(size: Size, worlds: list[Observed]) -> float:
    """The share of cells with a finding."""
    found = sum(len({(row.area, row.topic) for row in each.evidence}) for each in worlds)
    return found / (size.areas * size.topics * len(worlds))


def world(size: Size, planted: int, chance: random.Random) -> Observed:
    """What was read of a world whose first `planted` pairs of topics, one after the other, fail together."""
    rates = [chance.uniform(*FAILS) for _ in range(size.topics)]
    rows = [row for area in range(size.areas) for row in _read(area, _truth(rates, planted, chance), size, chance)]
    topics = {_topic(n): _topic(n) for n in range(size.topics)}
    areas = {row.area: row.area for row in rows}
    return Observed("place", tuple(rows), areas, topics, {}, 0)


def _topic(number: int) -> str:
    return f"t{number:02}"


def _truth(rates: list[float], planted: int, chance: random.Random) -> list[bool]:
    truth = [chance.random() < rate for rate in rates]
    for pair in range(planted):
        if chance.random() < STRENGTH:
            truth[2 * pair + 1] = truth[2 * pair]
    return truth


def _read(area: int, truth: list[bool], size: Size, chance: random.Random) -> Iterator[Evidence]:
    """What the area's sources report of the truth, and we read of that; one area in ten is read much more."""
    weights = [share for share, _, _ in KINDS.values()]
    for number in range(chance.randint(1, size.sources) + (3 if chance.random() < 0.1 else 0)):
        kind = chance.choices(list(KINDS), weights)[0]
        _, errs, reports = KINDS[kind]
        errs *= HARSH if chance.random() < 0.2 else 1
        seen, source = chance.choice(SEEN_IN), f"source:{area}-{number}"
        family = f"programme:{kind}-{chance.randrange(4)}" if chance.random() < 0.2 else source
        for topic, fails in enumerate(truth):
            told = chance.random() < (1 - MISSES if fails else errs)
            if chance.random() < size.read and (told or chance.random() < reports):
                finding = f"finding:{area}-{number}-{topic}"
                yield Evidence(f"a{area:03}", _topic(topic), finding, told, source, kind, seen, family)


def outcome(held: Observed, planted: int) -> Outcome:
    """What co-occurrence says of the world, beside what is so."""
    began = time.process_time()
    found = cooccurrence(held)
    seconds = time.process_time() - began
    true = [each for each in found.tried if _planted(each, planted)]
    false = [each for each in found.tried if not _planted(each, planted)]
    return Outcome(
        len(found.tried),
        len(true),
        sum(each.passed for each in true),
        sum(each.survives for each in true),
        sum(each.passed for each in false),
        sum(each.survives for each in false),
        seconds,
    )


def _planted(pair: Pair, planted: int) -> bool:
    first, second = int(pair.first[1:]), int(pair.second[1:])
    return first % 2 == 0 and second == first + 1 and first < 2 * planted


def line(size: Size, planted: int, found: list[Outcome], share: float) -> str:
    """One line of the table: means over the worlds; rates of planted pairs, and of what was found."""
    n = len(found)
    whole = planted * n
    rate = [each.false_passed / max(1, each.false_passed + each.planted_passed) for each in found]
    standing = [each.false_standing / max(1, each.false_standing + each.planted_standing) for each in found]
    cells = (
        size.words, planted, n, f"{share:.0%}", f"{sum(each.tried for each in found) / n:.1f}",
        _share(sum(each.planted_tried for each in found), whole),
        _share(sum(each.planted_passed for each in found), whole),
        _share(sum(each.planted_standing for each in found), whole),
        f"{sum(rate) / n:.1%}", f"{sum(standing) / n:.1%}",
        f"{sum(each.false_passed > 0 for each in found) / n:.1%}",
        f"{sum(each.false_standing > 0 for each in found) / n:.1%}",
        f"{max(each.seconds for each in found):.1f}",
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def _share(count: int, whole: int) -> str:
    return f"{count / whole:.0%}" if whole else "–"


if __name__ == "__main__":
    main()
