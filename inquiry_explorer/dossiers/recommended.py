"""What was recommended, and what became of it: the last status that was stated, and failures after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from inquiry_explorer.addresses import record_address, records_address
from inquiry_explorer.dossiers.listing import joined
from inquiry_explorer.facts import term_words
from inquiry_explorer.prose import Part, paragraph
from inquiry_explorer.tables import Column, Html, Linked, show_table, shown
from inquiry_graph import model
from inquiry_graph.cells import number
from inquiry_graph.dossier import Asked, Dossier
from inquiry_graph.subgraph import Node

_WHOSE = {
    "Agency": "Recommendations addressed to it.",
    "Practice": "Recommendations that would mend it.",
    "Source": "Recommendations that it makes.",
}


def show(of: Dossier) -> None:
    """A row for each recommendation, those with the newest status first."""
    whose = _WHOSE.get(of.subject.kind, "Recommendations of the sources that examine it; some ask bodies elsewhere.")
    if not of.recommendations:
        paragraph(f"{whose} None is held.", style="quiet")
        return
    paragraph(f"{whose} {_counted(of.recommendations)}", style="quiet")
    columns = (
        Column("Recommendation"), Column("Made in"), Column("Asks"), Column("What became of it, as last stated"),
        Column("Failed after it"),
    )  # fmt: skip
    show_table(columns, [_row(each) for each in of.recommendations], caption="Recommendations", key="asked")


def status_words(stated: Node) -> str:
    """A status by its words."""
    return term_words(model.PROGRESS_STATUSES, stated.properties["status"])


def _counted(listed: Sequence[Asked]) -> str:
    """How many have a status that was read, and which; what was not read is not an answer."""
    if not any(each.last for each in listed):
        return f"No status was read for the {number(len(listed), 'recommendations')}: what became of them is not known."
    last = Counter(status_words(each.last).lower() for each in listed if each.last)
    told = ", ".join(f"{words} {count}" for words, count in sorted(last.items()))
    stated = f" ({told})" if told else ""
    return (
        f"A status was read for {sum(last.values())} of the {number(len(listed), 'recommendations')}{stated}; of the "
        "others nothing was read."
    )


def _row(each: Asked) -> tuple[Part, ...]:
    number_ = each.node.properties.get("number")
    text = f"{number_}: {each.node.properties['text']}" if number_ else str(each.node.properties["text"])
    return (
        Linked(text, record_address(each.node.id)),
        Html(joined((_dated(source) for source in each.sources), "; ").body),
        Html(joined(each.bodies, "; ").body) if each.bodies else "no body named",
        _last(each),
        _after(each),
    )


def _dated(source: Node) -> Html:
    return Html(f"{shown(source)} ({shown(str(source.properties.get('published') or 'date not known'))})")


def _last(each: Asked) -> Part:
    if each.last is None:
        return "no status read"
    link = Linked(f"{status_words(each.last)}, {each.last.properties['date']}", record_address(each.last.id))
    earlier = len(each.progress) - 1
    return Html(shown(link) + (f" ({number(earlier, 'earlier statements')})" if earlier else ""))


def _after(each: Asked) -> Part:
    """Failures that a source dates after it, and beside them those whose years are not known."""
    parts = []
    for dated, words in ((True, "dated after it"), (False, "reported later, years not known")):
        ids = sorted({failed.failure for failed in each.failed_after if failed.dated is dated})
        if ids:
            parts.append(Linked(f"{number(len(ids), 'findings')} {words}", records_address(ids)))
    return joined(parts, "; ") if parts else "none read"
