// Which link lies under the pointer, by its distance: drawing links a second time for picking would cost far more.

import type Sigma from "sigma";
import { pointOn, type DrawnLink } from "./link-program";
import type { Point } from "./scene";

const REACH = 5; // pixels

function distance(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length ? Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length)) : 0;
  return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy);
}

/** A drawn link as a function from the share of its length to the point and direction there; null if it is hidden or gone. */
export function lineOf(sigma: Sigma, id: string): ((along: number) => [Point, Point]) | null {
  const graph = sigma.getGraph();
  if (!graph.hasEdge(id)) return null;
  const data = sigma.getEdgeDisplayData(id) as DrawnLink | undefined;
  const [from, to] = graph.extremities(id).map((end) => sigma.getNodeDisplayData(end));
  if (!data || data.hidden || !from || !to || from.hidden || to.hidden) return null;
  const [source, target] = [sigma.framedGraphToViewport(from), sigma.framedGraphToViewport(to)];
  return (along) => pointOn(source, target, data.bend, data.loop, along);
}

/** The nearest link within reach of a point of the viewport. */
export function linkAt(sigma: Sigma, at: Point): string | null {
  let [best, least]: [string | null, number] = [null, REACH];
  const graph = sigma.getGraph();
  for (const id of graph.edges()) {
    const line = lineOf(sigma, id);
    if (!line) continue;
    const pieces = graph.getEdgeAttribute(id, "type") === "bent" ? 10 : 1;
    for (let i = 0; i < pieces; i++) {
      const away = distance(at, line(i / pieces)[0], line((i + 1) / pieces)[0]);
      if (away < least) [best, least] = [id, away];
    }
  }
  return best;
}
