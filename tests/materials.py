"""What the export tests write: an ordinary answer, and one whose every text is hostile."""

from __future__ import annotations

from dataclasses import replace

from inquiry_graph.database import LoadRecord, ServerFacts
from inquiry_graph.export import Material
from inquiry_graph.subgraph import Link, Node, Rows, Subgraph

FACTS = ServerFacts("bolt://127.0.0.1:7687", "2026.08.1", "community", ())
LOAD = LoadRecord("load:1.0-abc", "small", "1.0", "abc", "2026-01-01", "2026-01-02", "complete", 4, 3)
HOSTILE = (
    "</script><script>window.bad = 1</script>",
    "<!--<script>",
    "<img src=x onerror='window.bad = 1'>",
    "<svg onload='window.bad = 1'>",
    "javascript:window.bad=1",
    "{{ 7 * 7 }} {% include 'x' %}",
    '" onmouseover="window.bad = 1',
    "<a href='x'>href</a>",
    "left\u202egnp.exe\u2066",
    "\u2029\u0085 & &lt;b&gt;",
    "long " + "n" * 10_000,
)

FINDING = Node(
    "finding:a",
    "Finding",
    "Referrals were not shared",
    {
        "summary": "Referrals were not shared",
        "outcome": "failing",
        "hedged": True,
        "conduct_from": 2004,
        "loaded_by": "x",
    },
)
AGENCY = Node("agency:a", "Agency", "Anytown Council", {"kind": "local_authority", "codes": ["E1", "E2"]})
SOURCE = Node("source:a", "Source", "A review", {"title": "A review", "kind": "independent_review"})
THEME = Node("theme:2", "Theme", "Communication", {"number": 2, "question": "Who shared what?"})
CITATION = Link(
    "finding:a|EVIDENCED_BY|source:a|para 4.2|primary_page",
    "EVIDENCED_BY",
    "finding:a",
    "source:a",
    {
        "locator": "para 4.2",
        "quotation": "referrals were not passed on",
        "url": "https://example.org/review",
        "seen_in": "primary_page",
        "weight": 0.9,
    },
)
ABOUT = Link("finding:a|ABOUT|agency:a|jointly", "ABOUT", "finding:a", "agency:a", {"part": "jointly"})

ORDINARY = Material(
    title="Where was information not shared?",
    rows=Rows(("place", "findings", "share"), (("Anytown", ["finding:a"], 0.5), ("Elsewhere", [], None))),
    subgraph=Subgraph.of((FINDING, AGENCY, SOURCE, THEME), (CITATION, ABOUT)),
    facts=FACTS,
    load=LOAD,
    question="sharing_by_place",
    parameters={"theme": "theme:2"},
    sentence="Failing in 1 of the 2 places with a finding.",
)


def with_finding(**properties: object) -> Material:
    """The ordinary answer, its finding with other properties."""
    finding = replace(FINDING, properties={**FINDING.properties, **properties})
    return replace(ORDINARY, subgraph=Subgraph.of((finding, AGENCY, SOURCE, THEME), (CITATION, ABOUT)))


def hostile() -> Material:
    """An answer in which everything that comes from data or from a person is a hostile text."""
    nodes = [
        Node(f"finding:h{number}", "Finding", text, {"summary": text, "base": text})
        for number, text in enumerate(HOSTILE)
    ]
    links = [
        replace(
            CITATION,
            id=f"{node.id}|EVIDENCED_BY|source:a|{node.name}",
            start=node.id,
            properties={"locator": node.name, "quotation": node.name, "url": node.name},
        )
        for node in nodes
    ]
    return replace(
        ORDINARY,
        title=HOSTILE[0],
        question=None,
        statement=" ".join(HOSTILE[:4]),
        sentence=HOSTILE[2],
        caution=HOSTILE[0],
        parameters={"text": HOSTILE[0]},
        rows=Rows((HOSTILE[0], "name"), tuple((text, text) for text in HOSTILE)),
        subgraph=Subgraph.of([*nodes, SOURCE], links),
    )
