// What the overlay draws with: the part of a canvas's two-dimensional context that it uses, and the same as SVG.

type Used =
  | "beginPath" | "arc" | "moveTo" | "lineTo" | "roundRect" | "fill" | "stroke" | "fillRect" | "fillText" | "strokeText"
  | "measureText" | "font" | "fillStyle" | "strokeStyle" | "lineWidth" | "lineJoin" | "textAlign" | "textBaseline";

export type Drawing = Pick<CanvasRenderingContext2D, Used>;

const number = (value: number) => String(Math.round(value * 100) / 100);
const ANCHORS: Record<string, string> = { left: "start", center: "middle", right: "end" };

/** Text as XML takes it: what no XML may hold was made visible before it came here. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/** Writes down as SVG elements what is drawn with it. */
export class SvgDrawing implements Drawing {
  readonly parts: string[] = [];
  fillStyle = "#000000";
  strokeStyle = "#000000";
  lineWidth = 1;
  lineJoin: CanvasLineJoin = "miter";
  textAlign: CanvasTextAlign = "left";
  textBaseline: CanvasTextBaseline = "alphabetic";
  private path: string[] = [];

  constructor(private readonly measuring: CanvasRenderingContext2D) {}

  get font(): string {
    return this.measuring.font;
  }

  set font(font: string) {
    this.measuring.font = font;
  }

  measureText(text: string): TextMetrics {
    return this.measuring.measureText(text);
  }

  beginPath(): void {
    this.path = [];
  }

  moveTo(x: number, y: number): void {
    this.path.push(`M${number(x)} ${number(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.path.push(`L${number(x)} ${number(y)}`);
  }

  /** Whole circles alone: nothing else is drawn. */
  arc(x: number, y: number, radius: number): void {
    const [r, d] = [number(radius), number(2 * radius)];
    this.path.push(`M${number(x - radius)} ${number(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 -${d} 0`);
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const [r, across, down] = [number(radius), number(width - 2 * radius), number(height - 2 * radius)];
    const corner = (dx: string, dy: string) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    const sides = [`h${across}`, corner(r, r), `v${down}`, corner(`-${r}`, r), `h-${across}`, corner(`-${r}`, `-${r}`)];
    this.path.push(`M${number(x + radius)} ${number(y)}${sides.join("")}v-${down}${corner(r, `-${r}`)}`);
  }

  fill(): void {
    this.parts.push(`<path d="${this.path.join("")}Z" fill="${escaped(this.fillStyle)}"/>`);
  }

  stroke(): void {
    const line = `stroke="${escaped(this.strokeStyle)}" stroke-width="${number(this.lineWidth)}"`;
    this.parts.push(`<path d="${this.path.join("")}" fill="none" ${line}/>`);
  }

  dashed(dashes: string): void {
    this.parts.push(this.parts.pop()!.replace("/>", ` stroke-dasharray="${dashes}"/>`));
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const place = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
    this.parts.push(`<rect ${place} fill="${escaped(this.fillStyle)}"/>`);
  }

  fillText(text: string, x: number, y: number): void {
    this.text(text, x, y, `fill="${escaped(this.fillStyle)}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    const line = `stroke="${escaped(this.strokeStyle)}" stroke-width="${number(this.lineWidth)}"`;
    this.text(text, x, y, `fill="none" stroke-linejoin="round" ${line}`);
  }

  private text(text: string, x: number, y: number, look: string): void {
    const base = this.textBaseline === "middle" ? ' dominant-baseline="central"' : "";
    // As wide as it was measured, whatever typeface the reader of the file has.
    const wide = `textLength="${number(this.measureText(text).width)}" lengthAdjust="spacingAndGlyphs"`;
    const place = `x="${number(x)}" y="${number(y)}" text-anchor="${ANCHORS[this.textAlign] ?? "start"}" ${wide}${base}`;
    this.parts.push(`<text ${place} style="font:${escaped(this.font)}" ${look}>${escaped(text)}</text>`);
  }
}
