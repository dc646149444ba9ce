"""A view as plain values for a file, and back. Whoever made the file is not trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from inquiry_explorer.canvas import Layout
from inquiry_explorer.explore.grouping import By
from inquiry_explorer.explore.packing import Place
from inquiry_explorer.explore.view import Choice, Picture, View
from inquiry_graph.errors import ViewFileError

_LISTS = ("shown", "hidden", "selected", "highlighted", "opened")
_CHOICES = ("only", "without")


def as_plain(view: View) -> dict[str, Any]:
    """All that the view says, as JSON can hold it."""
    return {
        **{name: list(getattr(view, name)) for name in _LISTS},
        **{name: [list(pair) for pair in getattr(view, name)] for name in _CHOICES},
        "layout": view.layout,
        "picture": view.picture,
        "group": view.group,
        "places": [None if place is None else list(place) for place in view.places],
    }


def from_plain(plain: Mapping[str, Any]) -> View:
    """The view that a file holds. Raises ViewFileError for what is none of ours."""
    try:
        shown, places = _ids(plain["shown"]), tuple(map(_place, plain["places"]))
        return View(
            shown=shown,
            hidden=_ids(plain["hidden"]),
            selected=_ids(plain["selected"]),
            highlighted=_ids(plain["highlighted"]),
            only=_choices(plain["only"]),
            without=_choices(plain["without"]),
            layout=_one_of(plain["layout"], Layout),
            picture=_one_of(plain["picture"], Picture),
            group=_one_of(plain["group"], By) if plain.get("group") else "",  # older files know no groups
            opened=_ids(plain.get("opened", ())),
            places=places if len(places) == len(shown) else (),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ViewFileError(
            f"The file's view cannot be drawn ({error!r}). It was made by another version, or changed by hand."
        ) from error


def _ids(listed: Any) -> tuple[str, ...]:
    return tuple(sorted({_text(each) for each in listed}))


def _choices(listed: Iterable[Any]) -> tuple[Choice, ...]:
    return tuple(sorted({(_text(facet), _text(value)) for facet, value in listed}))


def _place(listed: Any) -> Place | None:
    if listed is None:
        return None
    x, y = listed
    return int(x), int(y)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _one_of(value: Any, allowed: Any) -> Any:
    if value not in get_args(allowed):
        raise ValueError(f"{value!r} is not one of {', '.join(get_args(allowed))}")
    return value
