// What stands around the canvas: buttons, legend, tooltip, and the list for those who do not see the picture.

import { onGround, type Theme } from "./colour";
import { drawing, element, sign } from "./dom";
import type { LegendItem, Point, Scene, SceneNode } from "./scene";
import { cut } from "./text";

export const KEYS: readonly (readonly [key: string, does: string])[] = [
  ["Arrow keys", "go to the nearest node in that direction"],
  ["Page down, page up", "go to the next or previous node by name"],
  ["Enter", "select the node, or let it go; with Shift, beside what is selected"],
  ["a", "select all that is shown"],
  ["p", "pin the node where it is, or let it move again"],
  ["e", "expand the node: show its hidden neighbours"],
  ["h", "hide the node from the view"],
  ["+ and -", "zoom in and out"],
  ["0", "fit everything into view"],
  ["f", "full screen, and back"],
  ["/", "go to the box that finds nodes, where there is one"],
  ["Ctrl Z, Ctrl Shift Z", "undo and redo a step, where the page keeps steps"],
  ["Escape", "let the selection go, or close what is open"],
  ["?", "show this list, or close it"],
  ["Shift and drag", "select an area with the mouse"],
];

const LISTED = 1000;
const STROKE = { fill: "none", stroke: "currentColor", "stroke-width": "1.5", "stroke-linecap": "round" };
const path = (d: string): [string, Record<string, string>] => ["path", { d, ...STROKE }];

const ICONS: Record<string, [string, Record<string, string>][]> = {
  in: [path("M8 3v10M3 8h10")],
  out: [path("M3 8h10")],
  fit: [path("M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4")],
  arrange: [path("M13.2 6A5.5 5.5 0 1 0 13.5 9M13.5 2.5V6H10")],
  area: [path("M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3"), path("M6.5 6.5l5 2-2.2.8-.8 2.2z")],
  picture: [path("M8 2v8M5 7l3 3 3-3M3 13.5h10")],
  full: [path("M9.5 6.5 14 2M10.5 2H14v3.5M6.5 9.5 2 14M5.5 14H2v-3.5")],
  keys: [path("M2 4h12v8H2zM4.5 6.7h.01M7 6.7h.01M9.5 6.7h.01M12 6.7h.01M5 9.5h6")],
};

export interface Button {
  icon: keyof typeof ICONS;
  words: string;
  act: (button: HTMLButtonElement) => void;
  opens?: boolean; // a panel below the buttons
}

export function toolbar(buttons: Button[]): HTMLElement {
  const bar = element("div", { class: "toolbar", role: "toolbar", "aria-label": "View" });
  for (const { icon, words, act, opens } of buttons) {
    const button = element("button", { type: "button", "aria-label": words, title: words }, drawing(16, ...ICONS[icon]!));
    if (opens) button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => act(button));
    bar.append(button);
  }
  return bar;
}

export function keyList(): HTMLElement {
  const list = element("dl", { class: "keys" });
  list.hidden = true;
  for (const [key, does] of KEYS) list.append(element("dt", {}, key), element("dd", {}, does));
  return list;
}

/** One switch for each kind that the scene holds, with its sign, its words and how many there are. */
export function legend(
  into: HTMLElement,
  scene: Scene,
  theme: Theme,
  off: ReadonlySet<string>,
  toggle: (kind: string) => void,
): void {
  const counts = new Map<string, number>();
  for (const { kind } of [...scene.nodes, ...scene.links]) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const buttons = scene.legend.map((item: LegendItem) => {
    const shown = item.shown && !off.has(item.kind);
    const button = element("button", { type: "button", "aria-pressed": String(shown), "data-kind": item.kind });
    const held = item.count ?? counts.get(item.kind) ?? 0;
    const count = element("span", { class: "count" }, held.toLocaleString("en-GB"));
    button.dataset["count"] = String(held);
    button.append(sign({ ...item, colour: onGround(item.colour, theme) }), cut(item.words, 60), count);
    button.title = shown ? "Shown: press to hide" : "Hidden: press to show";
    button.addEventListener("click", () => toggle(item.kind));
    return button;
  });
  const focused = into.querySelector<HTMLElement>("button:focus")?.dataset["kind"];
  into.replaceChildren(...buttons);
  into.hidden = buttons.length === 0;
  buttons.find((button) => button.dataset["kind"] === focused)?.focus();
}

/** What a node is, in one line, for the list and the live region. */
export function described(node: SceneNode, words: ReadonlyMap<string, string>): string {
  const parts = [cut(node.caption, 120), node.words || (words.get(node.kind) ?? node.kind)];
  if (node.state) parts.push(node.state);
  if (node.members) parts.push(`a group of ${node.members} nodes`);
  if (node.badge) parts.push(`${node.badge} hidden neighbours`);
  return parts.join(", ");
}

/** The nodes as buttons, for screen readers; `data-at` is the node's place in the graph. */
export function nodeList(
  into: HTMLElement,
  nodes: SceneNode[],
  words: ReadonlyMap<string, string>,
  place: (id: string) => Point,
): void {
  const items = nodes.slice(0, LISTED).map((node) => {
    const { x, y } = place(node.id);
    const about = { type: "button", tabindex: "-1", "data-node": node.id, "data-at": `${x.toFixed(1)},${y.toFixed(1)}` };
    return element("li", {}, element("button", about, described(node, words)));
  });
  const more = nodes.length - LISTED;
  if (more > 0) items.push(element("li", {}, `${more.toLocaleString("en-GB")} more nodes: see the table.`));
  const focused = into.querySelector<HTMLElement>("button:focus")?.dataset["node"];
  into.replaceChildren(...items);
  if (focused) into.querySelector<HTMLElement>(`[data-node="${CSS.escape(focused)}"]`)?.focus();
}

export class Tooltip {
  readonly element = element("div", { class: "tooltip", role: "presentation" });

  constructor() {
    this.hide();
  }

  show(title: string, lines: string[], { x, y }: Point, width: number): void {
    const paragraphs = lines.slice(0, 8).map((line) => element("p", {}, cut(line, 300)));
    this.element.replaceChildren(element("strong", {}, cut(title, 300)), ...paragraphs);
    this.element.hidden = false;
    const right = x > width / 2;
    this.element.style.left = right ? "auto" : `${x + 16}px`;
    this.element.style.right = right ? `${width - x + 16}px` : "auto";
    this.element.style.top = `${Math.max(y - 12, 8)}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
