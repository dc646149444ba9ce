"""The one table of settings: name, default, one sentence.

Every setting is an environment variable. Neo4j's own names are used for Neo4j;
everything else begins with INQUIRY_GRAPH_. `inquiry-graph status --settings`
prints this table with the values in force; secrets are never printed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

from inquiry_graph.errors import SettingError

MOST_PORT = 65_535


def _setting(
    variable: str, default: Any, sentence: str, *, secret: bool = False, least: int = 0, most: int | None = None
) -> Any:
    metadata = {"variable": variable, "sentence": sentence, "secret": secret, "least": least, "most": most}
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
        "INQUIRY_GRAPH_QUERY_SECONDS",
        20,
        "Longest time that a question or a typed statement may run, in seconds.",
        least=1,
    )
    row_limit: int = _setting(
        "INQUIRY_GRAPH_ROW_LIMIT",
        10_000,
        "Most rows that an answer holds; a longer answer says that it was cut.",
        least=1,
    )
    address: str = _setting("INQUIRY_GRAPH_ADDRESS", "127.0.0.1", "Network address on which the app listens.")
    port: int = _setting("INQUIRY_GRAPH_PORT", 8501, "Port on which the app listens.", least=1, most=MOST_PORT)
    bolt_port: int = _setting(
        "INQUIRY_GRAPH_BOLT_PORT",
        0,
        "Bolt port of the local Neo4j; 0 takes a free one and keeps it.",
        most=MOST_PORT,
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
            declared.name: _parsed(declared, text)
            for declared in fields(cls)
            if (text := environ.get(declared.metadata["variable"], "").strip())
        }
        return cls(**values)

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """(variable, value in force, sentence) for each setting; a secret shows as set or not set."""
        for declared in fields(self):
            value = getattr(self, declared.name)
            shown = "" if value is None else without_credentials(str(value))
            if declared.metadata["secret"]:
                shown = "(set)" if value else "(not set)"
            yield declared.metadata["variable"], shown, declared.metadata["sentence"]


def without_credentials(address: str) -> str:
    """The address as it may be shown: a name and password before its host are left out."""
    return re.sub(r"(?<=://)[^/@]*@", "", address)


def _parsed(declared: Field[Any], text: str) -> Any:
    default = declared.default
    if isinstance(default, int):
        return _number(text, **declared.metadata)
    if default is None or isinstance(default, Path):
        return Path(text).expanduser()
    return text


def _number(text: str, *, variable: str, least: int, most: int | None, **_: Any) -> int:
    if text.isdecimal() and least <= int(text) <= (int(text) if most is None else most):
        return int(text)
    bounds = f"from {least}" if most is None else f"from {least} to {most}"
    raise SettingError(f"{variable} is {text!r}: give a whole number {bounds}.")
