"""How good the record is, as the command tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import click

from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.cli.graph import opened
from inquiry_graph.cli.output import as_json, show_json
from inquiry_graph.quality import FIELDS, Quality, kinds_held, quality

_STATES = (*model.STATES, model.SCOPE_NOT_KNOWN)


@click.command("quality")
@as_json
def show_quality(wants_json: bool) -> None:
    """Say how good the record is.

    What it holds, what is thin and what one more reading would change most, how many findings rest on a primary page
    and on one source alone, which fields are filled, how far two codings agree, the cells of places and themes by
    state, and the findings whose pages were read longest ago.
    """
    with opened() as graph:
        found = quality(graph)
    if wants_json:
        show_json(_as_data(found))
        return
    for line in _lines(found):
        click.echo(line)


def _as_data(found: Quality) -> dict[str, object]:
    return {
        "counts": found.counts,
        "primary_share": found.primary.value,
        "primary": asdict(found.primary),
        "single_source": asdict(found.single_source),
        "fill_rates": {name: asdict(share) for name, share in found.fill_rates.items()},
        "kappa": asdict(found.kappa) if found.kappa else None,
        "agreement": {name: asdict(agreement) for name, agreement in found.agreement.items()},
        "states": found.states,
        "practice_states": found.practice_states,
        "thin": _thin(found),
        "longest_unread": [asdict(each) for each in found.longest_unread],
        "guards": found.guards,
    }


def _thin(found: Quality) -> dict[str, object]:
    """What rests on little, and what one more reading would change most."""
    return {
        "sentence": f"{found.thin.sentence('practice')}.",
        "next_report": f"{found.thin.next_report()}.",
        "next_reading": f"{found.thin.next_reading()}.",
        "on_one_source": [
            {"practice": each.topic_id, "places": each.on_one_source, "of": each.tally.with_finding}
            for each in found.thinnest
        ],
        "unread": [asdict(each) for each in found.thin.unread],
    }


def _lines(found: Quality) -> Iterator[str]:
    yield "The graph holds"
    yield from (f"  {model.node_kind(label).plural.lower()}: {count:,}" for label, count in kinds_held(found))
    yield from ("", f"{found.thin.sentence('practice')}.")
    yield from (f"{found.thin.next_reading()}.", f"{found.thin.next_report()}.", "")
    yield f"Findings that rest on a primary page: {found.primary}."
    yield f"Findings that rest on one source alone: {found.single_source}."
    yield from ("", "Filled, only where the page says so")
    yield from (f"  {FIELDS[name]}: {share}" for name, share in found.fill_rates.items())
    yield from ("", "Agreement of two codings (Cohen's kappa, 95% interval)")
    yield from (
        f"  {field}: {each.value:.2f} ({each.low:.2f} to {each.high:.2f}), {number(each.n, 'findings')}"
        for field, each in found.agreement.items()
    )
    if not found.agreement:
        yield "  none is published"
    yield from ("", "Cells of places and themes, and of places and practices, by state")
    yield from (
        f"  {state.words}: {found.states.get(state.value, 0):,} and {found.practice_states.get(state.value, 0):,}"
        for state in _STATES
    )
    yield from ("", "Read longest ago")
    yield from (f"  {each.last_read}  {each.id}  {each.source}" for each in found.longest_unread)
    yield from ("", "Guards in force", *(f"  {guard}" for guard in found.guards))
