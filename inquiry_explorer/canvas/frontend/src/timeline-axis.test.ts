// The timeline's arithmetic, tried by itself.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { rows, ticks } from "./timeline-axis";

test("an axis names years that are round, and no more than there is room for", () => {
  deepEqual(ticks(1989, 2027, 720).map(({ words }) => words), ["1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]);
  deepEqual(ticks(2014, 2016, 300).map(({ words }) => words), ["2014", "2015", "2016"]);
});

test("an axis that is zoomed in names months, and a January by its year", () => {
  deepEqual(ticks(2014.5, 2015.1, 640).map(({ words }) => words), ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "2015", "Feb"]);
});

test("what overlaps stands in rows of its own, and what does not shares one", () => {
  deepEqual(rows([[0, 10], [5, 12], [10, 20], [13, 15]]), [0, 1, 0, 1]);
  equal(rows([]).length, 0);
});
