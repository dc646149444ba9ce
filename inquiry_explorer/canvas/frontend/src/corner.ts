// The buttons at the corner of the stage, and the panels that they open.

import { element } from "./dom";
import { keyList, toolbar } from "./parts";
import { reportPanel, type Wanted } from "./report";

export interface Corner extends Wanted {
  zoom: (factor: number) => void;
  fit: () => void;
  arrange: () => void;
  area: () => boolean; // the next drag draws a box
  fullScreen: () => void;
}

export class CornerButtons {
  readonly element: HTMLElement;
  private readonly keys = keyList();
  private readonly report: HTMLElement;
  private readonly bar: HTMLElement;

  constructor(does: Corner) {
    this.report = reportPanel(does);
    this.bar = toolbar([
      { icon: "in", words: "Zoom in", act: () => does.zoom(1 / 1.5) },
      { icon: "out", words: "Zoom out", act: () => does.zoom(1.5) },
      { icon: "fit", words: "Fit everything into view", act: () => does.fit() },
      { icon: "arrange", words: "Lay everything out anew", act: () => does.arrange() },
      { icon: "area", words: "Select an area", act: (button) => button.setAttribute("aria-pressed", String(does.area())) },
      { icon: "full", words: "Full screen", act: () => does.fullScreen() },
      { icon: "picture", words: "Download the picture", act: () => this.toggle(this.report), opens: true },
      { icon: "keys", words: "Keys", act: () => this.toggle(this.keys), opens: true },
    ]);
    this.element = element("div", { class: "corner" }, this.bar, this.report, this.keys);
    this.bar.querySelector("[aria-label='Select an area']")?.setAttribute("aria-pressed", "false");
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.close()) event.stopPropagation();
    });
  }

  toggleKeys(): void {
    this.toggle(this.keys);
  }

  areaDone(): void {
    this.bar.querySelector("[aria-pressed]")?.setAttribute("aria-pressed", "false");
  }

  /** Close what is open. Returns whether anything was; the keys are then on the button that opened it. */
  close(): boolean {
    const open = [this.keys, this.report].find((panel) => !panel.hidden);
    if (!open) return false;
    const within = open.contains((this.element.getRootNode() as Document | ShadowRoot).activeElement);
    this.toggle(open);
    if (within) this.bar.querySelectorAll<HTMLElement>("[aria-expanded]")[open === this.report ? 0 : 1]?.focus();
    return true;
  }

  private toggle(panel: HTMLElement): void {
    for (const each of [this.keys, this.report]) each.hidden = each === panel ? !each.hidden : true;
    const [report, keys] = this.bar.querySelectorAll("[aria-expanded]");
    report?.setAttribute("aria-expanded", String(!this.report.hidden));
    keys?.setAttribute("aria-expanded", String(!this.keys.hidden));
  }
}
