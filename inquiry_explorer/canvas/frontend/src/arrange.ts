// Which layout a scene asks for, and the places that it gives.

import { columns, intoColumns, type Anchors } from "./columns";
import { country } from "./country";
import { join } from "./join";
import type { Ends, Job, Places } from "./places";
import type { Scene } from "./scene";

export function anchorsOf({ nodes }: Scene): Anchors {
  return new Map(nodes.flatMap(({ id, anchor }) => (anchor ? [[id, anchor] as const] : [])));
}

export function endsOf({ links }: Scene): Ends[] {
  return links.map(({ source, target }): Ends => [source, target]);
}

/** Places by the nodes' anchors; null for the layout that the links alone make. */
export function arranged(scene: Scene, links: Ends[]): Places | null {
  if (scene.layout === "force") return null;
  const ids = scene.nodes.map(({ id }) => id);
  if (scene.layout === "places") return country(ids, anchorsOf(scene), links);
  return columns(ids, anchorsOf(scene), links, scene.layout === "years");
}

/** Newcomers beside what they are linked to, or in their columns; the others stay. */
export function joined(scene: Scene, job: Job): Places {
  if (scene.layout === "force" || scene.layout === "places") return join(job);
  return intoColumns(job.nodes, anchorsOf(scene), job.links, new Map(job.kept));
}
