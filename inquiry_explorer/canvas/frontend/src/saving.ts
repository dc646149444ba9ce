// The picture as a file: PNG or SVG, with its legend and the day below it.

import type Sigma from "sigma";
import { mix, type Theme } from "./colour";
import { element } from "./dom";
import { SvgDrawing, type Drawing } from "./drawing";
import { drawFoot, drawShape, footOf } from "./foot";
import type { DrawnNode } from "./node-program";
import { lineOf } from "./pick";
import type { LegendItem, SceneLink } from "./scene";

export interface Saved {
  sigma: Sigma;
  theme: Theme;
  legend: LegendItem[]; // empty: no foot at all
  lines: string[];
  overlay: (on: Drawing) => void; // draws names, rings and numbers
}

const LAYERS = ["edges", "nodes", "labels"];
const PIECES = 12; // straight pieces of a bent link

/** WebGL keeps what it drew only until the frame ends, so the layers are copied right after they are drawn. */
export function savePng(what: Saved): void {
  const { sigma, theme } = what;
  sigma.once("afterRender", () => {
    const layers = LAYERS.map((name) => sigma.getCanvases()[name]!);
    const { width, height } = sigma.getDimensions();
    const page = element("canvas");
    const context = page.getContext("2d")!;
    const foot = what.lines.length ? footOf(context, what.legend, what.lines, width, theme) : null;
    const ratio = layers[0]!.width / width;
    [page.width, page.height] = [width * ratio, (height + (foot?.height ?? 0)) * ratio];
    context.fillStyle = theme.ground;
    context.fillRect(0, 0, page.width, page.height);
    for (const layer of layers) context.drawImage(layer, 0, 0);
    context.scale(ratio, ratio);
    if (foot) drawFoot(context, foot, height, theme);
    page.toBlob((blob) => blob && download(blob, "graph.png"), "image/png");
  });
  sigma.scheduleRender();
}

export function saveSvg(what: Saved): void {
  download(new Blob([svgOf(what)], { type: "image/svg+xml" }), "graph.svg");
}

function svgOf({ sigma, theme, legend, lines, overlay }: Saved): string {
  const drawing = new SvgDrawing(element("canvas").getContext("2d")!);
  const { width, height } = sigma.getDimensions();
  const foot = lines.length ? footOf(drawing, legend, lines, width, theme) : null;
  const whole = height + (foot?.height ?? 0);
  drawing.fillStyle = theme.ground;
  drawing.fillRect(0, 0, width, whole);
  drawLinks(drawing, sigma);
  drawNodes(drawing, sigma, theme);
  overlay(drawing);
  if (foot) drawFoot(drawing, foot, height, theme);
  const size = `width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${drawing.parts.join("\n")}\n</svg>\n`;
}

function drawLinks(drawing: SvgDrawing, sigma: Sigma): void {
  sigma.getGraph().forEachEdge((id, { link, type }) => {
    const line = lineOf(sigma, id);
    const data = sigma.getEdgeDisplayData(id);
    if (!line || !data) return;
    drawing.beginPath();
    const pieces = type === "bent" ? PIECES : 1;
    for (let i = 0; i <= pieces; i++) {
      const [{ x, y }] = line(i / pieces);
      if (i) drawing.lineTo(x, y);
      else drawing.moveTo(x, y);
    }
    drawing.lineWidth = data.size;
    drawing.strokeStyle = data.color;
    drawing.stroke();
    if ((link as SceneLink).style === "dashed") drawing.dashed("5 4");
  });
}

function drawNodes(drawing: SvgDrawing, sigma: Sigma, theme: Theme): void {
  sigma.getGraph().forEachNode((id) => {
    const data = sigma.getNodeDisplayData(id) as DrawnNode | undefined;
    if (!data || data.hidden) return;
    const at = sigma.framedGraphToViewport(data);
    const radius = sigma.scaleSize(data.size);
    drawShape(drawing, data.shape, at, radius + 1, theme.ground);
    drawShape(drawing, data.shape, at, radius, mix(data.color, data.color, 0));
  });
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
