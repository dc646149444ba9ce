// What the timeline and the map share: a stage that keys reach, marks that are pointed at and chosen, and a tooltip.

import { themeOf, type Theme } from "./colour";
import { element } from "./dom";
import { toolbar, Tooltip, type Button } from "./parts";
import type { Point } from "./scene";
import { saveChart } from "./saving-charts";
import { nearest } from "./steps";
import { cut } from "./text";

/** Something on a picture that can be chosen: the nodes that it stands for, and what it says of itself. `key` is its own. */
export interface Marked {
  key: string;
  ids: string[];
  caption: string;
  told: string[];
}

export interface ChartData {
  about: string[]; // what a picture that is saved says below itself
  height: number;
  turn: number;
  selected: string[];
}

/** A mark as drawn: `at` is its middle on the stage. */
export interface Drawn {
  mark: Marked;
  at: Point;
  shape: SVGElement;
}

type Pick = (ids: string[]) => void;
const SHARED_KEYS = [
  ["Arrow keys", "go to the nearest mark in that direction"],
  ["Page down, page up", "go to the next or previous mark"],
  ["Enter", "select what the mark stands for, or let it go"],
  ["+ and -", "zoom in and out"],
  ["0", "fit everything into view"],
  ["Escape", "let the selection go"],
] as const;

export abstract class Chart<D extends ChartData> {
  protected readonly root = element("section", { class: "chart" });
  protected readonly stage = element("div", { class: "stage", tabindex: "0", role: "application" });
  protected readonly live = element("p", { class: "unseen", "aria-live": "polite" });
  private readonly accent = element("span", { class: "accent", hidden: "" });
  private readonly tooltip = new Tooltip();
  private readonly watcher: ResizeObserver;
  protected data: D | null = null;
  protected theme: Theme;
  protected drawn: Drawn[] = [];
  private chosen = new Set<string>();
  private current = ""; // key of the mark that keys are on
  private width = 0;

  constructor(
    parent: ParentNode,
    public pick: Pick,
    label: string,
    keys: readonly (readonly [string, string])[],
  ) {
    this.root.setAttribute("aria-label", label);
    this.root.append(this.stage, this.live, this.accent);
    this.stage.append(this.tooltip.element);
    this.root.prepend(this.corner(keys));
    parent.append(this.root);
    this.theme = themeOf(this.root, this.accent);
    this.hear();
    this.watcher = new ResizeObserver(() => {
      if (Math.abs(this.stage.clientWidth - this.width) > 1) this.redraw();
    });
    this.watcher.observe(this.stage);
  }

  /** Draw these marks; what the page has chosen since it was last asked is chosen here too. */
  update(data: D): void {
    if (data.turn !== this.data?.turn || !this.data) this.chosen = new Set(data.selected);
    this.data = data;
    this.theme = themeOf(this.root, this.accent);
    this.stage.style.height = `${data.height}px`;
    this.redraw();
  }

  remove(): void {
    this.watcher.disconnect();
    this.root.remove();
  }

  protected abstract draw(data: D): Drawn[];
  protected abstract zoom(factor: number, at?: Point): void;
  protected abstract fit(): void;
  protected abstract pan(by: number): void;
  protected abstract reveal(drawn: Drawn): void;

  protected redraw(): void {
    if (!this.data) return;
    this.width = this.stage.clientWidth;
    this.drawn = this.draw(this.data);
    for (const { mark, shape } of this.drawn) {
      shape.setAttribute("data-mark", mark.ids.join(" "));
      shape.classList.add("mark");
    }
    this.showChosen();
    this.root.dataset["marks"] = String(this.drawn.length);
    this.root.dataset["ready"] = "true";
  }

  private showChosen(): void {
    for (const { mark, shape } of this.drawn) {
      shape.classList.toggle("chosen", mark.ids.some((id) => this.chosen.has(id)));
      shape.classList.toggle("current", mark.key === this.current);
    }
    this.root.dataset["selected"] = [...this.chosen].join(" ");
  }

  private save(): void {
    const label = this.root.getAttribute("aria-label") ?? "";
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    saveChart(this.stage, label.toLowerCase(), [...(this.data?.about ?? []), day]);
  }

  private corner(keys: readonly (readonly [string, string])[]): HTMLElement {
    const list = element("dl", { class: "keys" });
    list.hidden = true;
    for (const [key, does] of [...SHARED_KEYS, ...keys]) list.append(element("dt", {}, key), element("dd", {}, does));
    const buttons: Button[] = [
      { icon: "in", words: "Zoom in", act: () => this.zoom(1 / 1.5) },
      { icon: "out", words: "Zoom out", act: () => this.zoom(1.5) },
      { icon: "fit", words: "Fit everything into view", act: () => this.fit() },
      { icon: "picture", words: "Download the picture (SVG)", act: () => this.save() },
      {
        icon: "keys",
        words: "Keys",
        act: (button) => {
          list.hidden = !list.hidden;
          button.setAttribute("aria-expanded", String(!list.hidden));
        },
      },
    ];
    return element("div", { class: "corner" }, toolbar(buttons), list);
  }

