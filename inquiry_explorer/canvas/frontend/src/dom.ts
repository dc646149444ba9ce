// The few helpers with which the parts around the canvas are made. Text goes in by textContent, never as markup.

import type { LegendItem } from "./scene";
import { polygon } from "./shapes";

type Attributes = Record<string, string>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function drawing(size: number, ...shapes: [tag: string, attributes: Attributes][]): SVGSVGElement {
  const make = (tag: string, attributes: Attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const box = { viewBox: `0 0 ${size} ${size}`, width: `${size}`, height: `${size}`, "aria-hidden": "true" };
  const svg = make("svg", { ...box, focusable: "false" }) as SVGSVGElement;
  svg.append(...shapes.map(([tag, attributes]) => make(tag, attributes)));
  return svg;
}

/** The sign of a kind in the legend: the same shape as on the canvas, or a line. */
export function sign({ shape, colour }: Pick<LegendItem, "shape" | "colour">): SVGSVGElement {
  if (shape === "line" || shape === "dashed") {
    const dashes: Attributes = shape === "dashed" ? { "stroke-dasharray": "4 3" } : {};
    return drawing(14, ["line", { x1: "0", y1: "7", x2: "14", y2: "7", stroke: colour, "stroke-width": "2", ...dashes }]);
  }
  if (shape === "circle") return drawing(14, ["circle", { cx: "7", cy: "7", r: "5", fill: colour }]);
  return drawing(14, ["polygon", { points: polygon(shape, 5.5, { x: 7, y: 7 }), fill: colour }]);
}
