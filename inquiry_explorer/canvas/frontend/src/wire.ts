// Reads a scene as wire.py writes it: column by column, what is alike said once.

import type { Scene, SceneLink, SceneNode } from "./scene";

type Few<T> = Readonly<Record<number, T>>;

interface Nodes {
  id: string[];
  caption: string[];
  looks: [string, string, string, SceneNode["shape"], string | null, string | null][];
  look: number[];
  badge: Few<number>;
  at: Few<[number, number]>;
  anchor: Few<[number, number]>;
  members: Few<number>;
  pinned: Few<true>;
  tooltip: Few<string[]>;
}

interface Links {
  id: string[];
  source: number[];
  target: number[];
  looks: [string, string, string, SceneLink["style"]][];
  look: number[];
  tooltip: Few<string[]>;
}

type Wire = Omit<Scene, "nodes" | "links"> & { nodes: Nodes; links: Links };

export function unpacked(data: Uint8Array): Scene {
  const wire = JSON.parse(new TextDecoder().decode(data)) as Wire;
  return { ...wire, nodes: nodesOf(wire.nodes), links: linksOf(wire.links, wire.nodes.id) };
}

function nodesOf({ id, caption, looks, look, badge, at, anchor, members, pinned, tooltip }: Nodes): SceneNode[] {
  return id.map((each, i) => {
    const [kind, words, colour, shape, state, mark] = looks[look[i]!]!;
    const [x, y] = at[i] ?? [null, null];
    const own = { id: each, caption: caption[i]!, badge: badge[i] ?? null, x, y, pinned: pinned[i] ?? false };
    const rest = { tooltip: tooltip[i] ?? [], anchor: anchor[i] ?? null, members: members[i] ?? null };
    return { ...own, kind, words, colour, shape, state, mark, ...rest };
  });
}

function linksOf({ id, source, target, looks, look, tooltip }: Links, ends: string[]): SceneLink[] {
  return id.map((each, i) => {
    const [kind, words, colour, style] = looks[look[i]!]!;
    const own = { id: each, source: ends[source[i]!]!, target: ends[target[i]!]! };
    return { ...own, kind, words, colour, style, tooltip: tooltip[i] ?? [] };
  });
}
