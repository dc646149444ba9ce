// Where nodes go beside neighbours that have their place, and in layers. Pure functions, as in force.ts.

import { chance, linkLength, mean, median, UNIT, type Ends, type Job, type Places } from "./places";
import type { Point } from "./scene";

function neighboursOf(links: Ends[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (from: string, to: string) => neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  for (const [source, target] of links) {
    add(source, target);
    add(target, source);
  }
  return neighbours;
}

/** Put each new node beside its neighbours, outwards, and let only the new ones settle. */
export function join({ nodes, links, seed, kept }: Job): Places {
  const places: Places = new Map(kept);
  const unit = linkLength(places, links);
  const old = [...places.values()];
  const middle = { x: median(old.map(({ x }) => x)), y: median(old.map(({ y }) => y)) };
  const newcomers = nodes.filter((id) => !places.has(id)).sort();
  const neighbours = neighboursOf(links.filter(([source, target]) => !places.has(source) || !places.has(target)));
  // Around the middle there is no way outwards: there they go all round.
  const spread = old.length > 2 ? 4 : 2 * Math.PI;
  const room = Math.max(1, newcomers.length / 14);
  newcomers.forEach((id, i) => {
    const anchors = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
    const anchor = anchors.length ? mean(anchors) : middle;
    const outwards = Math.atan2(anchor.y - middle.y, anchor.x - middle.x);
    const angle = outwards + (((i * 0.618034) % 1) - 0.5) * spread;
    const reach = unit * room * (1 + 0.6 * chance(id, seed));
    places.set(id, { x: anchor.x + reach * Math.cos(angle), y: anchor.y + reach * Math.sin(angle) });
  });
  settle(newcomers, neighbours, places, unit);
  return places;
}

const SPREAD = 1.35; // of a typical link: how far apart newcomers settle, so that there is room for names

/** Springs to neighbours, pushes from what is near; `movers` alone give way. */
function settle(movers: string[], neighbours: Map<string, string[]>, places: Places, unit: number): void {
  const rounds = Math.min(60, Math.floor(4e6 / (movers.length * places.size + 1)));
  const all = [...places];
  for (let round = 0; round < rounds; round++) {
    const step = 0.3 * (1 - round / rounds);
    for (const id of movers) {
      const place = places.get(id)!;
      const move = { x: 0, y: 0 };
      const pull = (to: Point, share: number) => {
        move.x += (to.x - place.x) * share;
        move.y += (to.y - place.y) * share;
      };
      for (const other of neighbours.get(id) ?? []) {
        const to = places.get(other)!;
        pull(to, 1 - (SPREAD * unit) / Math.max(Math.hypot(to.x - place.x, to.y - place.y), 1));
      }
      for (const [other, from] of all) {
        const distance = Math.hypot(from.x - place.x, from.y - place.y);
        if (other !== id && distance < SPREAD * unit) pull(from, -(SPREAD * unit - distance) / Math.max(distance, 1));
      }
      const length = Math.hypot(move.x, move.y);
      const most = length > unit ? unit / length : 1;
      place.x += move.x * most * step;
      place.y += move.y * most * step;
    }
  }
}

const ROWS = 24;
const ROW = 0.45 * UNIT;
const WIDE = 1.2; // width to height of the columns together, so that they fill a canvas that is wider than high

/** A column for each kind, in the legend's order; within a column, nodes stand near what they are linked to. */
export function layered(kinds: Map<string, string>, order: string[], links: Ends[]): Places {
  const columns = new Map<string, string[]>(order.map((kind) => [kind, []]));
  for (const id of [...kinds.keys()].sort()) {
    const kind = kinds.get(id)!;
    columns.set(kind, [...(columns.get(kind) ?? []), id]);
  }
  const neighbours = neighboursOf(links);
  const places: Places = new Map();
  const filled = [...columns.values()].filter((column) => column.length);
  const highest = Math.min(ROWS, Math.max(...filled.map(({ length }) => length), 1)) * ROW;
  const gap = Math.max(2.6 * UNIT, (WIDE * highest) / Math.max(filled.length - 1, 1));
  let left = 0;
  for (const ids of filled) {
    const height = (id: string) => {
      const seen = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
      return seen.length ? mean(seen).y : 0;
    };
    const heights = new Map(ids.map((id) => [id, height(id)]));
    const sorted = [...ids].sort((a, b) => heights.get(b)! - heights.get(a)! || (a < b ? -1 : 1));
    const rows = Math.min(ROWS, sorted.length);
    const step = Math.min(2.2 * ROW, highest / rows);
    sorted.forEach((id, i) => {
      const [column, row] = [Math.floor(i / ROWS), i % ROWS];
      places.set(id, { x: left + column * 0.8 * UNIT, y: ((rows - 1) / 2 - row) * step });
    });
    left += Math.floor((sorted.length - 1) / ROWS) * 0.8 * UNIT + gap;
  }
  return places;
}
