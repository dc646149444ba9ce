// What is drawn in two dimensions above the links and nodes: names, badges, rings, words of links.
// Everything is drawn as text on a canvas; nothing out of the data becomes markup.

import type Sigma from "sigma";
import type { Attention } from "./attention";
import { AXIS, drawHeads } from "./heads";
import type { Drawing } from "./drawing";
import type { Theme } from "./colour";
import { lineOf } from "./pick";
import type { Head } from "./picture";
import type { Point, SceneLink, SceneNode } from "./scene";
import type { Names } from "./report";
import { Taken, type Box } from "./taken";
import { cut } from "./text";

const NAME_LENGTH = 38;
const MOST_NAMES = 250;
const NAMES_IN_CROWD = 24;
const MOST_WORDS = 24;
const TOOLBAR: readonly [width: number, height: number] = [316, 52]; // pixels at the top right that names keep clear of
const CROWD = 350; // nodes in view beyond which badges, marks and most names wait for a closer look

type Marked = Pick<Attention, "selected" | "current" | "hovered" | "lit" | "aside" | "worded"> & { pinned: ReadonlyMap<string, unknown> };

interface Seen {
  id: string;
  at: Point;
  radius: number;
  node: SceneNode;
  weight: number;
}

const STRONG = 2e6;

/** An id without the kind before its colon: the sign of the kind says that. */
function codeOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** What is selected comes first, then what is pointed at, then what stands out, then what has most links. */
function rankOf({ id, weight }: Seen, marked: Marked): number {
  const pointed = id === marked.hovered || id === marked.current;
  return (marked.selected.has(id) ? 3e6 : 0) + (pointed ? STRONG : 0) + (marked.lit?.has(id) ? 1e6 : 0) + weight;
}

/** Where a name may begin, best first: to the right, to the left, below, above, and at the four corners. */
function places({ x, y }: Point, gap: number, width: number): readonly (readonly [number, number])[] {
  const [right, left, middle] = [x + gap, x - gap - width, x - width / 2];
  const [below, above] = [y + gap + 7, y - gap - 7];
  const corners = [below - 3, above + 3].flatMap((level) => [[right - 4, level] as const, [left + 4, level] as const]);
  const aside = [below, above].flatMap((level) => [[x - 8, level] as const, [x + 8 - width, level] as const]);
  return [[right, y], [left, y], [middle, below], [middle, above], ...corners, ...aside];
}

export class Overlay {
  labels: Names = "names"; // what stands beside nodes
  private widths = new Map<string, number>();
  private context: Drawing;

  constructor(
    private sigma: Sigma,
    private canvas: CanvasRenderingContext2D,
  ) {
    this.context = canvas;
  }

  forgetWidths(): void {
    this.widths.clear();
  }

  draw(theme: Theme, marked: Marked, heads: readonly Head[]): void {
    const { width, height } = this.sigma.getDimensions();
    this.canvas.clearRect(0, 0, width, height);
    this.drawOn(this.canvas, theme, marked, heads);
  }

  /** The same on something else that can be drawn on, for a file. */
  drawOn(drawing: Drawing, theme: Theme, marked: Marked, heads: readonly Head[]): void {
    const { width, height } = this.sigma.getDimensions();
    this.context = drawing;
    const seen = this.inView(width, height);
    const taken = new Taken();
    const calm = seen.length <= CROWD;
    // In a crowd there is no room beside nodes: there, a few names of the most linked nodes lie above the others.
    for (const { at, radius } of calm ? seen : []) taken.add([at.x - radius, at.y - radius, at.x + radius, at.y + radius]);
    taken.add([width - TOOLBAR[0], 0, width, TOOLBAR[1]]);
    if (heads.length) taken.add([0, height - AXIS, width, height]);
    const badges = new Taken();
    for (const item of seen) this.rings(theme, marked, item);
    for (const item of seen) {
      const told = item.id === marked.hovered || item.id === marked.current || marked.selected.has(item.id);
      const faded = marked.aside && marked.lit !== null && !marked.lit.has(item.id);
      if ((calm && !faded) || told) this.signs(theme, item, taken, told ? null : badges);
    }
    const strong = (item: Seen) => rankOf(item, marked) >= STRONG;
    this.names(theme, marked, seen.filter(strong), taken);
    this.words(theme, marked, taken);
    this.names(theme, marked, seen.filter((item) => !strong(item)), taken);
    if (heads.length) drawHeads(this.context, this.sigma, heads, theme);
  }

