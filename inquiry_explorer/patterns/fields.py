"""The fields of a view: what is chosen stands in the address and nowhere else, so that every view is a link.

Labels are our own words; what may be chosen shows as typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from inquiry_graph.errors import AddressError

Words = Mapping[str, str]  # a value as the address has it, and how it reads


def one(name: str, label: str, offered: Words, default: str | None = None) -> str:
    """One value of those offered; `default`, or else the first, where the address names none."""
    chosen = st.query_params.get(name)
    value = _held(name, label, chosen, offered) if chosen is not None else (default or next(iter(offered), ""))
    key = _set(name, value)
    given: dict[str, Any] = {"key": key, "on_change": _into_address, "args": (name,)}
    st.selectbox(label, list(offered), format_func=offered.__getitem__, **given)
    return value


def several(
    name: str, label: str, offered: Words, default: Sequence[str] = (), *, empty: str = "Any"
) -> tuple[str, ...]:
    """Some of the values offered; none chosen reads as `empty`."""
    listed = [each for each in st.query_params.get_all(name) if each] if name in st.query_params else default
    values = tuple(_held(name, label, each, offered) for each in listed)
    key = _set(name, list(values))
    given: dict[str, Any] = {"key": key, "on_change": _into_address, "args": (name,), "placeholder": empty}
    st.multiselect(label, list(offered), format_func=offered.__getitem__, **given)
    return values


def yes(name: str, label: str, meaning: str = "", *, default: bool = False) -> bool:
    """Whether something is switched on."""
    value = {"true": True, "false": False}.get(st.query_params.get(name, ""), default)
    key = _set(name, value)
    st.checkbox(label, key=key, help=meaning or None, on_change=_into_address, args=(name,))
    return value


def _held(name: str, label: str, value: str, offered: Words) -> str:
    if value in offered:
        return value
    some = ", ".join(list(offered)[:8]) or "nothing: the graph holds no such thing yet"
    raise AddressError(f"{label}: the address says {name}={value!r}, which is not offered. Choose one of {some}.")


def _set(name: str, value: Any) -> str:
    """The field shows what the address says, also after going back."""
    key = f"field-{st.query_params.get('view')}-{name}"
    st.session_state[key] = value
    return key


def _into_address(name: str) -> None:
    value = st.session_state[f"field-{st.query_params.get('view')}-{name}"]
    if isinstance(value, bool):
        st.query_params[name] = "true" if value else "false"
    else:
        st.query_params[name] = value if isinstance(value, str) else value or [""]
