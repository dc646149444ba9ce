"""How good the record is: worked out by hand on the small package, and as the command tells it."""

from __future__ import annotations

import json

from click.testing import CliRunner

from inquiry_graph.cli import main
from inquiry_graph.database import Database
from inquiry_graph.patterns.gaps import gaps
from inquiry_graph.quality import Share, kinds_held, quality
from inquiry_graph.settings import Settings


def as_environment(settings: Settings) -> dict[str, str]:
    return {"NEO4J_URI": settings.neo4j_uri, "NEO4J_PASSWORD": settings.neo4j_password}


def test_what_findings_rest_on(loaded: Database) -> None:
    found = quality(loaded)
    assert found.counts["Finding"] == found.primary.of == found.single_source.of == 17
    assert found.primary == Share(13, 17)
    assert found.single_source == Share(16, 17)


def test_what_is_filled(loaded: Database) -> None:
    rates = {name: share.count for name, share in quality(loaded).fill_rates.items()}
    assert rates == {
        "reach": 6, "base": 2, "conduct_from": 3, "about": 13, "exchange": 2, "stages": 3, "signs": 2, "supports": 1,
    }  # fmt: skip


def test_cells_by_state_leave_out_wider_places(loaded: Database) -> None:
    found = quality(loaded)
    assert sum(found.states.values()) == sum(cell.counted for cell in found.places)
    assert found.states["mixed"] == 2


def test_a_package_without_a_second_coding_has_no_kappa(loaded: Database) -> None:
    assert quality(loaded).kappa is None


def test_what_was_read_longest_ago_comes_first(loaded: Database) -> None:
    days = [each.last_read for each in quality(loaded).longest_unread]
    assert days
    assert days == sorted(days)


def test_what_is_thin_comes_from_the_gaps(loaded: Database) -> None:
    found = quality(loaded)
    assert found.thin == gaps(loaded, "practice")
    left = [each.tally.with_finding - each.on_one_source for each in found.thinnest]
    assert left
    assert left == sorted(left)
    assert all(each.on_one_source for each in found.thinnest)


def test_records_are_counted_by_kind_in_the_order_of_the_model(loaded: Database) -> None:
    counted = dict(kinds_held(quality(loaded)))
    assert (counted["Theme"], counted["Finding"], "Failure" in counted, "Load" in counted) == (5, 17, False, False)
    assert list(counted)[:2] == ["Theme", "Practice"]


def test_shares_are_never_rounded_to_nothing_or_to_all() -> None:
    assert [str(Share(count, 1000)) for count in (0, 1, 500, 999, 1000)] == [
        "0 of 1,000 (0%)", "1 of 1,000 (under 1%)", "500 of 1,000 (50%)", "999 of 1,000 (over 99%)",
        "1,000 of 1,000 (100%)",
    ]  # fmt: skip


def test_the_command_gives_figures_with_their_bases(seeded_settings: Settings) -> None:
    told = CliRunner().invoke(main, ["quality", "--json"], env=as_environment(seeded_settings))
    found = json.loads(told.stdout)
    assert found["counts"]["Finding"] == found["primary"]["of"] >= 1000
    assert found["primary_share"] == found["primary"]["count"] / found["primary"]["of"]
    assert 0.8 <= found["kappa"]["low"] <= found["kappa"]["value"] <= found["kappa"]["high"]
    assert found["kappa"]["n"] >= 150
    assert set(found["states"]) >= {"failing", "mixed", "no_finding_read", "not_examined"}
    thin = found["thin"]
    assert all(0 < each["places"] <= each["of"] for each in thin["on_one_source"])
    assert thin["unread"][0]["name"] in thin["next_reading"]
    in_words = CliRunner().invoke(main, ["quality"], env=as_environment(seeded_settings)).stdout
    assert "Findings that rest on a primary page:" in in_words
    assert thin["next_report"] in in_words
