// The timeline: one axis of years, and below it a lane for each theme or place with a mark for all that has a time.

import { rows, ticks } from "./timeline-axis";
import { Chart, type ChartData, type Drawn, type Marked } from "./chart";
import type { Point, Shape } from "./scene";
import { kindShape, stateColours, svg } from "./svg";
import { cut } from "./text";

interface TimelineMark extends Marked {
  start: number;
  end: number;
  years: boolean; // a period; else a date
  open: "" | "start" | "end"; // the end of a period that is not known
  loose: boolean; // known as the period under review alone
  colour: string;
  shape: Shape;
  sign: string; // of an outcome; a kind without one has its shape
}

export interface TimelineData extends ChartData {
  picture: "timeline";
  first: number;
  last: number;
  lanes: { id: string; name: string; marks: TimelineMark[] }[];
}

const AXIS = 28; // pixels of the axis's height
const MARGIN = 12; // pixels left and right of the axis
const TITLE = 26; // pixels of a lane's name
const ROW = 17;
const BAR = 13;
const NAMED = 60; // marks up to which each says its name beside itself
const CHARACTER = 5.9; // pixels of a character of a label, at most
const CLOSEST = 0.25; // years that fill the axis when it is zoomed in most
const DRAGGED = 4; // pixels from which a press is a drag

export class Timeline extends Chart<TimelineData> {
  private from = 0;
  private to = 0;
  private axis = svg("svg", { class: "axis", height: AXIS, "aria-hidden": "true" });
  private lanes = svg("svg", { class: "lanes", "aria-hidden": "true" });

  constructor(parent: ParentNode, pick: (ids: string[]) => void) {
    super(parent, pick, "Timeline", [["Shift and an arrow key", "move the axis"]]);
    this.stage.prepend(this.axis, this.lanes);
    this.drag();
  }

  override update(data: TimelineData): void {
    const before = this.data;
    if (before?.first !== data.first || before.last !== data.last) [this.from, this.to] = [data.first, data.last];
    super.update(data);
  }

  protected override draw(data: TimelineData): Drawn[] {
    const width = this.stage.clientWidth;
    const drawn: Drawn[] = [];
    const parts: SVGElement[] = [];
    let top = 4;
    const named = data.lanes.reduce((sum, lane) => sum + lane.marks.length, 0) <= NAMED;
    for (const lane of data.lanes) {
      const inside = lane.marks.filter(({ start, end }) => end > this.from && start < this.to);
      const words = `${cut(lane.name, 80)} `;
      const count = svg("tspan", { class: "quiet" }, this.counted(lane.marks, inside));
      parts.push(svg("line", { x1: 0, x2: width, y1: top, y2: top, class: "rule" }));
      parts.push(svg("text", { x: MARGIN, y: top + 17, class: "lane" }, words, count));
      const put = rows(inside.map((mark) => this.stretch(mark, named)));
      inside.forEach((mark, i) => drawn.push(this.mark(mark, top + TITLE + put[i]! * ROW, named)));
      top += TITLE + (Math.max(-1, ...put) + 1) * ROW + 8;
    }
    const grid = ticks(this.from, this.to, width).map(({ at }) =>
      svg("line", { x1: this.x(at), x2: this.x(at), y1: 0, y2: top, class: "grid" }),
    );
    this.lanes.setAttribute("height", String(top));
    this.stage.style.height = `${Math.min(data.height, top + AXIS + 4)}px`;
    this.lanes.replaceChildren(...grid, ...parts, ...drawn.map(({ shape }) => shape));
    this.drawAxis(width);
    this.stage.setAttribute("aria-label", this.told(drawn.length));
    return drawn;
  }

  private counted(all: TimelineMark[], inside: TimelineMark[]): string {
    const number = (marks: TimelineMark[]) => new Set(marks.flatMap(({ ids }) => ids)).size;
    const [every, seen] = [number(all), number(inside)];
    return every === seen ? every.toLocaleString("en-GB") : `${seen.toLocaleString("en-GB")} of ${every.toLocaleString("en-GB")}`;
  }

  private told(marks: number): string {
    const years = `${Math.floor(this.from + 1e-6)} to ${Math.ceil(this.to - 1e-6) - 1}`;
    return `Timeline, ${years}: ${marks.toLocaleString("en-GB")} marks. Arrow keys move, Enter selects.`;
  }

  private drawAxis(width: number): void {
    const words = ticks(this.from, this.to, width).map(({ at, words }) =>
      svg("text", { x: Math.min(Math.max(this.x(at), 18), width - 18), y: 18, "text-anchor": "middle" }, words),
    );
    this.axis.replaceChildren(...words);
  }

  private x(year: number): number {
    const width = this.stage.clientWidth - 2 * MARGIN;
    return MARGIN + ((year - this.from) / (this.to - this.from || 1)) * width;
  }

  private year(x: number): number {
    const width = this.stage.clientWidth - 2 * MARGIN;
    return this.from + ((x - MARGIN) / (width || 1)) * (this.to - this.from);
  }

  /** From where to where a mark is drawn: no shorter than its sign, and no further than the stage. */
  private ends(mark: TimelineMark): [number, number] {
    const [left, right] = [this.x(Math.max(mark.start, this.from)), this.x(Math.min(mark.end, this.to))];
    if (mark.years) return [left, Math.max(right - 1, left + BAR)];
    const middle = (left + right) / 2;
    return right - left > BAR ? [left, right] : [middle - BAR / 2, middle + BAR / 2];
  }

