import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { force } from "./force";
import { UNIT, type Ends, type Places } from "./places";
import { partsOf, shelved } from "./shelves";

const places = (): Places => new Map([["a", { x: 0, y: 0 }], ["b", { x: 100, y: 0 }], ["c", { x: 9000, y: 9000 }], ["d", { x: -9000, y: 0 }]]);
const links: Ends[] = [["a", "b"], ["b", "gone"]];

test("parts are what links join", () => {
  deepEqual(partsOf(["d", "c", "b", "a"], links), [["a", "b"], ["c"], ["d"]]);
});

test("parts that lay far from each other come together, each in its own shape", () => {
  const after = shelved(places(), links);
  deepEqual(after.get("b")!.x - after.get("a")!.x, 100);
  const xs = [...after.values()].map(({ x }) => x);
  ok(Math.max(...xs) - Math.min(...xs) < 6 * UNIT);
});

test("a picture in one part stays as it is", () => {
  deepEqual(shelved(places(), [["a", "b"], ["b", "c"], ["c", "d"]]), places());
});

test("the free layout is the same for the same seed, whatever order the nodes come in", () => {
  const nodes = Array.from({ length: 40 }, (_, i) => `n${i}`);
  const ring = nodes.slice(2).map((id, i): Ends => [id, `n${(i * 7) % 40}`]);
  const one = force({ nodes, links: ring, seed: 3, kept: [] });
  deepEqual(one, force({ nodes: [...nodes].reverse(), links: ring, seed: 3, kept: [] }));
  equal(one.size, 40);
});
