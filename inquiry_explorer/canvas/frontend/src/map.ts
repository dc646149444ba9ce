// The map: places as points on an outline of these islands, and beside it one tile of equal size for each police force.

import { Chart, type ChartData, type Drawn, type Marked } from "./chart";
import OUTLINE from "natural-earth:outline";
import { projected, spread } from "./places-on-map";
import type { Point } from "./scene";
import { stateColours, svg } from "./svg";
import { cut } from "./text";

interface Placed extends Marked {
  colour: string;
  sign: string;
  dim: boolean; // of the other things in view, none is here
}

interface MapPoint extends Placed {
  latitude: number;
  longitude: number;
}

interface Tile extends Placed {
  column: number;
  row: number;
  short: string;
  base: string;
}

export interface MapData extends ChartData {
  picture: "map";
  points: MapPoint[];
  tiles: Tile[];
}

const BOX = 15; // pixels of a point
const NAMED = 2.2; // scale from which places say their names, where there is room
const MOST_ZOOM = 14;
const ASIDE = 560; // pixels of the stage's width from which points and tiles stand side by side

export class PlaceMap extends Chart<MapData> {
  private scale = 1;
  private middle: Point = { x: 0.5, y: 0.5 }; // of what is seen, as shares of the whole
  private readonly ground = svg("svg", { class: "ground", "aria-hidden": "true" });
  private readonly grid = svg("svg", { class: "tiles", "aria-hidden": "true" });

  constructor(parent: ParentNode, pick: (ids: string[]) => void) {
    super(parent, pick, "Map", [["Shift and an arrow key", "move the map"]]);
    this.stage.prepend(this.ground, this.grid);
    this.drag();
  }

  protected override draw(data: MapData): Drawn[] {
    const [width, height] = [this.stage.clientWidth, this.stage.clientHeight];
    const aside = width >= ASIDE;
    const share = aside && data.tiles.length ? 0.44 : 1;
    const size = aside ? { width: width * share, height } : { width, height: height * 0.55 };
    const rest = aside ? { width: width - size.width, height } : { width, height: height - size.height };
    const points = this.drawPoints(data.points, size.width, size.height);
    const corner = aside ? { x: size.width, y: 0 } : { x: 0, y: size.height };
    const tiles = this.drawTiles(data.tiles, rest.width, rest.height, corner);
    this.stage.setAttribute(
      "aria-label",
      `Map of ${data.points.length} places and ${data.tiles.length} police forces. Arrow keys move, Enter selects.`,
    );
    return [...points, ...tiles];
  }

  // Places

  private drawPoints(points: MapPoint[], width: number, height: number): Drawn[] {
    const put = this.frame(width, height);
    const path = OUTLINE.map((ring) => "M" + ring.map(([lon, lat]) => corner(put(projected(lon, lat)))).join("L") + "Z").join("");
    const true_ = points.map(({ longitude, latitude }) => put(projected(longitude, latitude)));
    const places = spread(true_, BOX + 2, width, height);
    const drawn = points.map((mark, i) => this.placed(mark, places[i]!));
    const lines = places.map(({ x, y }, i) => svg("line", { x1: true_[i]!.x, y1: true_[i]!.y, x2: x, y2: y, class: "leader" }));
    this.ground.setAttribute("width", String(width));
    this.ground.setAttribute("height", String(height));
    const names = this.scale < NAMED ? [] : this.names(points, places, width, height);
    this.ground.replaceChildren(svg("path", { d: path, class: "land" }), ...lines, ...names, ...drawn.map(({ shape }) => shape));
    return drawn;
  }

  /** Names of the places in sight, of those that would lie on another the first alone. */
  private names(points: MapPoint[], places: Point[], width: number, height: number): SVGElement[] {
    const taken: Box[] = places.map(({ x, y }) => box(x - BOX / 2, y, BOX));
    const found: SVGElement[] = [];
    points.forEach((mark, i) => {
      const { x, y } = places[i]!;
      if (x < 0 || y < 0 || x > width || y > height) return;
      const words = cut(mark.caption, 28);
      const long = words.length * 5.8;
      const free = [x + BOX / 2 + 3, x - BOX / 2 - 3 - long].find((left) => {
        const asked = box(left, y, long);
        return asked[0] > 0 && asked[2] < width && !taken.some((other, j) => j !== i && overlap(asked, other));
      });
      if (free === undefined) return;
      taken.push(box(free, y, long));
      found.push(svg("text", { x: free, y: y + 4, class: mark.dim ? "dim" : "" }, words));
    });
    return found;
  }

  /** From the projected degrees to pixels: at scale 1 the points fill the height. */
  private frame(width: number, height: number): (at: Point) => Point {
    const [least, most] = this.bounds();
    const fit = Math.min((width - 60) / (most.x - least.x), (height - 60) / (most.y - least.y)) * this.scale;
    const at = {
      x: least.x + this.middle.x * (most.x - least.x),
      y: least.y + this.middle.y * (most.y - least.y),
    };
    return ({ x, y }) => ({ x: width / 2 + (x - at.x) * fit, y: height / 2 + (y - at.y) * fit });
  }

  /** The box that holds every point, no smaller than a few counties. */
  private bounds(): [Point, Point] {
    const places = (this.data?.points ?? []).map(({ longitude, latitude }) => projected(longitude, latitude));
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const spans = ([low, high]: [number, number], least: number): [number, number] => {
      const more = Math.max(0, least - (high - low)) / 2;
      return [low - more, high + more];
    };
    const [left, right] = spans(xs.length ? [Math.min(...xs), Math.max(...xs)] : [-3, 2], 1.5);
    const [top, bottom] = spans(ys.length ? [Math.min(...ys), Math.max(...ys)] : [-56, -50], 2);
    return [{ x: left, y: top }, { x: right, y: bottom }];
  }

