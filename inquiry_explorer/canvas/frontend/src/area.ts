// Selecting an area: a box that is drawn with the mouse while shift is held, or after its button was pressed.

import type Sigma from "sigma";
import { element } from "./dom";
import type { Point } from "./scene";

export class Area {
  readonly element = element("div", { class: "area", hidden: "" });
  private from: Point | null = null;
  private to: Point | null = null;
  armed = false;
  drew = false; // with the press that is ending now: the click that follows means nothing else

  constructor(
    private readonly stage: HTMLElement,
    private readonly chosen: (corner: Point, opposite: Point, among: boolean) => void,
    private readonly done: () => void,
  ) {}

  /** The next drag draws a box. */
  arm(): boolean {
    this.stage.classList.add("choosing");
    return (this.armed = true);
  }

  /** Returns whether it was armed. */
  disarm(): boolean {
    const was = this.armed;
    this.armed = false;
    this.stage.classList.remove("choosing");
    this.done();
    return was;
  }

  listen(sigma: Sigma): void {
    sigma.on("downStage", ({ event, preventSigmaDefault }) => {
      this.drew = false;
      if (!this.armed && !(event.original as MouseEvent).shiftKey) return;
      this.from = { x: event.x, y: event.y };
      preventSigmaDefault();
    });
    sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
      if (!this.from) return;
      this.to = { x: event.x, y: event.y };
      this.show(this.from, this.to);
      preventSigmaDefault();
      event.original.preventDefault();
    });
    const end = ({ event }: { event: { original: Event } }) => this.end((event.original as MouseEvent).shiftKey);
    sigma.on("upStage", end);
    sigma.on("upNode", end);
    this.stage.addEventListener("mouseleave", () => this.end(false));
  }

  private show(a: Point, b: Point): void {
    this.element.hidden = false;
    Object.assign(this.element.style, {
      left: `${Math.min(a.x, b.x)}px`,
      top: `${Math.min(a.y, b.y)}px`,
      width: `${Math.abs(a.x - b.x)}px`,
      height: `${Math.abs(a.y - b.y)}px`,
    });
  }

  private end(among: boolean): void {
    const { from, to } = this;
    [this.from, this.to] = [null, null];
    this.element.hidden = true;
    if (!from || !to) return;
    this.drew = true;
    this.disarm();
    this.chosen(from, to, among);
  }
}
