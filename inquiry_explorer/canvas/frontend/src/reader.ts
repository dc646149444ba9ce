// The reader's mouse, touch and keys, turned into what the canvas can do.

import type Sigma from "sigma";
import { linkAt } from "./pick";
import type { Deed, Point } from "./scene";

const POINTED_LINKS = 10_000; // with more links than this, a link answers to a click alone

export interface Deeds {
  hover: (node: string | null, link: string | null, at: Point) => void;
  toggle: (id: string, among: boolean) => void;
  select: (ids: string[]) => void;
  all: () => void;
  drew: () => boolean; // an area was just chosen
  escape: () => void;
  act: (what: Deed, id: string) => void;
  seek: () => void;
  drag: (id: string, to: Point) => void;
  dropped: () => void;
  pin: (id: string) => void;
  goTo: (id: string | null) => void;
  walk: (direction: Point) => void;
  step: (by: number) => void;
  zoom: (factor: number) => void;
  fit: () => void;
  fullScreen: () => void;
  keys: () => void;
  at: () => string | null; // the node that keys are about
}

export function hearMouse(sigma: Sigma, stage: HTMLElement, deeds: Deeds): void {
  let dragged: { id: string; moved: boolean } | null = null;
  let over: string | null = null;
  let overLink: string | null = null;
  sigma.on("enterNode", ({ node, event }) => {
    [over, overLink] = [node, null];
    if (!dragged) deeds.hover(node, null, event);
  });
  sigma.on("leaveNode", ({ event }) => {
    over = null;
    if (!dragged) deeds.hover(null, null, event);
  });
  sigma.getMouseCaptor().on("mousemove", (event) => {
    if (over || dragged || sigma.getGraph().size > POINTED_LINKS) return;
    const link = linkAt(sigma, event);
    if (link === overLink) return;
    overLink = link;
    deeds.hover(null, link, event);
  });
  stage.addEventListener("mouseleave", () => {
    [over, overLink] = [null, null];
    if (!dragged) deeds.hover(null, null, { x: 0, y: 0 });
  });
  sigma.on("clickNode", ({ node, event }) => {
    const { shiftKey, ctrlKey, metaKey } = event.original as MouseEvent;
    deeds.goTo(null);
    deeds.toggle(node, shiftKey || ctrlKey || metaKey);
  });
  sigma.on("clickStage", ({ event }) => {
    if (deeds.drew()) return;
    const link = linkAt(sigma, event);
    deeds.select(link ? [link] : []);
  });
  sigma.on("doubleClickNode", (payload) => {
    payload.preventSigmaDefault();
    deeds.act("expand", payload.node);
  });
  sigma.on("doubleClickStage", (payload) => payload.preventSigmaDefault());
  sigma.on("downNode", ({ node }) => (dragged = { id: node, moved: false }));
  sigma.on("moveBody", (payload) => {
    if (!dragged) return;
    dragged.moved = true;
    deeds.drag(dragged.id, payload.event);
    payload.preventSigmaDefault();
    payload.event.original.preventDefault();
  });
  const drop = () => {
    if (dragged?.moved) deeds.dropped();
    dragged = null;
  };
  sigma.on("upNode", drop);
  sigma.on("upStage", drop);
  holdWheel(stage);
}

/** The wheel scrolls the page until the reader is at work on the canvas; then it zooms. */
function holdWheel(stage: HTMLElement): void {
  const wheel = (event: WheelEvent) => {
    const working = stage.matches(":focus-within") || event.ctrlKey || event.metaKey;
    if (!working) event.stopPropagation();
  };
  stage.addEventListener("wheel", wheel, { capture: true });
  stage.addEventListener("mousedown", ({ target }) => {
    if (!(target as HTMLElement).closest("button")) stage.focus({ preventScroll: true });
  });
}

export function hearKeys(stage: HTMLElement, list: HTMLElement, deeds: Deeds): void {
  const about = (act: (id: string) => void) => {
    const id = deeds.at();
    if (id !== null) act(id);
  };
  const deedOf: Record<string, (event: KeyboardEvent) => void> = {
    "+": () => deeds.zoom(1 / 1.5),
    "=": () => deeds.zoom(1 / 1.5),
    "-": () => deeds.zoom(1.5),
    "0": () => deeds.fit(),
    "/": () => deeds.seek(),
    "?": () => deeds.keys(),
    f: () => deeds.fullScreen(),
    a: () => deeds.all(),
    Escape: () => deeds.escape(),
    Enter: ({ shiftKey }) => about((id) => deeds.toggle(id, shiftKey)),
    e: () => about((id) => deeds.act("expand", id)),
    h: () => about((id) => deeds.act("hide", id)),
    p: () => about((id) => deeds.pin(id)),
    PageDown: () => deeds.step(1),
    PageUp: () => deeds.step(-1),
    ArrowLeft: () => deeds.walk({ x: -1, y: 0 }),
    ArrowRight: () => deeds.walk({ x: 1, y: 0 }),
    ArrowUp: () => deeds.walk({ x: 0, y: -1 }),
    ArrowDown: () => deeds.walk({ x: 0, y: 1 }),
  };
  const key = (event: KeyboardEvent) => {
    const deed = deedOf[event.key];
    const stepped = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (!stepped && (!deed || event.ctrlKey || event.metaKey || event.altKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (stepped) deeds.act(event.shiftKey ? "redo" : "undo", "");
    else deed?.(event);
  };
  stage.addEventListener("keydown", (event) => event.target === stage && key(event));
  stage.addEventListener("blur", () => deeds.goTo(null));
  list.addEventListener("keydown", (event) => ["e", "h", "p"].includes(event.key) && key(event));
  const named = ({ target }: Event) => (target as HTMLElement).dataset["node"] ?? null;
  list.addEventListener("focusin", (event) => deeds.goTo(named(event)));
  list.addEventListener("focusout", () => deeds.goTo(null));
  list.addEventListener("click", (event) => {
    const id = named(event);
    if (id !== null) deeds.toggle(id, false);
  });
}
