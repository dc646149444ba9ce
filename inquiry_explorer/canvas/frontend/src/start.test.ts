import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { apart } from "./force";
import { UNIT, type Ends } from "./places";
import { start } from "./start";

const leaves = Array.from({ length: 30 }, (_, i) => `leaf${i}`);
const links: Ends[] = [...leaves.map((leaf): Ends => ["hub", leaf]), ["other", "last"], ["other", "end"]];
const job = { nodes: ["hub", "other", "last", "end", ...leaves], links, seed: 1, kept: [] };

test("the same picture begins at the same places, in whatever order its nodes come", () => {
  deepEqual(start(job), new Map([...start({ ...job, nodes: [...job.nodes].reverse() })]));
});

test("what hangs on a hub stands around it, and another hub outside", () => {
  const places = start(job);
  const away = (from: string, to: string) => {
    const [a, b] = [places.get(from)!, places.get(to)!];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  const farthest = Math.max(...leaves.map((leaf) => away(leaf, "hub")));
  ok(away("other", "hub") > farthest);
  ok(away("other", "last") < farthest / 2);
});

test("a node that has its place keeps it", () => {
  deepEqual(start({ ...job, kept: [["leaf3", { x: 7, y: 8 }]] }).get("leaf3"), { x: 7, y: 8 });
});

test("nodes on top of each other are parted", () => {
  const places = apart(new Map(leaves.map((leaf, i) => [leaf, { x: i % 3, y: i % 2 }])), 40);
  const points = [...places.values()];
  points.forEach((a, i) => {
    for (const b of points.slice(i + 1)) ok(Math.hypot(a.x - b.x, a.y - b.y) > 0.4 * UNIT);
  });
});
