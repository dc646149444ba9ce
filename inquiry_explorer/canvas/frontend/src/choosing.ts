// What the reader chooses and moves.

import type { Around } from "./around";
import type { Attention } from "./attention";
import type { Picture } from "./picture";
import type { Deed, Point } from "./scene";
import type { Telling } from "./telling";
import type { View } from "./view";
import type { Walking } from "./walking";

interface Of {
  picture: Picture;
  attention: Attention;
  around: Around;
  telling: Telling;
  view: View;
  walking: Walking;
  redraw: () => void;
}

export class Choosing {
  constructor(private readonly of: Of) {}

  act(what: Deed, id: string): void {
    const group = what === "expand" && this.of.picture.node(id).members;
    this.of.telling.act(group ? "ungroup" : what, id);
  }

  /** A node that is selected takes the others that are along. */
  drag(id: string, to: Point): void {
    this.of.around.tooltip.hide();
    const from = this.of.picture.place(id);
    const along = this.of.attention.selected.has(id) ? [...this.of.attention.selected] : [id];
    for (const each of along) {
      const { x, y } = this.of.picture.place(each);
      this.of.picture.move(each, { x: x + to.x - from.x, y: y + to.y - from.y });
    }
  }

  select(ids: string[]): void {
    this.of.attention.choose(ids);
    this.of.redraw();
    this.of.telling.send();
  }

  toggle(id: string, among: boolean): void {
    if (this.of.picture.node(id).members) return this.of.telling.act("ungroup", id);
    const chosen = [...this.of.attention.selected];
    const others = among ? chosen.filter((other) => other !== id) : [];
    const lets = chosen.includes(id) && (among || chosen.length === 1);
    this.select(lets ? others : [...others, id]);
  }

  area(from: Point, to: Point, among: boolean): void {
    const within = this.of.walking.shown().filter((id) => {
      const { x, y } = this.of.view.onScreen(id);
      return (x - from.x) * (x - to.x) <= 0 && (y - from.y) * (y - to.y) <= 0;
    });
    this.select([...new Set([...(among ? this.of.attention.selected : []), ...within])]);
    this.of.around.live.textContent = `${within.length.toLocaleString("en-GB")} nodes in the area`;
  }
}
