// The force layout: ForceAtlas2, from positions that the seed gives, for a fixed number of steps.

import iterate from "graphology-layout-forceatlas2/iterate.js";
import { chance, linkLength, median, UNIT, type Ends, type Job, type Places } from "./places";
import type { Point } from "./scene";
import { shelved } from "./shelves";
import { start } from "./start";

// What ForceAtlas2 keeps of a node (x, y, its last moves, mass, convergence, size, fixed) and of a link.
const PER_NODE = 10;
const PER_LINK = 3;

const SMALL = 300; // nodes up to which chance is as good a beginning as any, and every step is cheap
const SHARE = 0.3; // of the room that a beginning takes, so that the first steps pull little apart

/** Steps: enough to settle a small graph, few enough for a large one to come up soon. */
function stepsFor(nodes: number): number {
  return Math.round(Math.min(500, Math.max(30, 70_000 / Math.max(nodes, 1))));
}

/** Lay all nodes out. `kept` nodes stay where they are. */
export function force(job: Job): Places {
  const { nodes, links, seed, kept } = job;
  const ids = [...nodes].sort();
  const fixed = new Map(kept);
  const matrix = nodeMatrix(ids, seed, fixed, ids.length > SMALL ? start(job) : null);
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
  return fixed.size ? places : shelved(apart(scaled(places, links), ids.length > 2000 ? 3 : 40), links);
}

function nodeMatrix(ids: string[], seed: number, fixed: Places, begun: Places | null): Float32Array {
  const matrix = new Float32Array(ids.length * PER_NODE);
  const spread = 10 * Math.sqrt(ids.length);
  ids.forEach((id, i) => {
    const [radius, angle] = [spread * Math.sqrt(chance(id, seed)), 2 * Math.PI * chance(id, seed + 1)];
    const at = begun?.get(id) ?? { x: (radius * Math.cos(angle)) / SHARE, y: (radius * Math.sin(angle)) / SHARE };
    const { x, y } = fixed.get(id) ?? { x: at.x * SHARE, y: at.y * SHARE };
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
export function apart(places: Places, rounds: number): Places {
  const least = (places.size > 400 ? 0.4 : places.size > 120 ? 0.5 : 0.7) * UNIT;
  const points = [...places.values()];
  for (let round = 0, moved = true; round < rounds && moved; round++) {
    moved = false;
    for (const [near, others] of neighbourhoods(points, least))
      for (const other of others) moved = part(points[near]!, points[other]!, least) || moved;
  }
  return places;
}

const FIELD = 1 << 20; // columns that a grid of cells may have to either side

/** For each point those of greater number in its cell of a grid and in the eight cells around it. */
function* neighbourhoods(points: Point[], least: number): Generator<readonly [number, number[]]> {
  const cells = new Map<number, number[]>();
  const keys = points.map(({ x, y }) => Math.floor(x / least) * FIELD + Math.floor(y / least));
  keys.forEach((key, i) => {
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  });
  for (let i = 0; i < points.length; i++) {
    const near: number[] = [];
    for (let column = -1; column <= 1; column++)
      for (let row = -1; row <= 1; row++)
        for (const other of cells.get(keys[i]! + column * FIELD + row) ?? []) if (other > i) near.push(other);
    if (near.length) yield [i, near];
  }
}

/** Whether the two lay too close, and were parted. */
function part(a: Point, b: Point, least: number): boolean {
  const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01];
  const square = dx * dx + dy * dy;
  if (square >= least * least) return false;
  const distance = Math.sqrt(square);
  const push = (least - distance) / 2 / distance;
  a.x -= dx * push;
  a.y -= dy * push;
  b.x += dx * push;
  b.y += dy * push;
  return distance < 0.98 * least;
}
