// A timeline or a map as an SVG file that stands by itself: what the page's style says is written into it.

import { element } from "./dom";
import { svg } from "./svg";
import { visible } from "./text";

const STYLE = ["fill", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity", "font-size", "font-weight"];
const LINE = 16; // pixels of a line below the picture
const CHARACTER = 5.6; // pixels of a character there, at most

/** The drawings of a stage side by side as they stand there, on its ground, with lines below that say what they are. */
export function saveChart(stage: HTMLElement, name: string, told: string[]): void {
  const style = getComputedStyle(stage);
  const parts = [...stage.querySelectorAll<SVGSVGElement>(":scope > svg")].map((part) => placed(part, stage));
  const width = Math.max(...parts.map(({ right }) => right));
  const foot = Math.max(...parts.map(({ bottom }) => bottom));
  const lines = told.flatMap((line) => wrapped(line, (width - 24) / CHARACTER));
  const height = foot + (lines.length + 1) * LINE;
  const ground = getComputedStyle(stage.parentElement ?? stage).backgroundColor;
  const fonts = `${style.fontFamily.replace(/,\s*sans-serif\s*$/, "")}, Arial, Helvetica, sans-serif`;
  const page = svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": fonts },
    svg("rect", { width, height, fill: ground }),
    ...parts.map(({ drawn }) => drawn),
    ...lines.map((line, i) => svg("text", { x: 12, y: foot + (i + 1) * LINE, "font-size": "11px", fill: style.color }, line)),
  );
  const file = new Blob([new XMLSerializer().serializeToString(page)], { type: "image/svg+xml" });
  const address = URL.createObjectURL(file);
  element("a", { href: address, download: `${name}.svg` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function placed(part: SVGSVGElement, stage: HTMLElement): { drawn: SVGElement; right: number; bottom: number } {
  const { width, height } = part.getBoundingClientRect();
  const { x, y } = inStage(part, stage);
  const drawn = styled(part) as SVGElement;
  for (const [key, value] of Object.entries({ x, y, width, height })) drawn.setAttribute(key, String(value));
  for (const edge of drawn.querySelectorAll(".edge:not(.chosen .edge)")) edge.remove();
  return { drawn, right: x + width, bottom: y + height };
}

/** Where a drawing stands in its stage, however far that is scrolled; what sticks to the top stands there. */
function inStage(part: SVGSVGElement, stage: HTMLElement): { x: number; y: number } {
  const [inner, outer] = [part.getBoundingClientRect(), stage.getBoundingClientRect()];
  const scrolled = getComputedStyle(part).position === "sticky" ? 0 : stage.scrollTop;
  return { x: inner.left - outer.left, y: inner.top - outer.top + scrolled };
}

/** A copy of a drawing with its computed style as attributes. */
function styled(part: Element): Element {
  const copy = part.cloneNode(false) as Element;
  const computed = getComputedStyle(part);
  for (const name of STYLE) copy.setAttribute(name, computed.getPropertyValue(name));
  copy.removeAttribute("aria-hidden");
  for (const child of part.childNodes) copy.append(child instanceof Element ? styled(child) : child.cloneNode());
  return copy;
}

function wrapped(text: string, most: number): string[] {
  const lines = [""];
  for (const word of visible(text).split(" ")) {
    if (lines.at(-1)!.length + word.length > most) lines.push("");
    lines[lines.length - 1] = `${lines.at(-1)!} ${word}`.trim();
  }
  return lines;
}
