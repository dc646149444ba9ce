// Sigma, told how our nodes and links look.

import Sigma from "sigma";
import type { Attention } from "./attention";
import type { Theme } from "./colour";
import { linkProgram } from "./link-program";
import { nodeProgram } from "./node-program";
import type { Picture } from "./picture";
import type { SceneLink, SceneNode } from "./scene";

export function drawnWith(picture: Picture, attention: Attention, into: HTMLElement, theme: () => Theme): Sigma {
  const program = nodeProgram(() => theme().ground);
  return new Sigma(picture.graph, into, {
    allowInvalidContainer: true,
    defaultDrawNodeHover: () => undefined,
    defaultEdgeType: "straight",
    defaultNodeType: "shape",
    edgeProgramClasses: { bare: linkProgram(0), straight: linkProgram(1), bent: linkProgram(20) },
    edgeReducer: (id, data) => attention.link(id, data as { link: SceneLink; type: string }, theme()),
    maxCameraRatio: 4,
    minCameraRatio: 0.02,
    nodeHoverProgramClasses: { shape: program },
    nodeProgramClasses: { shape: program },
    nodeReducer: (id, data) => attention.node(id, data as { node: SceneNode }, theme()),
    renderLabels: false,
    stagePadding: 60, // the buttons, and a node below them
    zIndex: true,
    zoomToSizeRatioFunction: (ratio) => Math.max(Math.sqrt(ratio), picture.size / 16),
  });
}
