// Columns: by kind, by theme, by year. Within a column, nodes stand near what they are linked to.

import { neighboursOf } from "./join";
import { mean, median, UNIT, type Ends, type Places } from "./places";

export type Anchors = ReadonlyMap<string, readonly [number, number]>;

const ROWS = 24;
const ROW = 0.45 * UNIT;
const WITHIN = 0.8 * UNIT; // between the lines of nodes of one column
const WIDE = 1.2; // width to height of the columns together, so that they fill a canvas that is wider than high
const FLAT = 1.8; // the same of years, at most: they make the picture wide however few nodes there are

interface Columns {
  order: number[];
  ids: Map<number, string[]>;
  rows: number; // how many nodes stand one above the other at most
}

function columnsOf(nodes: string[], anchors: Anchors): Columns {
  const ids = new Map<number, string[]>();
  for (const id of [...nodes].sort()) {
    const at = anchors.get(id)?.[0];
    if (at !== undefined) ids.set(at, [...(ids.get(at) ?? []), id]);
  }
  const rows = Math.max(ROWS, Math.ceil(Math.sqrt(1.1 * nodes.length)));
  return { order: [...ids.keys()].sort((a, b) => a - b), ids, rows };
}

/** `even` columns stand as far apart as their numbers, like years; others as close as their names allow. */
export function columns(nodes: string[], anchors: Anchors, links: Ends[], even: boolean): Places {
  const { order, ids, rows } = columnsOf(nodes, anchors);
  const neighbours = neighboursOf(links);
  const places: Places = new Map();
  const most = Math.max(1, ...order.map((at) => ids.get(at)!.length));
  const span = even ? (order.at(-1) ?? 0) - (order[0] ?? 0) : order.length - 1;
  const highest = Math.max(Math.min(rows, most) * ROW, even ? (span * UNIT) / FLAT : 0);
  const lines = (at: number) => Math.floor((ids.get(at)!.length - 1) / rows);
  const widest = Math.max(0, ...order.map(lines)) * WITHIN;
  const gap = Math.max((even ? 1 : 2.6) * UNIT, (WIDE * highest) / Math.max(span, 1));
  let left = 0;
  for (const at of order) {
    if (even) left = (at - order[0]!) * (gap + widest);
    const heights = new Map(ids.get(at)!.map((id) => [id, height(id, neighbours, places)]));
    const sorted = [...heights.keys()].sort((a, b) => heights.get(b)! - heights.get(a)! || (a < b ? -1 : 1));
    stack(sorted, left, rows, highest, places);
    left += lines(at) * WITHIN + gap;
  }
  return under(nodes.filter((id) => !places.has(id)), neighbours, places);
}

function height(id: string, neighbours: ReadonlyMap<string, string[]>, places: Places): number {
  const seen = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
  return seen.length ? mean(seen).y : 0;
}

function stack(ids: string[], left: number, most: number, highest: number, into: Places): void {
  const rows = Math.min(most, ids.length);
  const step = Math.min(2.2 * ROW, highest / rows);
  ids.forEach((id, i) => {
    const [line, row] = [Math.floor(i / most), i % most];
    into.set(id, { x: left + line * WITHIN, y: ((rows - 1) / 2 - row) * step });
  });
}

const APART = 1.4 * UNIT; // nodes of one row below the picture

/** What has no anchor stands in rows below the picture, as near as can be to what it is linked to. */
export function under(nodes: string[], neighbours: ReadonlyMap<string, string[]>, places: Places): Places {
  const above = [...places.values()];
  const floor = (above.length ? above.reduce((least, { y }) => Math.min(least, y), Infinity) : 0) - 2.5 * ROW;
  const middle = median(above.map(({ x }) => x));
  const wanted = nodes.map((id) => {
    const seen = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
    return { id, x: seen.length ? mean(seen).x : middle };
  });
  const rows = Math.max(3, Math.ceil(Math.sqrt(nodes.length / 3)));
  const ends = new Array<number>(rows).fill(-Infinity);
  for (const { id, x } of wanted.sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))) {
    const free = ends.findIndex((end) => end + APART <= x);
    const row = free >= 0 ? free : ends.indexOf(Math.min(...ends));
    const at = Math.max(x, ends[row]! + APART);
    ends[row] = at;
    places.set(id, { x: at, y: floor - row * 1.5 * ROW });
  }
  return places;
}

/** Where a column stands: in the middle of the nodes that it holds. */
export function columnAt(anchors: Anchors, places: Places): Map<number, number> {
  const held = new Map<number, number[]>();
  for (const [id, [at]] of anchors) {
    const place = places.get(id);
    if (place) held.set(at, [...(held.get(at) ?? []), place.x]);
  }
  return new Map([...held].map(([at, xs]) => [at, median(xs)]));
}

/** Newcomers go into their columns, each to the free place nearest to what it is linked to; the others stay. */
export function intoColumns(nodes: string[], anchors: Anchors, links: Ends[], kept: Places): Places {
  const places: Places = new Map(kept);
  const [standing, neighbours] = [columnAt(anchors, places), neighboursOf(links)];
  const right = [...places.values()].reduce((most, { x }) => Math.max(most, x), 0);
  for (const id of nodes.filter((each) => !places.has(each)).sort()) {
    const at = anchors.get(id)?.[0];
    if (at === undefined) continue;
    const x = standing.get(at) ?? right + 2.6 * UNIT;
    standing.set(at, x);
    const taken = [...places.values()].filter((place) => Math.abs(place.x - x) < WITHIN / 2).map(({ y }) => y);
    places.set(id, { x, y: free(height(id, neighbours, places), taken) });
  }
  return under(nodes.filter((id) => !places.has(id)), neighbours, places);
}

function free(wanted: number, taken: number[]): number {
  for (let step = 0; ; step++)
    for (const y of [wanted + step * ROW, wanted - step * ROW]) if (taken.every((other) => Math.abs(other - y) >= 0.9 * ROW)) return y;
}
