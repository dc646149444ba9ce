// Going from node to node by the arrow keys.

import type { Point } from "./scene";

/** The nearest node in that direction (an eighth to either side is straightest); the one nearest the middle to begin. */
export function nearest(
  places: ReadonlyMap<string, Point>,
  start: string | undefined,
  direction: Point,
  middle: Point,
): string | null {
  const from = start === undefined ? undefined : places.get(start);
  let [best, least]: [string | null, number] = [null, Infinity];
  for (const [id, at] of places) {
    if (id === start) continue;
    const [dx, dy] = [at.x - (from ?? middle).x, at.y - (from ?? middle).y];
    const along = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (from && along <= 0) continue;
    const cost = from ? along + 2.5 * aside : Math.hypot(dx, dy);
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}
