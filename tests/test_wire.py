from __future__ import annotations

import json
from dataclasses import replace

from inquiry_explorer.canvas import Scene, SceneLink, SceneNode
from inquiry_explorer.canvas.wire import packed

NODE = SceneNode("a", "Case", "Anytown", "#112233", words="Case")
SCENE = Scene((NODE, replace(NODE, id="b", badge=3)), (SceneLink("l", "a", "b", "#link", "is part of", "#445566"),))


def told(scene: Scene) -> dict[str, object]:
    return dict(json.loads(packed(scene, name="test", height=500, found=None)))


def test_what_nodes_share_is_said_once_and_links_name_their_ends_by_number() -> None:
    wire = told(SCENE)
    assert wire["nodes"] == {
        "id": ["a", "b"], "caption": ["Anytown", "Anytown"], "badge": {"1": 3}, "at": {}, "pinned": {}, "tooltip": {},
        "anchor": {}, "members": {}, "looks": [["Case", "Case", "#112233", "circle", None, None]], "look": [0, 0],
    }  # fmt: skip
    assert wire["links"] == {
        "id": ["l"], "source": [0], "target": [1], "tooltip": {},
        "looks": [["#link", "is part of", "#445566", "solid"]], "look": [0],
    }  # fmt: skip


def test_a_link_whose_end_is_not_there_stays_behind() -> None:
    assert told(replace(SCENE, nodes=SCENE.nodes[:1]))["links"]["id"] == []  # type: ignore[index]


def test_a_node_at_the_middle_has_a_place() -> None:
    placed = replace(SCENE, nodes=(replace(NODE, x=0.0, y=0.0),), links=())
    assert told(placed)["nodes"]["at"] == {"0": [0.0, 0.0]}  # type: ignore[index]


def test_text_that_no_encoding_holds_is_drawn_with_a_mark_in_its_place() -> None:
    assert told(Scene((replace(NODE, caption="a\ud800b"),), ()))["nodes"]["caption"] == ["a?b"]  # type: ignore[index]
