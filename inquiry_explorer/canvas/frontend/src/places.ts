// Places of nodes, and what the layouts share. Everything in a layout is a pure function of its arguments:
// the same scene draws the same picture.

import type { Point } from "./scene";

/** Length of a typical link, in the units of the graph. */
export const UNIT = 100;

export type Ends = readonly [source: string, target: string];
export type Places = Map<string, Point>;

export interface Job {
  nodes: string[];
  links: Ends[];
  seed: number;
  kept: [string, Point][];
}

/** A number from 0 to 1 that depends on the text and the seed alone. */
export function chance(text: string, seed: number): number {
  let hash = 2166136261 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

export function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

export function linkLength(places: Places, links: Ends[]): number {
  const lengths: number[] = [];
  for (const [source, target] of links) {
    const [from, to] = [places.get(source), places.get(target)];
    if (from && to && from !== to) lengths.push(Math.hypot(from.x - to.x, from.y - to.y));
  }
  return median(lengths) || UNIT;
}

export function mean(points: Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}