  private inView(width: number, height: number): Seen[] {
    const graph = this.sigma.getGraph();
    const seen: Seen[] = [];
    // One matrix for all: asking sigma for each of 20,000 nodes takes longer than drawing them.
    const [zero, one] = [{ x: 0, y: 0 }, { x: 1, y: 1 }].map((at) => this.sigma.framedGraphToViewport(at)) as [Point, Point];
    graph.forEachNode((id, attributes) => {
      const data = this.sigma.getNodeDisplayData(id);
      if (!data || data.hidden) return;
      const at = { x: zero.x + data.x * (one.x - zero.x), y: zero.y + data.y * (one.y - zero.y) };
      if (at.x < -20 || at.y < -20 || at.x > width + 20 || at.y > height + 20) return;
      const radius = this.sigma.scaleSize(data.size);
      seen.push({ id, at, radius, node: attributes["node"] as SceneNode, weight: graph.degree(id) });
    });
    return seen;
  }

  private rings(theme: Theme, marked: Marked, { id, at, radius }: Seen): void {
    const ring = (by: number, colour: string, width: number) => {
      this.context.beginPath();
      this.context.arc(at.x, at.y, radius + by, 0, 2 * Math.PI);
      this.context.lineWidth = width;
      this.context.strokeStyle = colour;
      this.context.stroke();
    };
    if (marked.selected.has(id)) ring(4, theme.accent, 2.5);
    else if (marked.hovered === id) ring(4, theme.quiet, 1.5);
    if (marked.current === id) ring(8, theme.text, 1.5);
    if (marked.pinned.has(id)) this.pin(theme, at, radius);
  }

  /** A small bar below what the reader put somewhere. */
  private pin(theme: Theme, { x, y }: Point, radius: number): void {
    this.context.fillStyle = theme.accent;
    this.context.fillRect(x - 4, y + radius + 2, 8, 2.5);
  }

  /** The mark of a state inside the node, and the number of hidden neighbours at its shoulder. */
  private signs(theme: Theme, { at, radius, node }: Seen, taken: Taken, badges: Taken | null): void {
    const { context } = this;
    context.textAlign = "center";
    context.textBaseline = "middle";
    const inside = node.members ? node.members.toLocaleString("en-GB") : node.mark && cut(node.mark, 1);
    if (inside && radius >= 6) {
      context.font = `600 ${node.members ? Math.max(10, Math.round(radius * 0.7)) : Math.round(radius * 1.2)}px ${theme.font}`;
      context.fillStyle = theme.ground;
      context.fillText(inside, at.x, at.y + 0.5);
    }
    if (!node.badge) return;
    context.font = `600 10px ${theme.font}`;
    const text = `+${node.badge}`;
    const half = context.measureText(text).width / 2 + 4;
    const [x, y] = [at.x + radius * 0.75 + half - 2, at.y - radius * 0.75 - 7];
    const box: Box = [x - half, y - 7, x + half, y + 7];
    // Of badges that would cover each other the first is drawn: a closer look shows the others.
    if (badges && !badges.free(box)) return;
    badges?.add(box);
    context.beginPath();
    context.roundRect(x - half, y - 7, half * 2, 14, 7);
    context.fillStyle = theme.ground;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = theme.quiet;
    context.stroke();
    context.fillStyle = theme.text;
    context.fillText(text, x, y + 0.5);
    taken.add(box);
  }

