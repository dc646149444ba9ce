// Parts of a picture that no link joins are set side by side, as on shelves: pushed apart they would leave it empty.

import { UNIT, type Ends, type Places } from "./places";

const AROUND = 0.8 * UNIT; // room that each part keeps around itself
const WIDE = 1.7; // width to height of the whole, about that of a canvas

interface Part {
  ids: string[];
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The ids of each part, in the order of the alphabet. */
export function partsOf(ids: string[], links: Ends[]): string[][] {
  const joined = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    while (joined.get(root) !== root) root = joined.get(root)!;
    for (let at = id; at !== root; ) {
      const next = joined.get(at)!;
      joined.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [source, target] of links)
    if (joined.has(source) && joined.has(target)) joined.set(rootOf(source), rootOf(target));
  const parts = new Map<string, string[]>();
  for (const id of [...ids].sort()) {
    const root = rootOf(id);
    const part = parts.get(root);
    if (part) part.push(id);
    else parts.set(root, [id]);
  }
  return [...parts.values()];
}

function boxed(ids: string[], places: Places): Part {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of ids.map((id) => places.get(id)!)) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  return { ids, left, top, width: right - left + 2 * AROUND, height: top - bottom + 2 * AROUND };
}

/** The largest first, then row by row; a picture in one part stays as it is. */
export function shelved(places: Places, links: Ends[]): Places {
  const parts = partsOf([...places.keys()], links).map((ids) => boxed(ids, places));
  if (parts.length < 2) return places;
  parts.sort((a, b) => b.height - a.height || b.width - a.width || (a.ids[0]! < b.ids[0]! ? -1 : 1));
  const area = parts.reduce((sum, { width, height }) => sum + width * height, 0);
  const most = Math.max(Math.sqrt(area * WIDE), ...parts.map(({ width }) => width));
  let [x, y, row] = [0, 0, 0];
  for (const part of parts) {
    if (x > 0 && x + part.width > most) [x, y, row] = [0, y - row, 0];
    for (const id of part.ids) {
      const at = places.get(id)!;
      places.set(id, { x: x + AROUND + at.x - part.left, y: y - AROUND + at.y - part.top });
    }
    [x, row] = [x + part.width, Math.max(row, part.height)];
  }
  return places;
}
