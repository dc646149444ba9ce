// Where points stand on the map, tried by itself.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { projected, spread } from "./places-on-map";

test("north is up, east is right, and a degree of longitude is shorter further north", () => {
  ok(projected(-3, 55).y < projected(-3, 51).y);
  ok(projected(1, 52).x > projected(-4, 52).x);
  ok(projected(1, 58).x - projected(0, 58).x < projected(1, 50).x - projected(0, 50).x);
});

test("points that lie on each other are moved apart, the others stay", () => {
  const points = [{ x: 50, y: 50 }, { x: 50, y: 50 }, { x: 52, y: 55 }, { x: 300, y: 300 }];
  const moved = spread(points, 17, 400, 400);
  deepEqual(moved[3], points[3]);
  for (const [i, one] of moved.entries()) {
    for (const other of moved.slice(i + 1)) {
      ok(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) > 16);
    }
  }
});

test("the same points are spread the same each time, and are not changed themselves", () => {
  const points = [{ x: 10, y: 10 }, { x: 11, y: 10 }];
  deepEqual(spread(points, 17, 100, 100), spread(points, 17, 100, 100));
  equal(points[0]?.x, 10);
});
