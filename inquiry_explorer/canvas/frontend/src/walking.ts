// Going from node to node by keys, with words for those who do not see the picture.

import type { Attention } from "./attention";
import { described } from "./parts";
import type { Picture } from "./picture";
import type { Point } from "./scene";
import { nearest } from "./steps";
import type { View } from "./view";

export class Walking {
  words: ReadonlyMap<string, string> = new Map(); // what kinds are called

  constructor(
    private readonly picture: Picture,
    private readonly attention: Attention,
    private readonly view: View,
    private readonly live: HTMLElement,
    private readonly arrived: (id: string | null) => void,
  ) {}

  goTo(id: string | null): void {
    this.attention.current = id;
    if (id !== null) {
      const chosen = this.attention.selected.has(id) ? ", selected" : "";
      this.live.textContent = described(this.picture.node(id), this.words) + chosen;
      this.view.bringIntoView(id);
    }
    this.arrived(id);
  }

  walk(direction: Point, middle: Point): void {
    const places = new Map(this.shown().map((id) => [id, this.view.onScreen(id)]));
    const { current, selected } = this.attention;
    const next = nearest(places, current ?? [...selected][0], direction, middle);
    if (next !== null) this.goTo(next);
  }

  step(by: number): void {
    const name = (id: string) => this.picture.node(id).caption;
    const order = this.shown().sort((a, b) => (name(a) < name(b) ? -1 : 1));
    const at = order.indexOf(this.attention.current ?? "");
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
    if (next !== undefined) this.goTo(next);
  }

  shown(): string[] {
    return this.picture.graph.filterNodes((id) => !this.attention.off.has(this.picture.node(id).kind));
  }
}
