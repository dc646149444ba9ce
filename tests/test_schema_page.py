"""The page of the model holds all of it, and the one in docs/ is that very page."""

from __future__ import annotations

from pathlib import Path

from inquiry_graph import model
from inquiry_graph.schema_page import schema_page

DOCS = Path(__file__).parent.parent / "docs"


def test_the_page_in_docs_is_up_to_date() -> None:
    written = (DOCS / "schema.md").read_text(encoding="utf-8")
    assert written == schema_page(), "Renew it: inquiry-graph schema > docs/schema.md"


def test_every_kind_property_and_value_of_the_model_is_on_the_page() -> None:
    page = schema_page()
    properties = [declared for kind in model.NODE_KINDS for declared in kind.properties]
    properties += [declared for link in model.LINK_KINDS for declared in model.link_properties(link)]
    told = [f"### {kind.label}\n" for kind in model.NODE_KINDS]
    told += [f"| `{link.type}` |" for link in model.LINK_KINDS]
    told += [f"`{declared.name}` |" for declared in properties]
    told += [f"`{term.value}`" for declared in properties for term in declared.terms]
    told += [state.meaning for state in (*model.STATES, model.SCOPE_NOT_KNOWN)]
    assert [each for each in told if each not in page] == []


def test_every_table_has_as_many_cells_in_each_row_as_in_its_head() -> None:
    width = 0
    for line in schema_page().splitlines():
        bars = line.count("|")
        assert not (bars and width) or bars == width, line
        width = bars
