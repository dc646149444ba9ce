// The graph as sigma holds it: brought up to date by the difference between two scenes, laid out, and never moved otherwise.

import { MultiDirectedGraph } from "graphology";
import workerSource from "./layout-worker.ts?worker";
import { anchorsOf, arranged, endsOf, joined } from "./arrange";
import { columnAt } from "./columns";
import { force } from "./force";
import { UNIT, type Job, type Places } from "./places";
import { LOOP_RADIUS } from "./link-program";
import { start } from "./start";
import type { Point, Scene, SceneLink, SceneNode } from "./scene";

const AT_ONCE = 2000; // up to this many nodes the layout is ready before the first picture
const BESIDE = 0.16; // room for names beside the outer columns, as a share of the width
const BEND = 0.16; // between parallel links, as a share of their length

/** Words above a column of the picture. */
export interface Head {
  x: number;
  words: string;
}

/** Pixels: smaller in a crowd. */
function sizeFor(nodes: number): number {
  return Math.min(9, Math.max(2, 9 * (60 / Math.max(nodes, 60)) ** 0.27));
}

export class Picture {
  readonly graph = new MultiDirectedGraph();
  readonly pinned = new Map<string, Point>();
  size = 9;
  heads: readonly Head[] = [];
  pointed: string | null = null; // by the mouse: sigma must hear when this node goes
  private worker: Worker | null = null;
  private readonly left: Places = new Map(); // where nodes stood that have gone: undone steps and filters bring them back
  private layout = "";
  private forgotten = false;

  /** `remembered` are places from an earlier life of the same canvas. Returns whether everything was laid out anew. */
  update(scene: Scene, remembered: Places, laidOut: () => void): boolean {
    // Drawing nodes together, or each alone again, makes another picture; opening one group does not.
    const grouped = scene.nodes.some(({ members }) => members !== null);
    const asked = `${scene.layout} ${scene.seed} ${grouped}`;
    if (this.layout && this.layout !== asked) {
      remembered = new Map();
      this.forget();
    }
    const given = this.known(scene, remembered);
    this.layout = asked;
    this.worker?.terminate();
    this.worker = null;
    this.dropWhatIsGone(scene);
    const { places, fresh } = this.placesFor(scene, given, laidOut);
    this.size = sizeFor(scene.nodes.length);
    const columns = columnAt(anchorsOf(scene), places);
    this.heads = scene.layout === "force" ? [] : scene.marks.flatMap(({ at, words }) => {
      const x = columns.get(at);
      return x === undefined ? [] : [{ x, words }];
    });
    this.quietly(() => {
      for (const node of scene.nodes) this.putNode(node, places.get(node.id)!);
      for (const link of scene.links) this.putLink(link);
      this.bendParallels(scene.links);
    });
    return fresh;
  }

  /** Sigma answers to each change of a node or link; where all of them are drawn anew anyway, it need not hear of any. */
  private quietly(change: () => void): void {
    const { graph } = this;
    graph.emit = () => false;
    try {
      change();
    } finally {
      delete (graph as { emit?: unknown }).emit; // the one of its class again
    }
  }

  /** What keeps its place: what is on the canvas, and what comes back to it, unless most of the picture is new. */
  private known(scene: Scene, remembered: Places): Places {
    const given: Places = new Map();
    const back: Places = new Map();
    for (const { id, x, y } of scene.nodes) {
      const old = remembered.get(id) ?? this.left.get(id);
      if (this.graph.hasNode(id) && !this.forgotten) given.set(id, this.place(id));
      else if (old) back.set(id, old);
      else if (x !== null && y !== null) given.set(id, { x, y });
    }
    this.forgotten = false;
    const same = given.size > 0 || back.size * 2 > scene.nodes.length;
    for (const [id, place] of same ? back : []) given.set(id, place);
    for (const { id, x, y } of same ? [] : scene.nodes) if (x !== null && y !== null) given.set(id, { x, y });
    return given;
  }

  /** Let every place go but those of nodes that the reader put somewhere, so that the next update lays out anew. */
  forget(): void {
    this.left.clear();
    this.forgotten = true;
  }

  place(id: string): Point {
    const { x, y } = this.graph.getNodeAttributes(id);
    return { x, y };
  }

  node(id: string): SceneNode {
    return this.graph.getNodeAttribute(id, "node") as SceneNode;
  }

  /** Where the reader put a node, it stays. */
  move(id: string, place: Point): void {
    this.graph.mergeNodeAttributes(id, place);
    this.pinned.set(id, place);
  }

  /** Keep a node where it is, or let it move again. */
  pin(id: string): void {
    if (!this.pinned.delete(id)) this.pinned.set(id, this.place(id));
  }

  places(): Places {
    return new Map(this.graph.mapNodes((id) => [id, this.place(id)]));
  }

  get working(): boolean {
    return this.worker !== null;
  }

  stop(): void {
    this.worker?.terminate();
  }

