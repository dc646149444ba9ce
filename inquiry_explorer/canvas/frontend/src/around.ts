// The parts around the picture: stage, legend, list, tooltip and words, all brought up to date from one place.

import type { Attention } from "./attention";
import type { Theme } from "./colour";
import { element } from "./dom";
import { legend, nodeList, Tooltip } from "./parts";
import type { Picture } from "./picture";
import type { LegendItem, Point, Scene, SceneLink } from "./scene";

const LIST_LATER = 1000; // nodes beyond which the list for screen readers waits until the picture is there

const told = (count: number, one: string) => `${count.toLocaleString("en-GB")} ${one}${count === 1 ? "" : "s"}`;

export class Around {
  readonly root = element("section", { class: "canvas", "aria-label": "Graph" });
  readonly stage = element("div", { class: "stage", tabindex: "0", role: "application" });
  readonly drawn = element("div", { class: "drawn" });
  readonly accent = element("span", { class: "accent", hidden: "" });
  readonly list = element("ul", { class: "unseen", "aria-label": "Nodes on the canvas" });
  readonly live = element("p", { class: "unseen", "aria-live": "polite" });
  readonly notice = element("p", { class: "notice", role: "status" });
  readonly tooltip = new Tooltip();
  readonly legend = element("div", { class: "legend", role: "group", "aria-label": "Legend: what is shown" });
  words = new Map<string, string>(); // what kinds are called
  private scene: Scene | null = null;

  constructor(
    private readonly picture: Picture,
    private readonly attention: Attention,
  ) {}

  update(scene: Scene): void {
    this.scene = scene;
    this.words = new Map(scene.legend.map(({ kind, words }) => [kind, words]));
    this.stage.style.height = `${scene.height}px`;
  }

  drawLegend(theme: Theme, toggle: (kind: string) => void): void {
    if (this.scene) legend(this.legend, this.scene, theme, this.attention.off, toggle);
  }

  drawList(): void {
    const draw = () => {
      const nodes = [...(this.scene?.nodes ?? [])].sort((a, b) => (a.caption < b.caption ? -1 : 1));
      nodeList(this.list, nodes, this.words, (id) => this.picture.place(id));
    };
    if (this.picture.graph.order > LIST_LATER) requestIdleCallback(draw);
    else draw();
  }

  /** Say what the canvas holds: to screen readers, to those who wait, and to whoever looks at the page's elements. */
  say(): void {
    const { graph, working } = this.picture;
    const { dataset } = this.root;
    dataset["nodes"] = String(graph.order);
    dataset["links"] = String(graph.size);
    dataset["selected"] = [...this.attention.selected].join(" ");
    dataset["selectedLink"] = this.attention.selectedLink ?? "";
    dataset["layout"] = working ? "working" : "done";
    const { nodes, links } = this.counts();
    this.stage.setAttribute("aria-label", `Graph of ${nodes} and ${links}. Arrow keys move, Enter selects, ? lists the keys.`);
    this.notice.textContent = working ? `Laying out ${nodes} …` : graph.order ? "" : "Nothing on the canvas yet.";
  }

  showTooltip(node: string | null, link: string | null, at: Point): void {
    const { graph } = this.picture;
    const width = this.stage.clientWidth;
    if (node !== null) {
      const { caption, kind, words, state, tooltip, members } = this.picture.node(node);
      const first = [words || (this.words.get(kind) ?? kind), ...(state ? [state] : [])].join(": ");
      const group = members ? [`A group of ${told(members, "node")}: click to open it`] : [];
      this.tooltip.show(caption, [first, ...group, ...tooltip], at, width);
    } else if (link !== null) {
      const { words, tooltip } = graph.getEdgeAttribute(link, "link") as SceneLink;
      const [source, target] = graph.extremities(link).map((id) => this.picture.node(id).caption);
      this.tooltip.show(words, [`From: ${source}`, `To: ${target}`, ...tooltip], at, width);
    } else this.tooltip.hide();
  }

  /** The legend with how many there are of each, as it stands below the canvas. */
  counted(): LegendItem[] {
    const buttons = [...this.legend.querySelectorAll<HTMLElement>("[data-kind]")];
    const counts = new Map(buttons.map(({ dataset }) => [dataset["kind"], Number(dataset["count"])]));
    return (this.scene?.legend ?? []).map((item) => ({
      ...item,
      count: counts.get(item.kind) ?? null,
      shown: item.shown && !this.attention.off.has(item.kind),
    }));
  }

  /** What a saved picture says of itself. */
  lines(): string[] {
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const { nodes, links } = this.counts();
    return [`${nodes} and ${links}. Drawn on ${day}${this.scene?.note ? `. ${this.scene.note}` : ""}.`];
  }

  private counts(): { nodes: string; links: string } {
    const { order, size } = this.picture.graph;
    return { nodes: told(order, "node"), links: told(size, "link") };
  }
}
