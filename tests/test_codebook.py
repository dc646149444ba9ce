"""The codebook says all that the package holds of it, and the one in seed_data/ is that very page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph_loader.agreement import measure_folder
from graph_loader.codebook import codebook
from graph_loader.package import read_package
from inquiry_graph import model
from inquiry_graph.resources import shipped


@pytest.fixture(params=["seed_data", "small_package"])
def page(request: pytest.FixtureRequest, small_package: Path) -> str:
    """The codebook of each package that we have."""
    return codebook(read_package(shipped("seed_data") if request.param == "seed_data" else small_package))


def section(page: str, title: str) -> str:
    return page.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_the_page_in_seed_data_is_up_to_date() -> None:
    folder = shipped("seed_data")
    written = (folder / "CODEBOOK.md").read_text(encoding="utf-8")
    assert written == codebook(read_package(folder)), "Renew it: python -m graph_loader.codebook seed_data"


def test_no_section_is_empty_and_no_sentence_is_left_open(page: str) -> None:
    headings = list(re.finditer(r"^#+ .+$", page, flags=re.MULTILINE))
    ends = [heading.start() for heading in headings[1:]] + [len(page)]
    empty = [h[0] for h, end in zip(headings, ends, strict=True) if not page[h.end() : end].strip()]
    assert empty == []
    assert not re.search(r"\*\*: *$|\{\w+\}|\bNone\b|  ", page, flags=re.MULTILINE)


def test_every_table_has_as_many_cells_in_each_row_as_in_its_head(page: str) -> None:
    width = 0
    for line in page.splitlines():
        bars = len(re.findall(r"(?<!\\)\|", line))
        assert not (bars and width) or bars == width, line
        width = bars


def test_the_scale_of_weights_is_the_models(page: str) -> None:
    weights = section(page, "How much a citation weighs")
    assert "| Statutory inquiry | 1.0 | 0.9 | 0.8 | 0.6 | 0.4 |" in weights
    assert "| News report | 0.4 | 0.36 | 0.32 | 0.24 | 0.16 |" in weights
    assert all(f"| {kind.words} |" in weights for kind in model.SOURCE_KINDS)


def test_what_is_filled_and_how_much_there_is_are_counted(small_package: Path) -> None:
    page = codebook(read_package(small_package))
    filled, counts = section(page, "What is filled"), section(page, "How much there is")
    assert re.search(r"`found_by` .* \| 1 of 17 \(6%\) \|", filled)
    assert "`summary`" not in filled  # always there
    assert "| Findings | 17 |" in counts
    assert "| Failing | 11 |" in counts
    assert "| Child protection at large | 5 |" in counts
    assert "compare nothing" in counts


def test_the_published_wording_of_a_practice_stands_with_its_source(small_package: Path) -> None:
    package = read_package(small_package)
    (worded,) = [row.values for row in package.rows("citations") if row.values["link"] == "WORDED_IN"]
    (line,) = [line for line in codebook(package).splitlines() if line.startswith("- **As published**")]
    assert f"“{worded['quotation']}”" in line
    assert worded["locator"] in line
    assert "source:" not in line


def test_without_a_second_coding_the_page_says_so_and_asks_for_one(small_package: Path) -> None:
    agreement = section(codebook(read_package(small_package)), "Agreement of two codings")
    assert "not known" in agreement
    assert "human second coding is asked for" in agreement


def test_with_a_second_coding_the_page_tells_figures_and_who_coded(small_copy: Path) -> None:
    package = read_package(small_copy)
    lines = ["finding,practice,outcome,subject,coder,coded_on"]
    for row in package.rows("findings"):
        told = [row.values[name] for name in ("id", "practice")]
        lines.append(",".join([*told, "failing", row.values["subject"], "a second pass of one model", "2026-11-25"]))
    (small_copy / "second_coding.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    measure_folder(small_copy)
    agreement = section(codebook(read_package(small_copy)), "Agreement of two codings")
    assert "17 findings of" in agreement
    assert "(coder: a second pass of one model; 2026-11-25)" in agreement
    assert "repeatability, not independent agreement" in agreement
    assert "| **Subject** | 1.00 | 1.00 to 1.00" in agreement
    # By hand: 11 of 17 fail in the first coding, all in the second, so that kappa is 0.
    assert re.search(r"\| \*\*Outcome\*\* \| 0\.00 \| .* \| 17 \| 65% \| Failing 65%, 100%; Mixed 6%, 0%", agreement)
