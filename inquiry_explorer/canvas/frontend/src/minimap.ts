// The whole picture, small, in a corner, with a frame around what is in view: for when the view shows only a part.

import type Sigma from "sigma";
import { onGround, type Theme } from "./colour";
import { element } from "./dom";
import type { Picture } from "./picture";
import type { Point } from "./scene";

const [WIDTH, HEIGHT] = [168, 112]; // pixels
const MARGIN = 6;
const PART = 0.7; // share of the picture below which the view shows but a part

interface Fit {
  scale: number;
  left: number;
  top: number;
}

export class Minimap {
  readonly element = element("canvas", { class: "minimap", width: `${WIDTH}`, height: `${HEIGHT}`, role: "img", hidden: "" });
  private readonly dots = element("canvas", { width: `${WIDTH}`, height: `${HEIGHT}` });
  private fit: Fit | null = null;

  constructor(
    private readonly sigma: Sigma,
    private readonly picture: Picture,
    go: (at: Point) => void,
  ) {
    this.element.setAttribute("aria-label", "The whole picture, with a frame around what is in view");
    const follow = (event: PointerEvent) => {
      if (!event.buttons || !this.fit) return;
      event.preventDefault();
      go(this.inGraph({ x: event.offsetX, y: event.offsetY }, this.fit));
    };
    this.element.addEventListener("pointerdown", follow);
    this.element.addEventListener("pointermove", follow);
  }

  /** Draw the nodes anew: after a layout, a filter, another theme. */
  refresh(theme: Theme, shown: readonly string[]): void {
    const points = shown.map((id) => this.picture.place(id));
    this.fit = points.length ? fitted(points) : null;
    const context = this.dots.getContext("2d")!;
    context.fillStyle = theme.ground;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    if (!this.fit) return;
    const size = shown.length > 2000 ? 1 : 2;
    shown.forEach((id, i) => {
      const { x, y } = inMap(points[i]!, this.fit!);
      context.fillStyle = onGround(this.picture.node(id).colour, theme);
      context.fillRect(x - size / 2, y - size / 2, size, size);
    });
  }

  /** Draw the frame; nothing is shown while the view holds nearly everything. */
  draw(theme: Theme): void {
    const frame = this.fit && this.frame(this.fit);
    const part = frame !== null && this.picture.graph.order > 1 && (frame.width < PART * WIDTH || frame.height < PART * HEIGHT);
    this.element.hidden = !part;
    if (!part) return;
    const context = this.element.getContext("2d")!;
    context.drawImage(this.dots, 0, 0);
    context.strokeStyle = theme.accent;
    context.lineWidth = 1.5;
    context.strokeRect(frame.x, frame.y, frame.width, frame.height);
  }

  private frame(fit: Fit): { x: number; y: number; width: number; height: number } {
    const { width, height } = this.sigma.getDimensions();
    const [a, b] = [{ x: 0, y: 0 }, { x: width, y: height }].map((at) => inMap(this.sigma.viewportToGraph(at), fit));
    return { x: a!.x, y: a!.y, width: b!.x - a!.x, height: b!.y - a!.y };
  }

  private inGraph({ x, y }: Point, { scale, left, top }: Fit): Point {
    return { x: left + x / scale, y: top - y / scale };
  }
}

function fitted(points: readonly Point[]): Fit {
  const range = (values: number[]) => [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))] as const;
  const [left, right] = range(points.map(({ x }) => x));
  const [low, high] = range(points.map(({ y }) => y));
  const scale = Math.min((WIDTH - 2 * MARGIN) / Math.max(right - left, 1), (HEIGHT - 2 * MARGIN) / Math.max(high - low, 1));
  return { scale, left: (left + right) / 2 - WIDTH / 2 / scale, top: (low + high) / 2 + HEIGHT / 2 / scale };
}

function inMap({ x, y }: Point, { scale, left, top }: Fit): Point {
  return { x: (x - left) * scale, y: (top - y) * scale };
}
