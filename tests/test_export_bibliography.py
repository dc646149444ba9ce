"""The sources behind an export, as reference managers read them and as text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from materials import CITATION, FINDING, ORDINARY, SOURCE, hostile

from inquiry_graph.citations import cited
from inquiry_graph.database import Database
from inquiry_graph.errors import ExportError
from inquiry_graph.export import Material, render
from inquiry_graph.export.bibliography import references
from inquiry_graph.subgraph import Link, Node, Subgraph

PUBLISHER = Node("agency:p", "Agency", "Audit & Co_{UK}")
BY = Link("source:a|PUBLISHED_BY|agency:p", "PUBLISHED_BY", "source:a", "agency:p")
DATED = replace(SOURCE, properties={**SOURCE.properties, "published": "2014-08-26"})
READ = replace(CITATION, properties={**CITATION.properties, "accessed": "2026-11-23"})
CITED = replace(ORDINARY, subgraph=Subgraph.of((FINDING, DATED, PUBLISHER), (READ, BY)))


def written(material: Material, format_: str) -> str:
    return render(material, format_).content.decode()


def fields_of_ris(text: str) -> list[tuple[str, str]]:
    """Tag and value of every line, as the format's description has them."""
    return re.findall(r"^([A-Z][A-Z0-9])  - (.*)\r$", text, re.MULTILINE)


def test_an_entry_of_bibtex_says_who_when_where_and_which_places() -> None:
    text = written(CITED, "bibtex")
    assert "@techreport{a,\n  title = {{A review}},\n  author = {{Audit \\& Co\\_\\{UK\\}}}," in text
    assert (
        "  year = {2014},\n  month = {08},\n  url = {https://example.org/review},\n  urldate = {2026-11-23},\n" in text
    )
    assert "note = {para 4.2: “referrals were not passed on” (seen in: primary page)}" in text
    assert text.startswith("% Sources of: Where was information not shared?. Data version 1.0.")


def test_an_entry_of_ris_says_the_same() -> None:
    fields = fields_of_ris(written(CITED, "ris"))
    assert fields[0] == ("TY", "RPRT")
    assert fields[-1][0] == "ER"
    assert {
        ("TI", "A review"), ("AU", "Audit & Co_{UK}"), ("PY", "2014"), ("DA", "2014/08/26"), ("Y2", "2026/11/23"),
        ("UR", "https://example.org/review"),
        ("N1", "para 4.2: “referrals were not passed on” (seen in: primary page)"),
    } <= {*fields}  # fmt: skip


def test_as_text_a_source_is_one_paragraph_with_its_places_below() -> None:
    head, entry = written(CITED, "text").strip().split("\n\n")
    assert "Data version 1.0" in head
    assert entry.split("\n") == [
        "Audit & Co_{UK} (2014-08-26). A review. Independent review. https://example.org/review (read 2026-11-23).",
        "    para 4.2: “referrals were not passed on” (seen in: primary page)",
    ]


def test_a_withheld_address_is_said_and_the_nearest_page_is_named_first() -> None:
    withheld = replace(READ, properties={**READ.properties, "url": None})
    assert "address withheld" in written(replace(CITED, subgraph=Subgraph.of((FINDING, DATED), (withheld,))), "text")
    paper = {"locator": "a paper", "quotation": "so", "url": "https://news.example.org", "seen_in": "news_quoting"}
    second = replace(READ, id=f"{READ.id}2", properties=paper)
    (found,) = references(Subgraph.of((FINDING, DATED), (second, READ)))
    assert found.address == "https://example.org/review"
    assert len(found.places) == 2


@pytest.mark.parametrize("format_", ["bibtex", "ris", "text"])
def test_hostile_text_opens_no_entry_and_no_field_of_its_own(format_: str) -> None:
    material = hostile()
    text = written(material, format_)
    assert not re.search("[\u202e\u2066\u2028\u2029\u0085\x00]", text)
    if format_ == "bibtex":
        unescaped = re.sub(r"\\[a-z]+\{\}|\\.", "", text.partition("\n")[2])
        assert unescaped.count("{") == unescaped.count("}")
        assert text.count("\n@") == 1
    if format_ == "ris":
        assert [value for tag, value in fields_of_ris(text) if tag == "TI"] == ["A review"]
        assert len(fields_of_ris(text)) == text.count("\r\n") - 1


@pytest.mark.parametrize("format_", ["bibtex", "ris", "text"])
def test_where_nothing_is_cited_it_says_what_to_add(format_: str) -> None:
    with pytest.raises(ExportError, match="Add findings or sources"):
        render(replace(ORDINARY, subgraph=Subgraph.of((FINDING,), ())), format_)


def test_the_sources_of_records_come_with_places_and_publishers(loaded: Database) -> None:
    found = references(cited(loaded, ["finding:harrowmere-1", "agency:harrowmere-council"]))
    assert found
    assert all(each.publishers and each.places for each in found)
    assert {link.start for each in found for link in each.places} == {"finding:harrowmere-1"}
    (alone,) = references(cited(loaded, [found[0].source.id]))
    assert (alone.source, alone.publishers, alone.places) == (found[0].source, found[0].publishers, ())
