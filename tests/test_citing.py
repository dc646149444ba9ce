"""Many citations at once: the first are drawn, the others when somebody opens them."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # AppTest leaves its folder to the end of the run


def page(number: int) -> None:
    """So many citations of one source."""
    from inquiry_explorer.citing import show_citations
    from inquiry_graph.citations import Citation
    from inquiry_graph.subgraph import Node

    source = Node("source:s", "Source", "S", {"kind": "audit"})
    show_citations(
        Citation(f"c{n}", f"finding:{n}", "EVIDENCED_BY", source, "p 1", f"words {n}", None, "copy", "2026-11-01", 1.0)
        for n in range(number)
    )


@pytest.mark.parametrize(("number", "drawn", "others"), [(20, 20, []), (25, 20, ["The other 5 citations"])])
def test_the_first_are_drawn_and_the_others_wait(number: int, drawn: int, others: list[str]) -> None:
    app = AppTest.from_function(page, default_timeout=60, args=(number,)).run()
    assert not app.exception
    told = "".join(each.proto.body for each in app.get("html"))
    assert f"{number} citations from 1 source" in told
    assert told.count("<blockquote>") == drawn
    assert [each.label for each in app.expander] == others
