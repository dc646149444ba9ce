// Shapes of the timeline and the map: states as a coloured box with their sign, kinds by the shape that the canvas has.

import { mix, onGround, type Theme } from "./colour";
import type { Shape } from "./scene";
import { polygon } from "./shapes";

type Attributes = Record<string, string | number>;

export function svg(tag: string, attributes: Attributes = {}, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, typeof value === "number" ? String(Math.round(value * 10) / 10) : value);
  }
  made.append(...children);
  return made;
}

/** From 0 (black) to 1 (white), as the eye sees it; `colour` is #rrggbb. */
function lightness(colour: string): number {
  const value = parseInt(colour.slice(1), 16);
  return (0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255)) / 255;
}

/** A state's colour and that of its sign on this ground: what is pale on a light ground is dim on a dark one. */
export function stateColours(colour: string, theme: Theme): { fill: string; ink: string } {
  const light = lightness(colour);
  if (theme.dark && light > 0.55) return { fill: mix(colour, theme.ground, light > 0.8 ? 0.88 : 0.7), ink: colour };
  return { fill: colour, ink: light > 0.55 ? "#14181d" : "#ffffff" };
}

/** A kind's shape around a point. */
export function kindShape(shape: Shape, x: number, y: number, radius: number, colour: string, theme: Theme): SVGElement {
  const fill = onGround(colour, theme);
  if (shape === "circle") return svg("circle", { cx: x, cy: y, r: radius, fill });
  return svg("polygon", { points: polygon(shape, radius), transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, fill });
}
