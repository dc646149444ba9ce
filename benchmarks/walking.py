"""How long the steps of a walk through the graph take, asked of the graph that the settings name, warm.

To beat, on the seed data: 100 ms for finding, 500 ms for all else. It prints a table; the least is what the step costs
on a machine that does nothing else, the median what it cost on this one:

    python benchmarks/walking.py
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median

from inquiry_graph.database import Database, open_database
from inquiry_graph.explore.connecting import connect
from inquiry_graph.explore.repeats import repeats_of
from inquiry_graph.explore.standing import standing
from inquiry_graph.explore.uncovered import would_change
from inquiry_graph.export import VIEW, of_selection, render
from inquiry_graph.frozen import compare, read_frozen
from inquiry_graph.neighbourhood import among, expand, find
from inquiry_graph.remaking import completed
from inquiry_graph.settings import Settings

TIMES = 9
SEARCHES = (
    "r", "rotherham", "roterham", "south yorksh", "share information", "agency: south york", "police", "the",
    "informaton shring between agncies",
)  # fmt: skip
_MOST_LINKED = """
MATCH (node:Entity) WHERE $label IN labels(node)
RETURN node.id ORDER BY COUNT { (node)--() } DESC, node.id LIMIT 2
"""


def steps(database: Database) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each step by its name: the searches, and what is done with the nodes that have most links."""
    for text in SEARCHES:
        yield f"find “{text}”", lambda text=text: find(database, text, limit=5)  # type: ignore[misc]
    (agency,), (other,) = database.read(_MOST_LINKED, {"label": "Agency"}).rows
    (finding,), _ = database.read(_MOST_LINKED, {"label": "Finding"}).rows
    (practice,), _ = database.read(_MOST_LINKED, {"label": "Practice"}).rows
    ids = tuple(node.id for node in expand(database, [agency], [agency], limit=200))
    selection = of_selection(ids, among(database, ids), database.facts(), database.last_load())
    frozen = read_frozen(render(completed(database, selection, VIEW), VIEW).content)
    yield "expand by 200", lambda: expand(database, [agency], [agency], limit=200)
    yield f"links among {len(ids)} nodes", lambda: among(database, ids)
    yield "connect two agencies", lambda: connect(database, agency, other)
    yield "what a practice rests on", lambda: standing(database, [practice])
    yield "repeats of a finding", lambda: repeats_of(database, finding)
    yield "what would change the picture", lambda: would_change(database, ids)
    yield f"freeze {len(ids)} nodes", lambda: render(completed(database, selection, VIEW), VIEW)
    yield f"compare {len(ids)} frozen nodes", lambda: compare(database, frozen)


def main() -> None:
    """Print the least and the median of each step, in milliseconds."""
    print(f"{'step':44} {'least':>8} {'median':>8}  ms")
    with open_database(Settings.from_environment()) as database:
        for name, step in steps(database):
            step()
            taken = []
            for _ in range(TIMES):
                began = time.perf_counter()
                step()
                taken.append(1000 * (time.perf_counter() - began))
            print(f"{name:44} {min(taken):8.0f} {median(taken):8.0f}")


if __name__ == "__main__":
    main()
