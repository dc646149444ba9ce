"""The one table of settings: name, default, one sentence.

Every setting is an environment variable. Neo4j's own names are used for Neo4j;
everything else begins with INQUIRY_GRAPH_. `inquiry-graph status --settings`
prints this table with the values in force; secrets are never printed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

from inquiry_graph.errors import SettingError


def _setting(variable: str, default: Any, sentence: str, *, secret: bool = False) -> Any:
    metadata = {"variable": variable, "sentence": sentence, "secret": secret}
    return field(default=default, metadata=metadata, repr=not secret)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run of Inquiry Graph was told. Values are read once, at the start."""

    neo4j_uri: str = _setting(
        "NEO4J_URI",
        "",
        "Address of a running Neo4j (bolt://, neo4j:// or neo4j+s://); empty means a local server of our own.",
    )
    neo4j_username: str = _setting("NEO4J_USERNAME", "neo4j", "User name for that Neo4j.")
    neo4j_password: str = _setting("NEO4J_PASSWORD", "", "Password for that Neo4j.", secret=True)
    neo4j_database: str = _setting("NEO4J_DATABASE", "neo4j", "Database within that Neo4j.")
    home: Path = _setting(
        "INQUIRY_GRAPH_HOME",
        Path(platformdirs.user_data_dir("inquiry-graph", appauthor=False)),
        "Folder for the local server, its data, its password and its logs.",
    )
    package: Path | None = _setting(
        "INQUIRY_GRAPH_PACKAGE", None, "Folder of the data package to load; empty means the seed data that ships."
    )
    query_seconds: int = _setting(
        "INQUIRY_GRAPH_QUERY_SECONDS", 20, "Longest time that a question or a typed statement may run, in seconds."
    )
    row_limit: int = _setting(
        "INQUIRY_GRAPH_ROW_LIMIT", 10_000, "Most rows that an answer holds; a longer answer says that it was cut."
    )
    address: str = _setting("INQUIRY_GRAPH_ADDRESS", "127.0.0.1", "Network address on which the app listens.")
    port: int = _setting("INQUIRY_GRAPH_PORT", 8501, "Port on which the app listens.")
    bolt_port: int = _setting(
        "INQUIRY_GRAPH_BOLT_PORT", 0, "Bolt port of the local Neo4j; 0 takes a free one and keeps it."
    )
    heap: str = _setting("INQUIRY_GRAPH_HEAP", "512m", "Memory for the local Neo4j's heap, as Java writes it.")
    maven_mirror: str = _setting(
        "INQUIRY_GRAPH_MAVEN_MIRROR", "", "Address of a Maven mirror for Neo4j's jars; empty means the public one."
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the settings from `environ` (this process's environment if None).

        An empty variable counts as not set. Raises SettingError for a value of the wrong kind.
        """
        environ = os.environ if environ is None else environ
        values = {
            declared.name: _parsed(declared.metadata["variable"], declared.default, text)
            for declared in fields(cls)
            if (text := environ.get(declared.metadata["variable"], "").strip())
        }
        return cls(**values)

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """(variable, value in force, sentence) for each setting; a secret shows as set or not set."""
        for declared in fields(self):
            value = getattr(self, declared.name)
            shown = "" if value is None else str(value)
            if declared.metadata["secret"]:
                shown = "(set)" if value else "(not set)"
            yield declared.metadata["variable"], shown, declared.metadata["sentence"]


def _parsed(variable: str, default: Any, text: str) -> Any:
    if isinstance(default, int):
        if not text.isdecimal():
            raise SettingError(f"{variable} is {text!r}: give a whole number, for example {default}.")
        return int(text)
    if default is None or isinstance(default, Path):
        return Path(text).expanduser()
    return text
