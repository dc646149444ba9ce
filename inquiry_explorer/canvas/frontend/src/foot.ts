// What a saved picture says of itself below the graph: the legend, and when and from what it was drawn.

import { onGround, type Theme } from "./colour";
import type { Drawing } from "./drawing";
import type { LegendItem, Point, Shape } from "./scene";
import { corners } from "./shapes";
import { cut } from "./text";

const LINE = 22; // pixels
const SIGN = 20; // from the left of a sign to its words
const BETWEEN = 18;
const EDGE = 8;

interface Placed {
  item: LegendItem;
  words: string;
  at: Point;
}

export interface Foot {
  height: number;
  placed: Placed[];
  lines: string[];
}

/** Where the legend's lines go below a picture of that width. */
export function footOf(drawing: Drawing, legend: LegendItem[], lines: string[], width: number, theme: Theme): Foot {
  drawing.font = `400 12px ${theme.font}`;
  const placed: Placed[] = [];
  let [x, y] = [EDGE, LINE];
  for (const item of legend.filter(({ shown }) => shown)) {
    const count = item.count === null ? "" : ` ${item.count.toLocaleString("en-GB")}`;
    const words = cut(item.words, 60) + count;
    const wide = SIGN + drawing.measureText(words).width + BETWEEN;
    if (x > EDGE && x + wide > width) [x, y] = [EDGE, y + LINE];
    placed.push({ item, words, at: { x, y } });
    x += wide;
  }
  const height = (placed.length ? y + LINE / 2 : LINE / 2) + lines.length * LINE;
  return { height, placed, lines: lines.map((line) => cut(line, 200)) };
}

export function drawFoot(drawing: Drawing, { placed, lines, height }: Foot, top: number, theme: Theme): void {
  drawing.textAlign = "left";
  drawing.textBaseline = "middle";
  for (const { item, words, at } of placed) {
    drawSign(drawing, item, { x: at.x + 7, y: top + at.y }, theme);
    drawing.font = `400 12px ${theme.font}`;
    drawing.fillStyle = theme.text;
    drawing.fillText(words, at.x + SIGN, top + at.y);
  }
  drawing.font = `400 12px ${theme.font}`;
  drawing.fillStyle = theme.quiet;
  lines.forEach((line, i) => drawing.fillText(line, EDGE, top + height - (lines.length - i - 0.5) * LINE));
}

function drawSign(drawing: Drawing, { shape, colour }: LegendItem, middle: Point, theme: Theme): void {
  const seen = onGround(colour, theme);
  if (shape !== "line" && shape !== "dashed") return drawShape(drawing, shape, middle, 5.5, seen);
  const pieces = shape === "line" ? [[-7, 7]] : [[-7, -3], [0, 4]];
  drawing.beginPath();
  for (const [from, to] of pieces) {
    drawing.moveTo(middle.x + from!, middle.y);
    drawing.lineTo(middle.x + to!, middle.y);
  }
  drawing.lineWidth = 2;
  drawing.strokeStyle = seen;
  drawing.stroke();
}

export function drawShape(drawing: Drawing, shape: Shape, middle: Point, radius: number, colour: string): void {
  drawing.beginPath();
  if (shape === "circle") drawing.arc(middle.x, middle.y, radius, 0, 2 * Math.PI);
  corners(shape, middle, radius).forEach(({ x, y }, i) => (i ? drawing.lineTo(x, y) : drawing.moveTo(x, y)));
  drawing.fillStyle = colour;
  drawing.fill();
}
