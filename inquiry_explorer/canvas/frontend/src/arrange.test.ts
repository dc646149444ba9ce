import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { columnAt, columns, intoColumns } from "./columns";
import { country } from "./country";
import { join } from "./join";
import { UNIT, type Ends, type Places } from "./places";

const years = new Map<string, [number, number]>([["a", [2001, 0]], ["b", [2003, 0]], ["c", [2009, 0]], ["d", [2003, 0]]]);
const nodes = ["a", "b", "c", "d", "none"];
const links: Ends[] = [["a", "none"]];

const least = (places: Places, ids: string[]) =>
  Math.min(...ids.flatMap((a, i) => ids.slice(i + 1).map((b) => away(places, a, b))));
const away = (places: Places, a: string, b: string) =>
  Math.hypot(places.get(a)!.x - places.get(b)!.x, places.get(a)!.y - places.get(b)!.y);

test("years stand as far apart as they are, and what has none stands below", () => {
  const places = columns(nodes, years, links, true);
  const at = columnAt(years, places);
  equal((at.get(2009)! - at.get(2001)!) / (at.get(2003)! - at.get(2001)!), 4);
  ok(nodes.slice(0, 4).every((id) => places.get(id)!.y > places.get("none")!.y));
});

test("columns without years stand side by side, in their order", () => {
  const at = columnAt(years, columns(nodes, years, links, false));
  equal(at.get(2009)! - at.get(2003)!, at.get(2003)! - at.get(2001)!);
});

test("the same picture is arranged alike, in whatever order its nodes come", () => {
  deepEqual(columns(nodes, years, links, true), columns([...nodes].reverse(), years, links, true));
});

test("a newcomer goes into its column and the others stay", () => {
  const kept = columns(nodes, years, links, true);
  const more = new Map(years).set("e", [2003, 0]);
  const places = intoColumns([...nodes, "e"], more, [["e", "b"]], kept);
  equal(places.get("e")!.x, kept.get("b")!.x);
  for (const id of nodes) deepEqual(places.get(id), kept.get(id));
  ok(least(places, ["b", "d", "e"]) > 0.3 * UNIT);
});

test("north is up, east is right, and nodes of one place lie apart", () => {
  const points = new Map<string, [number, number]>([["north", [0, 55]], ["south", [0, 50]], ["east", [1, 52]], ["beside", [1, 52]]]);
  const places = country([...points.keys(), "nowhere"], points, []);
  ok(places.get("nowhere")!.y < places.get("south")!.y && places.get("nowhere")!.y > places.get("south")!.y - 3 * UNIT);
  ok(places.get("north")!.y > places.get("south")!.y);
  ok(places.get("east")!.x > places.get("south")!.x);
  ok(away(places, "east", "beside") > 0.5 * UNIT);
});

test("sixty newcomers around one node lie apart, and none on it", () => {
  const newcomers = Array.from({ length: 60 }, (_, i) => `new${i}`);
  const kept: [string, { x: number; y: number }][] = [["hub", { x: 0, y: 0 }], ["far", { x: 300, y: 0 }], ["off", { x: 300, y: 300 }]];
  const spokes = newcomers.map((id): Ends => ["hub", id]);
  const places = join({ nodes: ["hub", "far", "off", ...newcomers], links: [["far", "off"], ...spokes], seed: 1, kept });
  ok(least(places, ["hub", ...newcomers]) > 0.4 * UNIT, String(least(places, ["hub", ...newcomers])));
  for (const [id, place] of kept) deepEqual(places.get(id), place);
});
