"""The page that benchmarks/canvas.py measures: one canvas with as many nodes and links as the address asks for."""

from __future__ import annotations

import random

import streamlit as st

from inquiry_explorer.canvas import graph_canvas
from inquiry_explorer.scenes import scene_of
from inquiry_graph import model
from inquiry_graph.subgraph import Link, Node, Subgraph


def drawn(nodes: int, links: int) -> Subgraph:
    """An invented graph, the same each time: most links go to a few nodes, as in the real one."""
    chance = random.Random(1)
    kinds = [kind.label for kind in model.table_kinds()]
    made = tuple(Node(f"n{at}", chance.choice(kinds), f"Node number {at} and its name") for at in range(nodes))
    ends = [(made[int(nodes * chance.random() ** 3)].id, chance.choice(made).id) for _ in range(links)]
    return Subgraph.of(made, (Link(f"l{at}", "CONCERNS", start, end) for at, (start, end) in enumerate(ends)))


st.set_page_config(layout="wide")
graph_canvas(scene_of(drawn(int(st.query_params["nodes"]), int(st.query_params["links"]))), key="measured")
