// The scene as Python sends it; the same names as in scene.py.

export type Shape = "circle" | "square" | "diamond" | "triangle" | "pentagon" | "hexagon";

export interface SceneNode {
  id: string;
  kind: string;
  words: string; // what one of its kind is called
  caption: string;
  colour: string;
  shape: Shape;
  badge: number | null;
  x: number | null;
  y: number | null;
  pinned: boolean;
  state: string | null;
  mark: string | null;
  tooltip: string[];
  anchor: [number, number] | null;
  members: number | null; // of a group: how many nodes stand behind it
}

export interface SceneLink {
  id: string;
  source: string;
  target: string;
  kind: string;
  words: string;
  colour: string;
  style: "solid" | "dashed";
  tooltip: string[];
}

export interface LegendItem {
  kind: string;
  words: string;
  colour: string;
  shape: Shape | "line" | "dashed";
  count: number | null;
  shown: boolean;
}

/** Words above a column, or a year on the axis; `at` is as in the nodes' anchors. */
export interface Mark {
  at: number;
  words: string;
}

export interface FoundNode {
  id: string;
  caption: string;
  detail: string;
  on: boolean;
}

export interface FoundKind {
  kind: string;
  words: string;
  prefix: string;
  colour: string;
  shape: Shape;
  count: number;
  nodes: FoundNode[];
}

/** What the page answers to the words in the box above the canvas. */
export interface Found {
  query: string;
  kinds: FoundKind[];
}

export interface Scene {
  name: string;
  height: number;
  nodes: SceneNode[];
  links: SceneLink[];
  legend: LegendItem[];
  layout: "force" | "layered" | "themes" | "places" | "years";
  marks: Mark[];
  seed: number;
  selected: string[] | null;
  turn: number;
  highlighted: string[];
  note: string; // what a saved picture says of the data
  found: Found | null; // null: the page has no box to find by, and the legend is the canvas's own
}

/** What the page is asked to do with a node or group, with a kind of the legend, or (undo, redo) with its last step. */
export type Deed = "expand" | "hide" | "open" | "add" | "toggle" | "undo" | "redo" | "ungroup";

export interface Action {
  count: number;
  what: Deed;
  id: string;
}

export interface Events {
  count: number;
  selected: string[];
  selectedLink: string | null;
  turn: number; // the last that the page sent: what is told of the selection is no older than that
  actions: Action[];
  pins: Record<string, [number, number]>;
  places: Record<string, [number, number]>;
  layout: Scene["layout"]; // in which these places are
  query: string;
  failed: boolean;
}

export interface Point {
  x: number;
  y: number;
}
