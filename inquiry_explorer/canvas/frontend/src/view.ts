// Which part of the picture is in view.

import type Sigma from "sigma";
import type { Picture } from "./picture";
import type { Point } from "./scene";

const NEAR_EDGE = 40; // pixels

export class View {
  constructor(
    private readonly sigma: Sigma,
    private readonly picture: Picture,
  ) {}

  /** Milliseconds that a movement takes: none for those who asked their system for less of it. */
  private get duration(): number {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180;
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: this.duration });
  }

  /** Bring all of these into view. */
  frame(shown: ReadonlySet<string>): void {
    this.sigma.setCustomBBox(this.picture.box(shown));
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  onScreen(id: string): Point {
    return this.sigma.graphToViewport(this.picture.place(id));
  }

  bringIntoView(id: string): void {
    const { x, y } = this.onScreen(id);
    const { width, height } = this.sigma.getDimensions();
    if (x > NEAR_EDGE && y > NEAR_EDGE && x < width - NEAR_EDGE && y < height - NEAR_EDGE) return;
    const data = this.sigma.getNodeDisplayData(id);
    if (data) void this.sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: this.duration });
  }

  /** Put a point of the picture in the middle. */
  centre(at: Point): void {
    const { x, y } = this.sigma.viewportToFramedGraph(this.sigma.graphToViewport(at));
    this.sigma.getCamera().setState({ x, y });
  }
}
