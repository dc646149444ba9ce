"""The command line as tests call it: the real commands, told by environment variables where the graph is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

from click.testing import CliRunner, Result

from inquiry_graph.cli import main
from inquiry_graph.settings import Settings

COMMAND = (sys.executable, "-c", "from inquiry_graph.cli import main; main()")


def environment(settings: Settings) -> dict[str, str]:
    """The settings as environment variables."""
    values = {declared.metadata["variable"]: getattr(settings, declared.name) for declared in fields(settings)}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def whole_environment(settings: Settings) -> dict[str, str]:
    """The same with all else that a process of its own needs."""
    return {**os.environ, **environment(settings)}


def run(settings: Settings, *arguments: str, typed: str | None = None, **variables: str) -> Result:
    """Run `inquiry-graph` with these arguments. A bug is raised, not turned into an exit code."""
    runner = CliRunner(env={**environment(settings), **variables}, catch_exceptions=False)
    return runner.invoke(main, arguments, input=typed)


@contextmanager
def served(
    settings: Settings, folder: Path, command: Sequence[str] = COMMAND
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`inquiry-graph serve` as a process, run in that folder, and the line that it prints once the app answers."""
    process = subprocess.Popen(
        [*command, "serve"],
        cwd=folder,
        env=whole_environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        told = process.stdout.readline()
        assert told, process.communicate()[1]
        yield process, told
    finally:
        process.terminate()
        process.communicate()
