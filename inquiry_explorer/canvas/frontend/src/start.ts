// Where the nodes of a picture stand before they are laid out: hubs apart, every node near its best linked neighbour.

import { chance, UNIT, type Job, type Places } from "./places";

const GOLDEN = 2.399963; // radians: turned by it again and again, no two come to lie in line
const REACH = 0.34 * UNIT; // a node's share of the disc

/** For each node its best linked neighbour, if that one is better linked than itself; `order` has the best first. */
function tree(ids: string[], links: Job["links"]): { parent: Int32Array; order: Int32Array } {
  const index = new Map(ids.map((id, i) => [id, i]));
  const ends = links.map(([source, target]) => [index.get(source) ?? -1, index.get(target) ?? -1] as const);
  const degree = new Int32Array(ids.length);
  for (const [a, b] of ends) if (a >= 0 && b >= 0 && a !== b) [degree[a]!, degree[b]!] = [degree[a]! + 1, degree[b]! + 1];
  const order = Int32Array.from(ids.keys()).sort((a, b) => degree[b]! - degree[a]! || a - b);
  const rank = new Int32Array(ids.length);
  order.forEach((node, at) => (rank[node] = at));
  const parent = new Int32Array(ids.length).fill(-1);
  const offer = (to: number, other: number) => {
    if (rank[other]! < rank[to]! && (parent[to] === -1 || rank[other]! < rank[parent[to]!]!)) parent[to] = other;
  };
  for (const [a, b] of ends) {
    if (a < 0 || b < 0 || a === b) continue;
    offer(a, b);
    offer(b, a);
  }
  return { parent, order };
}

/** Hubs in a spiral around the middle, what hangs on a hub in a spiral around it; as much room as hangs there. */
export function start({ nodes, links, seed, kept }: Job): Places {
  const ids = [...nodes].sort();
  const { parent, order } = tree(ids, links);
  const room = new Float64Array(ids.length).fill(1);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i]!;
    if (parent[node]! >= 0) room[parent[node]!]! += room[node]!;
  }
  const [used, turned] = [new Float64Array(ids.length + 1).fill(1, 0, -1), new Int32Array(ids.length + 1)];
  const [xs, ys] = [new Float64Array(ids.length + 1), new Float64Array(ids.length + 1)];
  for (const node of order) {
    const around = parent[node]! >= 0 ? parent[node]! : ids.length;
    const reach = used[around]! ? REACH * (Math.sqrt(used[around]!) + 0.7 * Math.sqrt(room[node]!)) : 0;
    const angle = turned[around]!++ * GOLDEN + 2 * Math.PI * chance(ids[around] ?? "", seed);
    used[around]! += room[node]!;
    [xs[node], ys[node]] = [xs[around]! + reach * Math.cos(angle), ys[around]! + reach * Math.sin(angle)];
  }
  const given = new Map(kept);
  return new Map(ids.map((id, i) => [id, given.get(id) ?? { x: xs[i]!, y: ys[i]! }]));
}
