"""A finding as a link: its words, and the page that shows its paragraph."""

from __future__ import annotations

from inquiry_explorer.addresses import record_address
from inquiry_explorer.tables import Linked
from inquiry_graph.patterns.findings import Held


def finding_link(finding: Held) -> Linked:
    """The finding in our own words, leading to its paragraph."""
    return Linked(finding.summary, record_address(finding.id))