  // What the reader does

  private hear(): void {
    const { stage } = this;
    const over = (event: Event) => this.markAt(event.target);
    stage.addEventListener("mousemove", (event) => this.point(over(event), event));
    stage.addEventListener("mouseleave", () => this.tooltip.hide());
    stage.addEventListener("scroll", () => this.tooltip.hide(), true);
    stage.addEventListener("click", (event) => {
      const drawn = over(event);
      if (drawn) this.choose(drawn.mark, event.shiftKey || event.ctrlKey || event.metaKey);
    });
    stage.addEventListener("keydown", (event) => this.key(event));
    stage.addEventListener("blur", () => this.goTo(null));
    stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  private markAt(target: EventTarget | null): Drawn | null {
    const shape = (target as Element | null)?.closest?.("[data-mark]");
    return this.drawn.find((each) => each.shape === shape) ?? null;
  }

  /** The wheel scrolls until the reader is at work on a picture that has nothing to scroll, or holds Ctrl. */
  private wheel(event: WheelEvent): void {
    const { stage } = this;
    const working = stage.matches(":focus") && stage.scrollHeight <= stage.clientHeight;
    if (!working && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.stage.getBoundingClientRect();
    this.zoom(event.deltaY < 0 ? 1 / 1.25 : 1.25, { x: event.clientX - left, y: event.clientY - top + this.stage.scrollTop });
  }

  private point(drawn: Drawn | null, { clientX, clientY }: MouseEvent): void {
    if (!drawn) return this.tooltip.hide();
    const { left, top } = this.stage.getBoundingClientRect();
    this.tell(drawn.mark, { x: clientX - left, y: clientY - top + this.stage.scrollTop });
  }

  private tell({ caption, told }: Marked, at: Point): void {
    this.tooltip.show(caption, told, at, this.stage.clientWidth);
  }

  private choose(mark: Marked, among: boolean): void {
    const all = mark.ids.every((id) => this.chosen.has(id));
    const others = among ? [...this.chosen].filter((id) => !mark.ids.includes(id)) : [];
    this.select(all ? others : [...others, ...mark.ids]);
  }

  private select(ids: string[]): void {
    this.chosen = new Set(ids);
    this.showChosen();
    this.pick([...this.chosen]);
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.stage || event.ctrlKey || event.metaKey || event.altKey) return;
    const walk = (x: number, y: number) => (event.shiftKey && x ? this.pan(x) : this.walk({ x, y }));
    const deeds: Record<string, () => void> = {
      "+": () => this.zoom(1 / 1.5),
      "=": () => this.zoom(1 / 1.5),
      "-": () => this.zoom(1.5),
      "0": () => this.fit(),
      Escape: () => this.select([]),
      Enter: () => {
        const drawn = this.at();
        if (drawn) this.choose(drawn.mark, event.shiftKey);
      },
      PageDown: () => this.step(1),
      PageUp: () => this.step(-1),
      ArrowLeft: () => walk(-1, 0),
      ArrowRight: () => walk(1, 0),
      ArrowUp: () => walk(0, -1),
      ArrowDown: () => walk(0, 1),
    };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  }

  protected at(): Drawn | null {
    return this.drawn.find(({ mark }) => mark.key === this.current) ?? null;
  }

  /** The mark that the reader is at, or has selected. */
  protected attended(): Drawn | null {
    return this.at() ?? this.drawn.find(({ shape }) => shape.classList.contains("chosen")) ?? null;
  }

  private walk(direction: Point): void {
    const places = new Map(this.drawn.map(({ mark, at }) => [mark.key, at]));
    const from = this.attended()?.mark.key;
    const next = nearest(places, from, direction, { x: this.width / 2, y: this.stage.scrollTop + 40 });
    if (next !== null) this.goTo(next);
  }

  private step(by: number): void {
    const order = this.drawn.map(({ mark }) => mark.key);
    const at = order.indexOf(this.current);
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
    if (next !== undefined) this.goTo(next);
  }

  private goTo(key: string | null): void {
    this.current = key ?? "";
    const drawn = this.at();
    if (drawn) {
      this.reveal(drawn);
      const now = this.at() ?? drawn; // it may have been drawn anew
      const chosen = now.mark.ids.some((id) => this.chosen.has(id)) ? ["selected"] : [];
      this.live.textContent = [cut(now.mark.caption, 200), ...now.mark.told, ...chosen].join(", ");
      this.tell(now.mark, now.at);
    } else this.tooltip.hide();
    this.showChosen();
  }
}
