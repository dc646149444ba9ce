"""The compose file as a file: pinned, on loopback, with a secret, closed where it must be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from inquiry_graph.local_server import DEFAULT_VERSION

ROOT = Path(__file__).parent.parent


@pytest.fixture
def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8")))


@pytest.fixture
def neo4j(compose: dict[str, Any]) -> dict[str, Any]:
    return dict(compose["services"]["neo4j"])


def test_the_same_neo4j_as_on_a_laptop(neo4j: dict[str, Any]) -> None:
    assert neo4j["image"] == f"neo4j:{DEFAULT_VERSION}-community"


def test_every_port_is_published_on_loopback_alone(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service["ports"]]
    assert len(ports) == 2
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_is_a_secret_and_in_no_tracked_file(compose: dict[str, Any], neo4j: dict[str, Any]) -> None:
    assert neo4j["environment"]["NEO4J_AUTH_FILE"] == "/run/secrets/neo4j_auth"
    assert "neo4j_auth.txt" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert "NEO4J_PASSWORD" not in compose["services"]["app"]["environment"]


def test_nothing_outside_the_graph_can_be_read(neo4j: dict[str, Any]) -> None:
    environment = neo4j["environment"]
    assert environment["NEO4J_dbms_security_allow__csv__import__from__file__urls"] == "false"
    assert environment["NEO4J_internal_dbms_cypher__ip__blocklist"] == "0.0.0.0/0,::/0"
    assert "*" not in environment["NEO4J_dbms_security_procedures_allowlist"].split(",")


def test_memory_and_time_have_limits(compose: dict[str, Any], neo4j: dict[str, Any]) -> None:
    environment = neo4j["environment"]
    assert environment["NEO4J_db_transaction_timeout"].endswith("s")
    assert {"NEO4J_server_memory_heap_max__size", "NEO4J_db_memory_transaction_max"} <= environment.keys()
    assert all("mem_limit" in service for service in compose["services"].values())


def test_health_is_asked_over_bolt_and_the_app_waits_for_it(compose: dict[str, Any], neo4j: dict[str, Any]) -> None:
    assert "cypher-shell -a bolt://" in neo4j["healthcheck"]["test"][1]
    assert compose["services"]["app"]["depends_on"]["neo4j"]["condition"] == "service_healthy"


def test_the_graph_lives_in_a_named_volume(compose: dict[str, Any], neo4j: dict[str, Any]) -> None:
    assert "graph:/data" in neo4j["volumes"]
    assert "graph" in compose["volumes"]
