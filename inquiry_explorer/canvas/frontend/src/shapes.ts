// The shapes of kinds of node: regular polygons, and the circle.

import type { Shape } from "./scene";

/** Sides (0: a circle), direction of a corner in radians, and apothem for a size of 1, chosen so that shapes look equally big. */
export const SHAPES: Record<Shape, readonly [sides: number, turn: number, apothem: number]> = {
  circle: [0, 0, 1],
  square: [4, Math.PI / 4, 0.88],
  diamond: [4, 0, 0.86],
  triangle: [3, Math.PI / 2, 0.66],
  pentagon: [5, Math.PI / 2, 0.9],
  hexagon: [6, 0, 0.94],
};

/** The corners of a shape that has some, around the origin, as an SVG polygon wants them. */
export function polygon(shape: Shape, radius: number): string {
  const [sides, turn, apothem] = SHAPES[shape];
  const reach = (radius * apothem) / Math.cos(Math.PI / sides);
  const corner = (angle: number) => `${(reach * Math.cos(angle)).toFixed(2)},${(-reach * Math.sin(angle)).toFixed(2)}`;
  return Array.from({ length: sides }, (_, i) => corner(turn + (i * 2 * Math.PI) / sides)).join(" ");
}
