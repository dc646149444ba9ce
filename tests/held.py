"""Findings made for a test: a judged finding on exploitation in one case, changed as the test needs it."""

from __future__ import annotations

from typing import Any

from inquiry_graph.patterns.findings import Held, Listed

POLICE = ("agency:police", "Police", "police_force")
COUNCIL = ("agency:council", "Council", "local_authority")
HEALTH = ("agency:health", "Health trust", "health")


def held(number: int, outcome: str = "failing", *, case: str = "a", **given: Any) -> Held:
    """A finding of the case of that name, whose source is its own."""
    usual: dict[str, Any] = {
        "case_kind": "local", "practice_id": "practice:p", "practice": "P", "theme": 2, "covered": True,
        "places": ((f"location:{case}", case.upper()),), "sources": (f"source:{case}",),
    }  # fmt: skip
    identity = (f"finding:{number}", f"Finding {number}", outcome, "cse", f"case:{case}", f"Case {case}")
    return Held(*identity, **{**usual, **given})


def steps(label: str, *names: str) -> list[Listed]:
    """A list of the codebook, in order."""
    return [Listed(f"{label.lower()}:{name}", name.capitalize(), label, "") for name in names]
