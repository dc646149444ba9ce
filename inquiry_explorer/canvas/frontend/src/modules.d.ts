// Modules without types of their own.

declare module "*?worker" {
  const source: string;
  export default source;
}

declare module "graphology-layout-forceatlas2/iterate.js" {
  import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
  export default function iterate(settings: Required<ForceAtlas2Settings>, nodes: Float32Array, links: Float32Array): unknown;
}

declare module "natural-earth:outline" {
  /** The rings of Britain, Ireland and the isles beside them, each corner as longitude and latitude. */
  const rings: [number, number][][];
  export default rings;
}

// Of Node's own modules, what the tests use.
declare module "node:test" {
  export function test(name: string, body: () => void): void;
}

declare module "node:assert/strict" {
  export function deepEqual(actual: unknown, expected: unknown, message?: string): void;
  export function equal(actual: unknown, expected: unknown, message?: string): void;
  export function ok(value: unknown, message?: string): asserts value;
}