  /** Least box that shows the whole picture, never so close that two nodes fill the view. */
  box(shown: ReadonlySet<string>): { x: [number, number]; y: [number, number] } {
    const places = [...shown].map((id) => this.place(id));
    const range = (values: number[]): [number, number] => {
      const least = values.reduce((a, b) => Math.min(a, b), Infinity);
      const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
      const [middle, half] = [(least + most) / 2 || 0, Math.max((most - least) / 2 || 0, 2.2 * UNIT)];
      return [middle - half, middle + half];
    };
    const [left, right] = range(places.map(({ x }) => x));
    const beside = this.heads.length ? BESIDE * (right - left) : 0;
    return { x: [left - beside, right + beside], y: range(places.map(({ y }) => y)) };
  }

  private dropWhatIsGone(scene: Scene): void {
    const [nodes, links] = [new Set(scene.nodes.map(({ id }) => id)), new Set(scene.links.map(({ id }) => id))];
    const gone = this.graph.filterNodes((id) => !nodes.has(id));
    for (const id of gone) this.left.set(id, this.place(id));
    this.quietly(() => {
      for (const id of this.graph.edges()) if (!links.has(id)) this.graph.dropEdge(id);
      for (const id of gone) if (id !== this.pointed) this.graph.dropNode(id);
    });
    if (this.pointed !== null && gone.includes(this.pointed)) this.graph.dropNode(this.pointed);
    for (const id of this.pinned.keys()) if (!nodes.has(id)) this.pinned.delete(id);
  }

  private placesFor(scene: Scene, given: Places, laidOut: () => void): { places: Places; fresh: boolean } {
    const links = endsOf(scene);
    const job: Job = { nodes: scene.nodes.map(({ id }) => id), links, seed: scene.seed, kept: [...given] };
    if (given.size === job.nodes.length) return { places: given, fresh: false };
    const pinned = scene.nodes.filter(({ id, pinned }) => pinned && given.has(id));
    if (given.size > pinned.length) return { places: joined(scene, job), fresh: false };
    const places = arranged(scene, links);
    for (const [id, place] of places ? given : []) places!.set(id, place);
    if (places) return { places, fresh: true };
    if (job.nodes.length <= AT_ONCE) return { places: force(job), fresh: true };
    this.startWorker(job, laidOut);
    return { places: start(job), fresh: true };
  }

  private startWorker(job: Job, laidOut: () => void): void {
    const address = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
    const worker = (this.worker = new Worker(address));
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }: MessageEvent<[string, Point][]>) => {
      this.stop();
      this.worker = null;
      const places = new Map(data);
      this.quietly(() => {
        this.graph.forEachNode((id, attributes) => Object.assign(attributes, this.pinned.get(id) ?? places.get(id)));
      });
      laidOut();
    };
    // First the picture that is there already: drawing and laying out would take the processor from each other.
    requestAnimationFrame(() => requestAnimationFrame(() => worker.postMessage(job)));
  }

  private putNode(node: SceneNode, place: Point): void {
    const size = this.size * (node.members ? Math.min(3.2, 1.5 + Math.log10(node.members) / 2) : 1);
    const attributes = { ...place, node, size, color: node.colour, shape: node.shape, type: "shape" };
    this.graph.mergeNode(node.id, attributes);
    if (node.pinned) this.pinned.set(node.id, place);
  }

  private putLink(link: SceneLink): void {
    if (!this.graph.hasNode(link.source) || !this.graph.hasNode(link.target)) return;
    const loop = link.source === link.target ? LOOP_RADIUS : 0;
    const attributes = { link, color: link.colour, size: 1, bend: 0, loop, dashed: link.style === "dashed" };
    const type = loop ? "bent" : "straight";
    if (this.graph.hasEdge(link.id)) this.graph.mergeEdgeAttributes(link.id, { ...attributes, type });
    else this.graph.addEdgeWithKey(link.id, link.source, link.target, { ...attributes, type });
  }

  private bendParallels(links: SceneLink[]): void {
    const pairs = new Map<string, SceneLink[]>();
    for (const link of links) {
      const key = link.source < link.target ? `${link.source}\n${link.target}` : `${link.target}\n${link.source}`;
      const pair = pairs.get(key);
      if (pair) pair.push(link);
      else pairs.set(key, [link]);
    }
    for (const pair of pairs.values()) {
      if (pair.length < 2) continue;
      pair.sort((a, b) => (a.id < b.id ? -1 : 1)).forEach((link, i) => this.bend(link, i, pair.length));
    }
  }

  private bend({ id, source, target }: SceneLink, i: number, of: number): void {
    if (!this.graph.hasEdge(id)) return;
    if (source === target) return this.graph.mergeEdgeAttributes(id, { loop: LOOP_RADIUS + 6 * i }) && undefined;
    const bend = (i - (of - 1) / 2) * BEND * (source < target ? 1 : -1);
    this.graph.mergeEdgeAttributes(id, { bend, type: bend ? "bent" : "straight" });
  }
}
