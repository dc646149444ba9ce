// The words of the columns, or the years, along the lower edge of the stage: they stay there while the picture moves.

import type Sigma from "sigma";
import type { Theme } from "./colour";
import type { Drawing } from "./drawing";
import type { Head } from "./picture";
import { cut } from "./text";

export const AXIS = 24; // pixels
const GAP = 10; // between two words
const LEAST = 44; // pixels within which a longer word is cut rather than left out

/** As much of the words as fits into so many pixels. */
function fitted(context: Drawing, words: string, width: number): string {
  for (let length = words.length; length > 2; length--) {
    const text = cut(words, length);
    if (context.measureText(text).width <= width) return text;
  }
  return "";
}

export function drawHeads(context: Drawing, sigma: Sigma, heads: readonly Head[], theme: Theme): void {
  const { width, height } = sigma.getDimensions();
  context.fillStyle = theme.ground;
  context.fillRect(0, height - AXIS, width, AXIS);
  context.font = `600 12px ${theme.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = theme.text;
  const all = heads.map(({ x, words }) => ({ words, at: sigma.graphToViewport({ x, y: 0 }).x })).sort((a, b) => a.at - b.at);
  let end = 0;
  all.forEach(({ words, at }, i) => {
    const next = all[i + 1]?.at ?? width + (width - at);
    const half = Math.min(at - Math.max(end, 0), Math.max((next - at) / 2, LEAST / 2)) - GAP / 2;
    if (half < 12 || at > width) return;
    const text = fitted(context, words, 2 * half);
    if (!text) return;
    context.fillText(text, at, height - AXIS / 2);
    end = at + context.measureText(text).width / 2 + GAP / 2;
  });
}
