// The arithmetic of the timeline: which years stand on the axis, and how marks are put in rows so that none overlap.

const STEPS = [1 / 12, 1 / 4, 1, 2, 5, 10, 20, 50];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export interface Tick {
  at: number;
  words: string;
}

/** Ticks from `from` to `to` (years with fractions), at most one for each `room` of a `width`. */
export function ticks(from: number, to: number, width: number, room = 64): Tick[] {
  const most = Math.max(2, width / room);
  const step = STEPS.find((each) => (to - from) / each <= most) ?? 100;
  const found: Tick[] = [];
  for (let i = Math.ceil(from / step - 1e-6); i * step <= to + 1e-6; i++) {
    const at = i * step;
    const year = Math.floor(at + 1e-6);
    const month = Math.round((at - year) * 12);
    found.push({ at, words: month === 0 ? String(year) : (MONTHS[month] ?? "") });
  }
  return found;
}

/** The row of each of these stretches, in the order given: the first in which it overlaps no other. */
export function rows(stretches: readonly (readonly [from: number, to: number])[]): number[] {
  const ends: number[] = [];
  return stretches.map(([from, to]) => {
    const free = ends.findIndex((end) => end <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = to;
    return row;
  });
}
