// The force layout: ForceAtlas2, from positions that the seed gives, for a fixed number of steps.

import iterate from "graphology-layout-forceatlas2/iterate.js";
import { chance, linkLength, median, UNIT, type Ends, type Job, type Places } from "./places";
import type { Point } from "./scene";

// What ForceAtlas2 keeps of a node (x, y, its last moves, mass, convergence, size, fixed) and of a link.
const PER_NODE = 10;
const PER_LINK = 3;

/** Steps: enough to settle a small graph, few enough for a large one to come up soon. */
function stepsFor(nodes: number): number {
  return Math.round(Math.min(500, Math.max(60, 120_000 / Math.max(nodes, 1))));
}

/** Lay all nodes out. `kept` nodes stay where they are. */
export function force({ nodes, links, seed, kept }: Job): Places {
  const ids = [...nodes].sort();
  const fixed = new Map(kept);
  const matrix = nodeMatrix(ids, seed, fixed);
  const ends = linkMatrix(ids, links, matrix);
  const settings = {
    adjustSizes: false,
    barnesHutOptimize: ids.length > 500,
    barnesHutTheta: ids.length > 5000 ? 1.2 : 0.7,
    edgeWeightInfluence: 1,
    gravity: 0.6,
    linLogMode: false,
    outboundAttractionDistribution: false,
    scalingRatio: 8,
    slowDown: 1 + Math.log(ids.length + 1) / 2,
    strongGravityMode: false,
  };
  for (let step = stepsFor(ids.length); step > 0; step--) iterate(settings, matrix, ends);
  const places: Places = new Map(ids.map((id, i) => [id, { x: matrix[i * PER_NODE]!, y: matrix[i * PER_NODE + 1]! }]));
  return fixed.size ? places : apart(scaled(places, links), ids.length > 2000 ? 3 : 40);
}

function nodeMatrix(ids: string[], seed: number, fixed: Places): Float32Array {
  const matrix = new Float32Array(ids.length * PER_NODE);
  const spread = 10 * Math.sqrt(ids.length);
  ids.forEach((id, i) => {
    const [radius, angle] = [spread * Math.sqrt(chance(id, seed)), 2 * Math.PI * chance(id, seed + 1)];
    const { x, y } = fixed.get(id) ?? { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    matrix.set([x, y, 0, 0, 0, 0, 1, 1, 1, Number(fixed.has(id))], i * PER_NODE);
  });
  return matrix;
}

/** The links as ForceAtlas2 wants them; a node's mass grows with its links, which `matrix` is told. */
function linkMatrix(ids: string[], links: Ends[], matrix: Float32Array): Float32Array {
  const offsets = new Map(ids.map((id, i) => [id, i * PER_NODE]));
  const ends = links.flatMap(([source, target]) => {
    const [from, to] = [offsets.get(source), offsets.get(target)];
    return from === undefined || to === undefined || from === to ? [] : [[from, to] as const];
  });
  const rows = new Float32Array(ends.length * PER_LINK);
  [...ends].sort((a, b) => a[0] - b[0] || a[1] - b[1]).forEach(([from, to], i) => {
    rows.set([from, to, 1], i * PER_LINK);
    matrix[from + 6]! += 1;
    matrix[to + 6]! += 1;
  });
  return rows;
}

/** Width to height that a picture is brought nearer to, by at most so much: a canvas is wider than it is high. */
const WIDE = 1.7;
const MOST_STRETCH = 1.5;

/** Centred, a typical link one unit long; lying down if it stood, and stretched a little. */
function scaled(places: Places, links: Ends[]): Places {
  const all = [...places.values()];
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const middle = { x: median([...xs]), y: median([...ys]) };
  const extent = (values: number[]) => values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  const [wide, high] = all.length ? [extent(xs), extent(ys)] : [0, 0];
  const standing = high > wide;
  const ratio = Math.max(wide, high) / Math.max(Math.min(wide, high), 1);
  const stretch = Math.max(1, Math.min(MOST_STRETCH, WIDE / ratio));
  const factor = UNIT / linkLength(places, links);
  return new Map(
    [...places].map(([id, { x, y }]) => {
      const [across, up] = [(x - middle.x) * factor, (y - middle.y) * factor];
      return [id, standing ? { x: up * stretch, y: across } : { x: across * stretch, y: up }];
    }),
  );
}

/** Push nodes apart that lie too close, a few rounds, so that no node hides another, nor in a small picture its number. */
function apart(places: Places, rounds: number): Places {
  const least = (places.size > 400 ? 0.4 : places.size > 120 ? 0.5 : 0.7) * UNIT;
  const ids = [...places.keys()];
  for (let round = 0; round < rounds; round++) {
    const cells = new Map<string, string[]>();
    for (const id of ids) {
      const { x, y } = places.get(id)!;
      const key = `${Math.floor(x / least)} ${Math.floor(y / least)}`;
      const cell = cells.get(key);
      if (cell) cell.push(id);
      else cells.set(key, [id]);
    }
    for (const [key, cell] of cells) {
      const [column = 0, row = 0] = key.split(" ").map(Number);
      for (let i = 0; i < 9; i++) {
        const other = cells.get(`${column + (i % 3) - 1} ${row + Math.floor(i / 3) - 1}`);
        for (const a of other ? cell : []) for (const b of other ?? []) if (a < b) part(places.get(a)!, places.get(b)!, least);
      }
    }
  }
  return places;
}

function part(a: Point, b: Point, least: number): void {
  const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01];
  const distance = Math.hypot(dx, dy);
  if (distance >= least) return;
  const push = (least - distance) / 2 / distance;
  a.x -= dx * push;
  a.y -= dy * push;
  b.x += dx * push;
  b.y += dy * push;
}
