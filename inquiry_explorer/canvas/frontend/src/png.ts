// The picture as a PNG file.

import type Sigma from "sigma";
import { element } from "./dom";

const LAYERS = ["edges", "nodes", "labels"];

/** WebGL keeps what it drew only until the frame ends, so the layers are copied right after they are drawn. */
export function savePng(sigma: Sigma, ground: string): void {
  sigma.once("afterRender", () => {
    const layers = LAYERS.map((name) => sigma.getCanvases()[name]!);
    const [{ width, height }] = layers as [HTMLCanvasElement];
    const page = element("canvas", { width: String(width), height: String(height) });
    const context = page.getContext("2d")!;
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    for (const layer of layers) context.drawImage(layer, 0, 0);
    page.toBlob((blob) => blob && download(blob, "graph.png"), "image/png");
  });
  sigma.scheduleRender();
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
