// Where nodes go beside neighbours that have their place already.

import { chance, linkLength, mean, median, type Ends, type Job, type Places } from "./places";
import type { Point } from "./scene";

export function neighboursOf(links: Ends[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };
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
  const fan = old.length > 2 ? 4 : 2 * Math.PI;
  const [wanted, around] = [new Map<string, number>(), new Map<string, number>()];
  for (const id of newcomers) {
    const anchors = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
    const anchor = anchors.length ? mean(anchors) : middle;
    const key = `${anchor.x} ${anchor.y}`;
    const before = around.get(key) ?? 0;
    around.set(key, before + 1);
    const outwards = Math.atan2(anchor.y - middle.y, anchor.x - middle.x);
    const angle = outwards + (((before * 0.618034) % 1) - 0.5) * fan;
    const reach = unit * (0.9 + ROOM * Math.sqrt((before * 2) / fan) + 0.3 * chance(id, seed));
    wanted.set(id, reach);
    places.set(id, { x: anchor.x + reach * Math.cos(angle), y: anchor.y + reach * Math.sin(angle) });
  }
  settle(newcomers, neighbours, places, unit, wanted);
  return places;
}

const ROOM = 0.8; // of a typical link: the side of the square that each newcomer has in a fan around its neighbour
const SPREAD = 1.35; // how far apart newcomers settle, so that there is room for names
const CROWDED = 0.9; // and where they are many
const MANY = 14;

/** Springs to neighbours, pushes from what is near; `movers` alone give way. */
function settle(
  movers: string[],
  neighbours: Map<string, string[]>,
  places: Places,
  unit: number,
  wanted: ReadonlyMap<string, number>,
): void {
  const spread = unit * (movers.length > MANY ? CROWDED : SPREAD);
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
        const length = Math.max(SPREAD * unit, wanted.get(id) ?? 0);
        pull(to, 1 - length / Math.max(Math.hypot(to.x - place.x, to.y - place.y), 1));
      }
      for (const [other, from] of all) {
        const distance = Math.hypot(from.x - place.x, from.y - place.y);
        if (other !== id && distance < spread) pull(from, -(spread - distance) / Math.max(distance, 1));
      }
      const length = Math.hypot(move.x, move.y);
      const most = length > unit ? unit / length : 1;
      place.x += move.x * most * step;
      place.y += move.y * most * step;
    }
  }
}
