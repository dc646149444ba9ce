// The shapes of kinds of node: regular polygons, and the circle.

import type { Point, Shape } from "./scene";

/** Sides (0: a circle), direction of a corner in radians, and apothem for a size of 1, chosen so that shapes look equally big. */
export const SHAPES: Record<Shape, readonly [sides: number, turn: number, apothem: number]> = {
  circle: [0, 0, 1],
  square: [4, Math.PI / 4, 0.88],
  diamond: [4, 0, 0.86],
  triangle: [3, Math.PI / 2, 0.66],
  pentagon: [5, Math.PI / 2, 0.9],
  hexagon: [6, 0, 0.94],
};

/** The corners of a shape; none for a circle. */
export function corners(shape: Shape, middle: Point, radius: number): Point[] {
  const [sides, turn, apothem] = SHAPES[shape];
  const reach = (radius * apothem) / Math.cos(Math.PI / sides);
  return Array.from({ length: sides }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / sides;
    return { x: middle.x + reach * Math.cos(angle), y: middle.y - reach * Math.sin(angle) };
  });
}

/** The corners as an SVG polygon wants them. */
export function polygon(shape: Shape, radius: number, middle: Point = { x: 0, y: 0 }): string {
  return corners(shape, middle, radius).map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" ");
}
