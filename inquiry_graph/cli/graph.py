"""The graph as a command finds it: opened with progress, and not empty where that is ours to see to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graph_loader.ready import see_that_it_is_loaded
from inquiry_graph.cli.output import say
from inquiry_graph.database import Database, open_database
from inquiry_graph.settings import Settings


@contextmanager
def opened() -> Iterator[Database]:
    """The graph. A local one that never held data gets the data that ship first; somebody else's is left as it is."""
    settings = Settings.from_environment()
    with open_database(settings, say) as graph:
        if not settings.neo4j_uri and graph.last_load() is None:
            see_that_it_is_loaded(settings, graph, say)
        yield graph