  private placed(mark: MapPoint, { x, y }: Point): Drawn {
    const { fill, ink } = stateColours(mark.colour, this.theme);
    const [left, top] = [x - BOX / 2, y - BOX / 2];
    const shape = svg(
      "g",
      { class: mark.dim ? "dim" : "" },
      svg("rect", { x: left - 2.5, y: top - 2.5, width: BOX + 5, height: BOX + 5, class: "edge" }),
      svg("rect", { x: left, y: top, width: BOX, height: BOX, fill, class: "box" }),
      svg("text", { x, y: y + 4, fill: ink, "text-anchor": "middle", class: "sign" }, mark.sign),
    );
    return { mark, at: { x, y }, shape };
  }

  // Forces

  private drawTiles(tiles: Tile[], width: number, height: number, corner: Point): Drawn[] {
    this.grid.setAttribute("width", String(Math.max(0, width)));
    this.grid.setAttribute("height", String(Math.max(0, height)));
    const [columns, rows] = [tiles.map(({ column }) => column), tiles.map(({ row }) => row)];
    const [left, top] = [Math.min(...columns), Math.min(...rows)];
    const across = Math.max(...columns) - left + 1;
    const down = Math.max(...rows) - top + 1;
    const size = { x: Math.min((width - 12) / across, 66), y: Math.min((height - 56) / down, 52) };
    const drawn = tiles.map((tile) => {
      const at = { x: (tile.column - left) * size.x + 6, y: (tile.row - top) * size.y + 46 };
      const shape = this.tile(tile, at, size);
      return { mark: tile, at: { x: corner.x + at.x + size.x / 2, y: corner.y + at.y + size.y / 2 }, shape };
    });
    this.grid.replaceChildren(...drawn.map(({ shape }) => shape));
    return drawn;
  }

  private tile(tile: Tile, { x, y }: Point, size: Point): SVGElement {
    const { fill, ink } = stateColours(tile.colour, this.theme);
    const [width, height] = [size.x - 3, size.y - 3];
    const text = (words: string, below: number, kind: string) =>
      svg("text", { x: x + width / 2, y: y + height * below, fill: ink, "text-anchor": "middle", class: kind }, words);
    const longest = Math.max(5, Math.floor(width / 5));
    const parts = [
      svg("rect", { x, y, width, height, fill, class: "box" }),
      text(cut(tile.short, longest), 0.36, "label"),
      text([tile.sign, tile.base].filter(Boolean).join(" "), 0.8, "base"),
      svg("rect", { x: x + 1, y: y + 1, width: width - 2, height: height - 2, class: "edge" }),
    ];
    const narrow = width < 52 ? "narrow" : "";
    return svg("g", { class: tile.dim ? `dim ${narrow}` : narrow }, ...parts);
  }

  // The view

  protected override zoom(factor: number, at?: Point): void {
    const { clientWidth: width, clientHeight: height } = this.ground as unknown as HTMLElement;
    const next = Math.min(Math.max(this.scale / factor, 1), MOST_ZOOM);
    const on = at && at.x < width && at.y < height ? at : this.attended()?.at;
    if (on && on.x < width && on.y < height) this.shift({ x: on.x - width / 2, y: on.y - height / 2 }, 1 / this.scale - 1 / next);
    this.scale = next;
    this.redraw();
  }

  protected override fit(): void {
    [this.scale, this.middle] = [1, { x: 0.5, y: 0.5 }];
    this.redraw();
  }

  protected override pan(x: number): void {
    this.shift({ x: x * 60, y: 0 }, 1 / this.scale);
    this.redraw();
  }

  protected override reveal({ at }: Drawn): void {
    const { clientWidth: width, clientHeight: height } = this.ground as unknown as HTMLElement;
    if (at.x >= 0 && at.y >= 0 && (at.x <= width || this.stage.clientWidth >= ASIDE) && at.y <= this.stage.clientHeight) return;
    this.shift({ x: at.x - width / 2, y: at.y - height / 2 }, 1 / this.scale);
    this.redraw();
  }

  /** Move what is seen by pixels, of which `share` counts: all of them at scale 1. */
  private shift({ x, y }: Point, share: number): void {
    const [least, most] = this.bounds();
    const { clientWidth: width, clientHeight: height } = this.ground as unknown as HTMLElement;
    const fit = Math.min((width - 60) / (most.x - least.x), (height - 60) / (most.y - least.y));
    const within = (value: number) => Math.min(Math.max(value, -0.2), 1.2);
    this.middle = {
      x: within(this.middle.x + (x * share) / fit / (most.x - least.x)),
      y: within(this.middle.y + (y * share) / fit / (most.y - least.y)),
    };
  }

  private drag(): void {
    let last: Point | null = null;
    this.ground.addEventListener("pointerdown", ({ button, target, clientX, clientY }) => {
      if (button === 0 && !(target as Element).closest("[data-mark]")) last = { x: clientX, y: clientY };
    });
    this.ground.addEventListener("pointermove", ({ clientX, clientY }) => {
      if (!last) return;
      this.shift({ x: last.x - clientX, y: last.y - clientY }, 1 / this.scale);
      last = { x: clientX, y: clientY };
      this.redraw();
    });
    for (const end of ["pointerup", "pointerleave", "pointercancel"]) this.ground.addEventListener(end, () => (last = null));
  }
}

type Box = [left: number, top: number, right: number, bottom: number];

/** A box one line high about a height. */
function box(left: number, middle: number, width: number): Box {
  return [left, middle - BOX / 2, left + width, middle + BOX / 2];
}

function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function corner({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
