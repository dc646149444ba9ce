// What the reader attends to, and what follows from it: what stands out, what fades, and in which colours.

import type { MultiDirectedGraph } from "graphology";
import { linkOnGround, mix, onGround, type Theme } from "./colour";
import type { SceneLink, SceneNode } from "./scene";

const FADED = 0.8; // how far what does not stand out fades into the ground, where something is pointed at
const PALER = 0.5; // and where something is merely selected: the rest stays readable
export const CROWD = 4000; // beyond this many nodes, pointing at one does not fade the rest
const BARE = 5000; // beyond this many links, those that do not stand out are drawn as bare lines

export class Attention {
  selected = new Set<string>();
  selectedLink: string | null = null;
  hovered: string | null = null;
  hoveredLink: string | null = null;
  current: string | null = null; // node that the keyboard is on
  off = new Set<string>(); // kinds that the legend has switched off
  highlighted: readonly string[] = [];
  lit: ReadonlySet<string> | null = null; // nodes and links that stand out; null: all alike
  worded: readonly string[] = []; // links whose words are shown
  aside = false; // the rest is to be left out of mind, names and all

  constructor(private readonly graph: MultiDirectedGraph) {}

  choose(ids: readonly string[]): void {
    this.selected = new Set(ids.filter((id) => this.graph.hasNode(id)));
    this.selectedLink = ids.find((id) => this.graph.hasEdge(id)) ?? null;
  }

  forgetWhatIsGone(): void {
    const { graph } = this;
    const node = (id: string | null) => (id !== null && graph.hasNode(id) ? id : null);
    const link = (id: string | null) => (id !== null && graph.hasEdge(id) ? id : null);
    this.selected = new Set([...this.selected].filter((id) => graph.hasNode(id)));
    [this.hovered, this.current] = [node(this.hovered), node(this.current)];
    [this.hoveredLink, this.selectedLink] = [link(this.hoveredLink), link(this.selectedLink)];
  }

  /**
   * Work out what stands out: what the mouse is on; else what the page highlights, as a path, with what is selected
   * beside it; else what is selected and what is next to it.
   */
  follow(): void {
    const { graph } = this;
    if (this.hovered !== null && graph.order > CROWD) return;
    const pointed = this.hovered !== null || this.hoveredLink !== null;
    const shown = this.highlighted.filter((id) => graph.hasNode(id) || graph.hasEdge(id));
    const path = shown.length > 0 && !pointed;
    const near = this.near(pointed);
    const around = new Set<string>(this.hovered !== null ? [this.hovered] : this.selected);
    for (const id of path ? [] : near) [id, ...graph.extremities(id)].forEach((each) => around.add(each));
    this.lit = path ? new Set([...shown, ...this.selected]) : around.size ? around : null;
    this.aside = pointed || path;
    this.worded = path ? shown.filter((id) => graph.hasEdge(id)) : near;
  }

  /** The links of what is pointed at, or else of what is selected. */
  private near(pointed: boolean): string[] {
    const link = this.hoveredLink ?? (pointed ? null : this.selectedLink);
    if (link !== null) return [link];
    const centres = this.hovered !== null ? [this.hovered] : [...this.selected];
    return [...new Set(centres.flatMap((id) => this.graph.edges(id)))];
  }

  node(id: string, data: { node: SceneNode }, theme: Theme): Record<string, unknown> {
    const colour = onGround(data.node.colour, theme);
    const faded = this.lit !== null && !this.lit.has(id);
    const color = faded ? mix(colour, theme.ground, this.aside ? FADED : PALER) : colour;
    return { ...data, color, hidden: this.off.has(data.node.kind), zIndex: faded ? 0 : 1 };
  }

  link(id: string, data: { link: SceneLink; type: string }, theme: Theme): Record<string, unknown> {
    const lit = this.lit?.has(id) ?? false;
    const strong = id === this.selectedLink || id === this.hoveredLink;
    const quiet = linkOnGround(data.link.colour, theme, this.graph.size);
    const near = () => (strong ? theme.accent : mix(data.link.colour, theme.text, 0.35));
    const color = lit ? near() : this.lit ? mix(quiet, theme.ground, this.aside ? FADED : PALER) : quiet;
    const bare = !lit && data.type === "straight" && this.graph.size > BARE;
    const shown = { type: bare ? "bare" : data.type, size: strong ? 2.5 : lit ? 1.6 : 1 };
    return { ...data, ...shown, color, hidden: this.off.has(data.link.kind), zIndex: Number(lit) };
  }
}
