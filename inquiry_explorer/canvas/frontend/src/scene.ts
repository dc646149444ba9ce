// The scene as Python sends it; the same names as in scene.py.

export type Shape = "circle" | "square" | "diamond" | "triangle" | "pentagon" | "hexagon";

export interface SceneNode {
  id: string;
  kind: string;
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
}

export interface Scene {
  name: string;
  height: number;
  nodes: SceneNode[];
  links: SceneLink[];
  legend: LegendItem[];
  layout: "force" | "layered";
  seed: number;
  selected: string[] | null;
  highlighted: string[];
}

export interface Action {
  count: number;
  what: "expand" | "hide";
  id: string;
}

export interface Events {
  count: number;
  selected: string[];
  selectedLink: string | null;
  actions: Action[];
  pins: Record<string, [number, number]>;
}

export interface Point {
  x: number;
  y: number;
}
