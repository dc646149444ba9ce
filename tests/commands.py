"""The command line as tests call it: the real commands, told by environment variables where the graph is."""

from __future__ import annotations

import os
from dataclasses import fields

from click.testing import CliRunner, Result

from inquiry_graph.cli import main
from inquiry_graph.settings import Settings


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
