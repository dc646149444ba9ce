from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some

from inquiry_explorer.canvas import LAYOUTS
from inquiry_explorer.explore.grouping import GROUPINGS
from inquiry_explorer.explore.packing import pack, unpack
from inquiry_explorer.explore.view import STEPS, History, View, explore_address, from_query, to_query
from inquiry_explorer.explore.viewfile import as_plain, from_plain
from inquiry_graph.errors import AddressError, ViewFileError

IDS = some.lists(some.text(min_size=1, max_size=60), max_size=12).map(lambda ids: tuple(sorted(set(ids))))
CHOICES = some.lists(
    some.tuples(some.sampled_from(["kind", "outcome", "subject"]), some.text(max_size=20)), max_size=6
).map(lambda pairs: tuple(sorted(set(pairs))))
PLACES = some.none() | some.tuples(some.integers(-2047, 2047), some.integers(-2047, 2047))


@some.composite
def views(draw: some.DrawFn) -> View:
    shown = draw(IDS)
    placed = draw(some.booleans())
    return View(
        shown=shown,
        hidden=draw(IDS),
        selected=draw(IDS),
        only=draw(CHOICES),
        without=draw(CHOICES),
        layout=draw(some.sampled_from(list(LAYOUTS))),
        highlighted=draw(IDS),
        picture=draw(some.sampled_from(["canvas", "timeline", "map"])),
        group=draw(some.sampled_from(["", *GROUPINGS])),
        opened=draw(IDS),
        places=tuple(draw(PLACES) for _ in shown) if placed else (),
    )


def through_an_address(query: dict[str, str]) -> dict[str, str]:
    return dict(parse_qsl(urlencode(query), strict_parsing=bool(query)))


@given(views(), some.text(max_size=12))
def test_an_address_brings_back_the_same_view(view: View, dataset: str) -> None:
    opened = from_query(through_an_address(to_query(view, dataset)))
    assert opened.view == view
    assert opened.dataset == (dataset if view != View() else "")


@given(views())
def test_a_file_brings_back_the_same_view(view: View) -> None:
    assert from_plain(json.loads(json.dumps(as_plain(view)))) == view


NOT_OURS = some.integers() | some.text() | some.lists(some.text())


@given(some.dictionaries(some.sampled_from([*as_plain(View())]), NOT_OURS))
def test_a_view_of_a_file_opens_or_says_why_not(changed: dict[str, object]) -> None:
    try:
        view = from_plain({**as_plain(View()), **changed})
    except ViewFileError as error:
        said = str(error)
    else:
        assert from_plain(as_plain(view)) == view
        return
    assert "cannot be drawn" in said


@given(some.lists(some.text(max_size=80), max_size=400))
def test_packing_loses_nothing(items: list[str]) -> None:
    assert unpack(pack(items)) == tuple(items)


@given(
    some.dictionaries(
        some.sampled_from(["v", "show", "hide", "only", "layout", "as", "light", "at", "data"]), some.text()
    )
)
def test_whatever_an_address_holds_it_opens_or_says_why_not(query: dict[str, str]) -> None:
    try:
        from_query(query)
    except AddressError as error:
        said = str(error)
    else:
        return
    assert "find the nodes again" in said


def test_two_hundred_nodes_with_their_places_fit_in_an_address() -> None:
    ids = [
        f"finding:{place}-review-20{year:02}-{number}"
        for place in PLACES_NAMED
        for year in (4, 11)
        for number in range(20)
    ]
    view = View().adding(ids)
    view = view.placed({each: (7.0 * at, -3.0 * at) for at, each in enumerate(ids)}, ids)
    assert len(view.shown) == 200
    assert len(urlencode(to_query(view, "2026.11"))) < 2000


PLACES_NAMED = ("anytown", "millbridge", "easthaven", "northshire", "southmoor")


def test_a_few_nodes_can_be_read_in_the_address() -> None:
    address = urlsplit(explore_address(["theme:2", "location:anytown"], select=["theme:2"]))
    assert address.path == "explore"
    assert dict(parse_qsl(address.query)) == {"v": "1", "show": "location:anytown!theme:2", "select": "theme:2"}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"v": "9", "show": "theme:1"}, "of version '9'"),
        ({"v": "1", "show": "~!!"}, "damaged"),
        ({"v": "1", "show": "theme:1", "layout": "spiral"}, "no layout 'spiral'"),
        ({"v": "1", "show": "theme:1", "as": "globe"}, "no picture 'globe'"),
        ({"v": "1", "show": "theme:1", "at": "abcde"}, "damaged"),
    ],
)
def test_an_address_that_cannot_be_read_says_why_and_what_next(query: dict[str, str], told: str) -> None:
    with pytest.raises(AddressError, match=told):
        from_query(query)


def test_an_address_that_was_typed_may_name_a_picture_alone() -> None:
    assert from_query({"as": "map"}).view == View(picture="map")


def test_an_address_that_unfolds_beyond_measure_is_refused() -> None:
    bomb = pack(["a" * 4_100_000])
    assert len(bomb) < 10_000
    with pytest.raises(AddressError, match="beyond measure"):
        from_query({"v": "1", "show": bomb})


def test_a_view_too_large_for_an_address_says_so() -> None:
    view = View().adding(f"finding:{hash(number)}-{number * 7919 % 104729}" for number in range(20_000))
    with pytest.raises(AddressError, match="20,000 nodes are too many"):
        to_query(view)


def test_undo_and_redo_walk_the_steps_and_a_new_step_forgets_what_was_undone() -> None:
    one, two, three = (View().adding(ids) for ids in (["a"], ["a", "b"], ["a", "c"]))
    history = History().to(one).to(two)
    assert history.undo().present == one
    assert history.undo().redo() == history
    assert history.undo().to(three).future == ()
    assert History().undo() == History()


def test_selecting_is_no_step() -> None:
    history = History().to(View().adding(["a"])).to(View().adding(["a"], select=["a"]))
    assert history.present.selected == ("a",)
    assert history.undo().present == View()


def test_another_picture_of_the_same_nodes_is_no_step() -> None:
    history = History().to(View().adding(["a"]))
    assert history.to(replace(history.present, picture="timeline")).undo().present == View()


def test_twenty_steps_can_be_undone() -> None:
    history = History()
    for number in range(30):
        history = history.to(View().adding([f"theme:{number}"]))
    assert len(history.past) == STEPS


def test_what_is_added_again_is_seen_again() -> None:
    view = View().adding(["a", "b"]).hiding(["a"])
    assert view.hidden == ("a",)
    assert view.adding(["a"]).hidden == ()
    assert view.bringing_back(["a"]).hidden == ()


def test_places_are_kept_only_when_all_that_is_drawn_has_one() -> None:
    view = View().adding(["a", "b"])
    assert not view.placed({"a": (1, 1)}, ["a", "b"]).settled
    placed = view.placed({"a": (40.0, -8.0)}, ["a"])
    assert placed.settled
    assert placed.laid_out() == {"a": (40, -8)}
