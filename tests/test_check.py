"""A package with mistakes is refused as a whole, with every mistake named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph_loader import check_package
from inquiry_graph.errors import PackageError

Edit = Callable[[str, Callable[[str], str]], Path]


@pytest.fixture
def edit(small_copy: Path) -> Edit:
    """Change the text of one file of a copy of the small package."""

    def change(name: str, how: Callable[[str], str]) -> Path:
        path = small_copy / name
        before = path.read_text(encoding="utf-8")
        path.write_text(how(before), encoding="utf-8")
        assert path.read_text(encoding="utf-8") != before
        return small_copy

    return change


def found(folder: Path) -> set[tuple[str, str]]:
    return {(problem.file, problem.column) for problem in check_package(folder)}


def without_last_line(text: str) -> str:
    return "\n".join(text.rstrip("\n").split("\n")[:-1]) + "\n"


def last_line_twice(text: str) -> str:
    return text.rstrip("\n") + "\n" + text.rstrip("\n").split("\n")[-1] + "\n"


def test_the_small_package_has_no_problem(small_copy: Path) -> None:
    assert check_package(small_copy) == ()


def test_two_rows_with_one_id_are_named(edit: Edit) -> None:
    assert ("findings.csv", "id") in found(edit("findings.csv", last_line_twice))


def test_a_link_to_nothing_is_named(edit: Edit) -> None:
    wrong = {file for file, _ in found(edit("locations.csv", without_last_line))}
    assert wrong - {"locations.csv"}


def test_a_finding_without_a_citation_is_named(edit: Edit) -> None:
    assert ("findings.csv", "id") in found(edit("citations.csv", lambda text: text.split("\n")[0] + "\n"))


def test_a_citation_that_stands_twice_is_named(edit: Edit) -> None:
    assert ("citations.csv", "of") in found(edit("citations.csv", last_line_twice))


def test_an_end_of_the_wrong_kind_is_named(edit: Edit) -> None:
    folder = edit("practices.csv", lambda text: text.replace(",theme:", ",source:"))
    assert ("practices.csv", "theme") in found(folder)


def test_a_column_that_is_missing_and_one_too_many_are_named(edit: Edit) -> None:
    problems = found(edit("themes.csv", lambda text: text.replace("question", "answer", 1)))
    assert {("themes.csv", "question"), ("themes.csv", "answer")} <= problems


def test_a_private_person_is_named_wherever_the_text_stands(edit: Edit) -> None:
    folder = edit(
        "cases.csv", lambda text: text.replace("case:", "case:", 1) + "case:x,Child A and others,national,,,s,,,,\n"
    )
    assert ("cases.csv", "name") in found(folder)


def test_all_problems_are_told_at_once_with_place_value_and_what_would_be_right(edit: Edit) -> None:
    edit("findings.csv", lambda text: text.replace(",failing,", ",dreadful,"))
    folder = edit("sources.csv", lambda text: text.replace(",independent_review,", ",gossip,"))
    problems = {(problem.file, problem.value): problem for problem in check_package(folder)}
    assert {("findings.csv", "dreadful"), ("sources.csv", "gossip")} <= problems.keys()
    told = problems["findings.csv", "dreadful"]
    assert told.line >= 2
    assert "failing, mixed, good_practice" in told.right


@pytest.mark.parametrize("text", [b"\xff\xfe not utf-8", b'id,"never closed\n'])
def test_a_file_that_is_no_csv_file_is_named(small_copy: Path, text: bytes) -> None:
    (small_copy / "themes.csv").write_bytes(text)
    with pytest.raises(PackageError) as refusal:
        check_package(small_copy)
    assert {problem.file for problem in refusal.value.problems} == {"themes.csv"}


@pytest.mark.parametrize("path", ["../outside.csv", "/etc/hosts", "nowhere.csv"])
def test_a_file_outside_the_package_or_missing_is_named(edit: Edit, path: str) -> None:
    folder = edit("datapackage.json", lambda text: text.replace('"themes.csv"', f'"{path}"'))
    with pytest.raises(PackageError) as refusal:
        check_package(folder)
    assert {problem.value for problem in refusal.value.problems} == {path}


@pytest.mark.parametrize("text", ["", "[]", "{}", "{not json"])
def test_a_descriptor_that_is_none_is_told(edit: Edit, text: str) -> None:
    with pytest.raises(PackageError):
        check_package(edit("datapackage.json", lambda _: text))


def test_a_folder_that_is_no_package_is_told_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="name the folder of a data package"):
        check_package(tmp_path)


def test_fewer_rows_than_the_package_asserts_stop_the_load(edit: Edit) -> None:
    folder = edit(
        "datapackage.json",
        lambda text: text.replace("{", '{"assertions": {"at_least": {"findings": 1000000}},', 1),
    )
    assert ("datapackage.json", "assertions") in found(folder)


def asserting(rates: str) -> Callable[[str], str]:
    return lambda text: text.replace("{", f'{{"assertions": {{"fill_rates": {rates}}},', 1)


@pytest.mark.parametrize(
    ("rates", "value"),
    [
        ('{"hedged": 0.9}', "hedged"),
        ('{"weather": 0.1}', "weather"),
        ('{"reach": 7}', "reach"),
        ('{"base": "x"}', "base"),
    ],
)
def test_a_field_that_is_filled_more_seldom_than_asserted_stops_the_load(edit: Edit, rates: str, value: str) -> None:
    (problem,) = check_package(edit("datapackage.json", asserting(rates)))
    assert (problem.file, problem.column, problem.value) == ("datapackage.json", "assertions", value)


def test_a_field_that_is_filled_as_often_as_asserted_is_no_problem(edit: Edit) -> None:
    assert check_package(edit("datapackage.json", asserting('{"summary": 1, "hedged": 0.05, "found_by": 0}'))) == ()