  private label(mark: TimelineMark, named: boolean): string {
    return named ? cut(mark.caption, 44) : mark.ids.length > 1 ? mark.ids.length.toLocaleString("en-GB") : "";
  }

  /** Where the label of a mark stands: in its bar if it is a number that fits, else after it, or before it at the edge. */
  private beside(mark: TimelineMark, named: boolean): { label: string; where: "in" | "after" | "before"; room: number } {
    const [left, right] = this.ends(mark);
    const label = this.label(mark, named);
    const room = label ? label.length * CHARACTER + 5 : 0;
    if (!named && mark.years && right - left > BAR + room) return { label, where: "in", room: 0 };
    const after = right + room < this.stage.clientWidth || left < room;
    return { label, where: after ? "after" : "before", room };
  }

  private stretch(mark: TimelineMark, named: boolean): [number, number] {
    const [left, right] = this.ends(mark);
    const { where, room } = this.beside(mark, named);
    return where === "before" ? [left - room, right + 3] : [left, right + 3 + room];
  }

  private mark(mark: TimelineMark, top: number, named: boolean): Drawn {
    const [left, right] = this.ends(mark);
    const at = { x: Math.min(left + BAR / 2, right), y: top + BAR / 2 + AXIS };
    const parts = mark.years ? this.bar(mark, left, right, top) : this.date(mark, left, right, top);
    const { label, where } = this.beside(mark, named);
    if (label) {
      const { ink } = stateColours(mark.colour, this.theme);
      const place = {
        in: { x: left + BAR + 2, fill: ink },
        after: { x: right + 4 },
        before: { x: left - 4, "text-anchor": "end" },
      }[where];
      parts.push(svg("text", { y: top + BAR - 2.5, class: "label", ...place }, label));
    }
    const edge = svg("rect", { x: left - 2, y: top - 2, width: right - left + 4, height: BAR + 4, class: "edge" });
    return { mark, at, shape: svg("g", {}, edge, ...parts) };
  }

  /** A period; with a broken outline where it is the period under review, and an arrow at an end that is not known. */
  private bar(mark: TimelineMark, left: number, right: number, top: number): SVGElement[] {
    const { fill, ink } = stateColours(mark.colour, this.theme);
    const size = { x: left, y: top, width: right - left, height: BAR };
    const outline = { stroke: this.theme.text, "stroke-width": mark.loose ? 1 : 0.75, "stroke-dasharray": mark.loose ? "2 2" : "none" };
    const bar = svg("rect", { ...size, fill, ...outline });
    const sign = svg("text", { x: left + BAR / 2, y: top + BAR - 3, "text-anchor": "middle", fill: ink, class: "sign" }, mark.sign);
    const tip = mark.open === "end" ? `M${right} ${top}l5 ${BAR / 2}l-5 ${BAR / 2}` : `M${left} ${top}l-5 ${BAR / 2}l5 ${BAR / 2}`;
    const arrow = mark.open ? [svg("path", { d: tip, fill: "none", stroke: this.theme.text })] : [];
    return [bar, sign, ...arrow];
  }

  /** A date, with a line as long as it is inexact. */
  private date(mark: TimelineMark, left: number, right: number, top: number): SVGElement[] {
    const [middle, y] = [(left + right) / 2, top + BAR / 2];
    const line = svg("line", { x1: left, x2: right, y1: y, y2: y, stroke: this.theme.quiet });
    return [line, kindShape(mark.shape, middle, y, 5.5, mark.colour, this.theme)];
  }

  // The view

  protected override zoom(factor: number, at?: Point): void {
    const middle = at ?? this.attended()?.at;
    const year = middle ? this.year(middle.x) : (this.from + this.to) / 2;
    const span = Math.min(Math.max((this.to - this.from) * factor, CLOSEST), this.whole());
    const share = (year - this.from) / (this.to - this.from || 1);
    this.look(year - share * span, span);
  }

  protected override fit(): void {
    if (this.data) this.look(this.data.first, this.whole());
  }

  protected override pan(by: number): void {
    const span = this.to - this.from;
    this.look(this.from + (by * span) / 5, span);
  }

  protected override reveal({ at }: Drawn): void {
    const { stage } = this;
    if (at.y - AXIS - 20 < stage.scrollTop) stage.scrollTop = at.y - AXIS - 40;
    else if (at.y + 30 > stage.scrollTop + stage.clientHeight) stage.scrollTop = at.y + 60 - stage.clientHeight;
  }

  private whole(): number {
    return this.data ? this.data.last - this.data.first : 0;
  }

  private look(from: number, span: number): void {
    if (!this.data || !span) return;
    this.from = Math.min(Math.max(from, this.data.first), this.data.last - span);
    this.to = this.from + span;
    this.redraw();
  }

  /** Drawing the ground to a side moves the axis. */
  private drag(): void {
    let start: { x: number; from: number } | null = null;
    this.stage.addEventListener("pointerdown", (event) => {
      if (event.button === 0 && !(event.target as Element).closest("[data-mark], button")) start = { x: event.clientX, from: this.from };
    });
    this.stage.addEventListener("pointermove", (event) => {
      if (!start || Math.abs(event.clientX - start.x) < DRAGGED) return;
      const span = this.to - this.from;
      this.look(start.from - ((event.clientX - start.x) / this.stage.clientWidth) * span, span);
    });
    for (const end of ["pointerup", "pointerleave", "pointercancel"]) this.stage.addEventListener(end, () => (start = null));
  }
}
