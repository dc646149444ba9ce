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
