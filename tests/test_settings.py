"""Settings: read from the environment, refused with what would be right, shown without secrets."""

from __future__ import annotations

import pytest

from inquiry_graph.errors import SettingError
from inquiry_graph.settings import Settings, without_credentials


@pytest.mark.parametrize(
    ("variable", "value", "right"),
    [
        ("INQUIRY_GRAPH_QUERY_SECONDS", "0", "from 1"),
        ("INQUIRY_GRAPH_ROW_LIMIT", "many", "from 1"),
        ("INQUIRY_GRAPH_PORT", "70000", "from 1 to 65535"),
        ("INQUIRY_GRAPH_BOLT_PORT", "-1", "from 0 to 65535"),
    ],
)
def test_a_number_out_of_its_bounds_is_refused_with_them(variable: str, value: str, right: str) -> None:
    with pytest.raises(SettingError, match=f"{variable} is '{value}': give a whole number {right}"):
        Settings.from_environment({variable: value})


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Settings.from_environment({"INQUIRY_GRAPH_PORT": " "}) == Settings()


def test_no_secret_is_shown() -> None:
    settings = Settings.from_environment({"NEO4J_PASSWORD": "s3cret", "NEO4J_URI": "bolt://neo4j:s3cret@example.org"})
    shown = {variable: value for variable, value, _ in settings.rows()}
    assert (shown["NEO4J_PASSWORD"], shown["NEO4J_URI"]) == ("(set)", "bolt://example.org")
    assert "s3cret" not in repr(settings.neo4j_password and shown)


@pytest.mark.parametrize("address", ["bolt://127.0.0.1:7687", "https://example.org/a@b", "neo4j+s://x.example.org"])
def test_an_address_without_credentials_stays_as_it_is(address: str) -> None:
    assert without_credentials(address) == address