  private names(theme: Theme, marked: Marked, seen: Seen[], taken: Taken): void {
    const rank = (item: Seen) => rankOf(item, marked);
    if (this.labels === "none") return;
    const wanted = marked.lit && marked.aside ? seen.filter(({ id }) => marked.lit!.has(id) || marked.selected.has(id)) : seen;
    wanted.sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
    this.context.textBaseline = "middle";
    this.context.textAlign = "left";
    const most = seen.length <= CROWD || marked.lit ? MOST_NAMES : NAMES_IN_CROWD;
    for (const item of wanted.slice(0, most)) {
      const quiet = marked.lit !== null && !marked.lit.has(item.id);
      this.name(theme, item, taken, rank(item) >= STRONG, quiet ? theme.quiet : theme.text);
    }
  }

  private name(theme: Theme, { at, radius, node }: Seen, taken: Taken, strong: boolean, colour: string): void {
    const named = this.labels === "codes" ? codeOf(node.id) : node.caption;
    const text = cut(named, strong ? NAME_LENGTH * 2 : NAME_LENGTH);
    this.context.font = `${strong ? 600 : 400} 12px ${theme.font}`;
    const width = this.width(text, this.context.font);
    const gap = radius + (strong ? 9 : 5);
    const starts = places(at, gap, width);
    const box = ([x, y]: readonly [number, number]): Box => [x - 2, y - 7, x + width + 2, y + 7];
    const { width: edge } = this.sigma.getDimensions();
    const inside = ([x]: readonly [number, number]) => x >= 4 && x + width <= edge - 4;
    const start = starts.find((place) => inside(place) && taken.free(box(place))) ?? (strong ? starts.find(inside) : undefined);
    if (!start) return;
    taken.add(box(start));
    this.print(text, start[0], start[1], colour, theme);
  }

  /** Words on the middle of links, and a head that shows which way they read. */
  private words(theme: Theme, marked: Marked, taken: Taken): void {
    for (const id of marked.worded.slice(0, MOST_WORDS)) {
      const line = lineOf(this.sigma, id);
      if (!line) continue;
      const [middle, direction] = line(0.5);
      this.head(theme, line(0.62));
      const text = cut(this.link(id).words, NAME_LENGTH);
      this.context.font = `400 11px ${theme.font}`;
      const width = this.width(text, this.context.font);
      const [x, y] = [middle.x - width / 2, middle.y + (Math.abs(direction.x) > Math.abs(direction.y) ? -9 : 0)];
      const box: Box = [x - 2, y - 7, x + width + 2, y + 7];
      if (!taken.free(box)) continue;
      taken.add(box);
      this.context.textAlign = "left";
      this.context.textBaseline = "middle";
      this.print(text, x, y, theme.quiet, theme);
    }
  }

  private link(id: string): SceneLink {
    return this.sigma.getGraph().getEdgeAttribute(id, "link") as SceneLink;
  }

  private head(theme: Theme, [at, direction]: [Point, Point]): void {
    const angle = Math.atan2(direction.y, direction.x);
    const corner = (turn: number, reach: number) =>
      [at.x + reach * Math.cos(angle + turn), at.y + reach * Math.sin(angle + turn)] as const;
    this.context.beginPath();
    this.context.moveTo(...corner(0, 5));
    this.context.lineTo(...corner(2.5, 5));
    this.context.lineTo(...corner(-2.5, 5));
    this.context.fillStyle = theme.quiet;
    this.context.fill();
  }

  private print(text: string, x: number, y: number, colour: string, theme: Theme): void {
    this.context.lineJoin = "round";
    this.context.lineWidth = 4;
    this.context.strokeStyle = theme.ground;
    this.context.strokeText(text, x, y);
    this.context.fillStyle = colour;
    this.context.fillText(text, x, y);
  }

  private width(text: string, font: string): number {
    const key = font + text;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = this.context.measureText(text).width;
    this.widths.set(key, width);
    return width;
  }
}
