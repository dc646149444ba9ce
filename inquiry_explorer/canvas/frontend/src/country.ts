// The country: nodes where they lie, east and north, kept apart.

import { under, type Anchors } from "./columns";
import { apart } from "./force";
import { neighboursOf } from "./join";
import { UNIT, type Ends, type Places } from "./places";

const ROOM = 1.6 * UNIT; // the side of the square that each node has on average

/** As the points lie, as large as the nodes need; those without a point stand below. */
export function country(nodes: string[], anchors: Anchors, links: Ends[]): Places {
  const ids = [...nodes].sort().filter((id) => anchors.has(id));
  const points = ids.map((id) => anchors.get(id)!);
  const range = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity);
  const extent = Math.max(range(points.map(([x]) => x)), range(points.map(([, y]) => y)), 1e-6);
  const scale = (ROOM * Math.sqrt(ids.length)) / extent;
  const places: Places = new Map(ids.map((id, i) => [id, { x: points[i]![0] * scale, y: points[i]![1] * scale }]));
  apart(places, ids.length > 2000 ? 6 : 60);
  return under(nodes.filter((id) => !places.has(id)), neighboursOf(links), places);
}
