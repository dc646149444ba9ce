// Where things stand on the map: an equal-area projection, and room for points that would lie on each other.

import type { Point } from "./scene";

const MIDDLE = -3.2; // degrees east: the meridian that stands upright
const TURNS = 80;

/** Sinusoidal: areas stay true, and on islands of this size shapes nearly so. Degrees, y downwards. */
export function projected(longitude: number, latitude: number): Point {
  return { x: (longitude - MIDDLE) * Math.cos((latitude * Math.PI) / 180), y: -latitude };
}

/** The same points, moved as little as keeps any two `apart` (as squares); those outside the picture stay. */
export function spread(points: readonly Point[], apart: number, width: number, height: number): Point[] {
  const moved = points.map((point) => ({ ...point }));
  const near = moved.filter(({ x, y }) => x > -apart && y > -apart && x < width + apart && y < height + apart);
  for (let turn = 0; turn < TURNS; turn++) {
    let still = true;
    for (let i = 0; i < near.length; i++) {
      for (let j = 0; j < i; j++) still = !parted(near[i]!, near[j]!, apart, i) && still;
    }
    if (still) break;
  }
  return moved;
}

/** Part two points along the way that needs less; false if they are apart already. */
function parted(one: Point, other: Point, apart: number, order: number): boolean {
  const [dx, dy] = [one.x - other.x, one.y - other.y];
  const [moreX, moreY] = [apart - Math.abs(dx), apart - Math.abs(dy)];
  if (moreX <= 0.5 || moreY <= 0.5) return false;
  const side = (delta: number) => (delta === 0 ? (order % 2 ? 1 : -1) : Math.sign(delta));
  if (moreX < moreY) {
    one.x += (side(dx) * moreX) / 2;
    other.x -= (side(dx) * moreX) / 2;
  } else {
    one.y += (side(dy) * moreY) / 2;
    other.y -= (side(dy) * moreY) / 2;
  }
  return true;
}
