"""What README and docs/command-line.md say of commands and settings, held against the commands and settings."""

from __future__ import annotations

import re
import shlex
from itertools import takewhile
from pathlib import Path

import click
import pytest

from inquiry_graph import catalogue
from inquiry_graph.cli import main
from inquiry_graph.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
REDIRECTIONS = frozenset("<>|")


def examples() -> list[str]:
    """Every line of a code block, and every run of code in a sentence, that calls the command."""
    text = f"{README}\n{PAGE}"
    in_blocks = re.findall(r"^(?:\.venv/bin/)?inquiry-graph .*$", text, re.MULTILINE)
    in_sentences = re.findall(r"`(inquiry-graph [a-z][^`]*)`", text)
    return sorted({line.removeprefix(".venv/bin/") for line in (*in_blocks, *in_sentences)})


@pytest.mark.parametrize("line", examples())
def test_every_command_that_is_shown_can_be_given(line: str) -> None:
    name, *arguments = takewhile(lambda word: word not in REDIRECTIONS, shlex.split(line)[1:])
    command = main.commands[name]
    while isinstance(command, click.Group):
        name, *arguments = arguments
        command = command.commands[name]
    given, rest, _ = command.make_parser(click.Context(command, info_name=name)).parse_args(arguments)
    slug = given.get("question") or given.get("slug")
    assert rest == []
    known = {"QUESTION", *(question.slug for question in catalogue.questions())}
    assert not isinstance(slug, str) or slug in known


@pytest.mark.parametrize("name", main.commands)
def test_every_command_has_its_example_and_every_option_its_words(name: str) -> None:
    assert f"\ninquiry-graph {name}" in PAGE
    command = main.commands[name]
    within = list(command.commands.values()) if isinstance(command, click.Group) else [command]
    params = [each for inner in within for each in inner.params if isinstance(each, click.Option)]
    options = [part for each in params for part in each.opts]
    assert [option for option in options if f"`{option}" not in PAGE] == []


@pytest.mark.parametrize(("variable", "sentence"), [(row[0], row[2]) for row in Settings().rows()])
def test_every_setting_is_in_the_table_with_its_sentence(variable: str, sentence: str) -> None:
    assert re.search(rf"^\| `{variable}` \| .* \| {re.escape(sentence)} \|$", PAGE, re.MULTILINE)


def test_every_setting_that_is_named_exists() -> None:
    known = {variable for variable, _, _ in Settings().rows()}
    assert set(re.findall(r"INQUIRY_GRAPH_[A-Z_]+|NEO4J_[A-Z]+\b", README + PAGE)) - known == set()
