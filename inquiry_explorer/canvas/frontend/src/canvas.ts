// The canvas: joins the picture, sigma, the overlay and the parts around them.

import Sigma from "sigma";
import { Attention, CROWD } from "./attention";
import { themeOf, type Theme } from "./colour";
import { element } from "./dom";
import { FindBox } from "./find";
import { linkProgram } from "./link-program";
import { nodeProgram } from "./node-program";
import { Overlay } from "./overlay";
import { described, keyList, legend, nodeList, toolbar, Tooltip } from "./parts";
import { Picture } from "./picture";
import { savePng } from "./png";
import { hearKeys, hearMouse, type Deeds } from "./reader";
import type { Action, Deed, Events, Point, Scene, SceneLink, SceneNode } from "./scene";
import { nearest } from "./steps";

/** What stays of a canvas whose page was left. */
export interface Memory {
  places: Map<string, Point>;
  pinned: Map<string, Point>;
  camera: { x: number; y: number; ratio: number; angle: number };
  box: ReturnType<Sigma["getCustomBBox"]>;
}

const MOST_PLACED = 500; // nodes up to which the page is told where they stand

export class Canvas {
  private readonly root = element("section", { class: "canvas", "aria-label": "Graph" });
  private readonly stage = element("div", { class: "stage", tabindex: "0", role: "application" });
  private readonly drawn = element("div", { class: "drawn" });
  private readonly accent = element("span", { class: "accent", hidden: "" });
  private readonly legend = element("div", { class: "legend", role: "group", "aria-label": "Legend: what is shown" });
  private readonly list = element("ul", { class: "unseen", "aria-label": "Nodes on the canvas" });
  private readonly live = element("p", { class: "unseen", "aria-live": "polite" });
  private readonly notice = element("p", { class: "notice", role: "status" });
  private readonly tooltip = new Tooltip();
  private readonly picture = new Picture();
  private readonly attention = new Attention(this.picture.graph);
  private readonly sigma: Sigma;
  private readonly overlay: Overlay;
  private readonly watcher: ResizeObserver;
  private scene: Scene | null = null;
  private theme: Theme;
  private words = new Map<string, string>();
  private actions: Action[] = [];
  private count = 0;
  private told = "";
  private toldPlaces = "";
  private query = "";
  private readonly find = new FindBox({
    ask: (query) => {
      this.query = query;
      this.send();
    },
    open: (id) => this.act("open", id),
    add: (id) => this.act("add", id),
  });

  constructor(
    parent: ParentNode,
    public tell: (events: Events) => void,
    private readonly memory: Memory | null,
  ) {
    this.root.append(this.find.element, this.stage, this.legend, this.list, this.live, this.accent);
    this.stage.append(this.drawn, this.corner(), this.tooltip.element, this.notice);
    parent.append(this.root);
    this.theme = themeOf(this.root, this.accent);
    this.sigma = this.start();
    // Sigma's own labels are off: their layer is ours, and lies above the node that is pointed at.
    const { labels, mouse } = this.sigma.getCanvases() as Record<string, HTMLCanvasElement>;
    this.drawn.insertBefore(labels!, mouse!);
    this.overlay = new Overlay(this.sigma, labels!.getContext("2d")!);
    this.sigma.on("afterRender", () => this.afterRender());
    const deeds = this.deeds();
    hearMouse(this.sigma, this.stage, deeds);
    hearKeys(this.stage, this.list, deeds);
    this.watcher = new ResizeObserver(() => this.resized());
    this.watcher.observe(this.stage);
  }

  private start(): Sigma {
    const program = nodeProgram(() => this.theme.ground);
    return new Sigma(this.picture.graph, this.drawn, {
      allowInvalidContainer: true,
      defaultDrawNodeHover: () => undefined,
      defaultEdgeType: "straight",
      defaultNodeType: "shape",
      edgeProgramClasses: { bare: linkProgram(0), straight: linkProgram(1), bent: linkProgram(20) },
      edgeReducer: (id, data) => this.attention.link(id, data as { link: SceneLink; type: string }, this.theme),
      maxCameraRatio: 4,
      minCameraRatio: 0.02,
      nodeHoverProgramClasses: { shape: program },
      nodeProgramClasses: { shape: program },
      nodeReducer: (id, data) => this.attention.node(id, data as { node: SceneNode }, this.theme),
      renderLabels: false,
      stagePadding: 48,
      zIndex: true,
      zoomToSizeRatioFunction: (ratio) => Math.max(Math.sqrt(ratio), this.picture.size / 16),
    });
  }

  /** An observer reports the size that it finds at first, too: then there is nothing to be drawn again. */
  private resized(): void {
    const { width, height } = this.sigma.getDimensions();
    if (this.stage.clientWidth !== width || this.stage.clientHeight !== height) this.sigma.scheduleRefresh();
  }

  /** Draw this scene; what is already there keeps its place, and the camera stays. */
  update(scene: Scene): void {
    const before = this.scene;
    this.scene = scene;
    this.theme = themeOf(this.root, this.accent);
    this.overlay.forgetWidths();
    this.words = new Map(scene.legend.map(({ kind, words }) => [kind, words]));
    this.stage.style.height = `${scene.height}px`;
    const crowd = scene.links.length > CROWD;
    if (this.sigma.getSetting("hideEdgesOnMove") !== crowd) this.sigma.setSetting("hideEdgesOnMove", crowd);
    if (!before) this.memory?.pinned.forEach((place, id) => this.picture.pinned.set(id, place));
    const remembered = before ? new Map<string, Point>() : (this.memory?.places ?? new Map<string, Point>());
    const fresh = this.picture.update(scene, remembered, () => this.laidOut());
    this.attention.forgetWhatIsGone();
    const asked = scene.selected;
    const changed = scene.turn !== before?.turn || asked?.join("\n") !== (before?.selected ?? []).join("\n");
    if (asked !== null && changed) this.attention.choose(asked);
    this.attention.highlighted = scene.highlighted;
    this.attention.forgetWhatIsGone();
    this.drawLegend();
    this.drawList();
    if (!before && !fresh && this.memory) {
      this.sigma.setCustomBBox(this.memory.box);
      this.sigma.getCamera().setState(this.memory.camera);
    } else if (fresh || !before) this.frame();
    this.redraw();
    this.find.update(scene.found, this.theme);
    this.tellPlaces();
  }

  remember(): Memory {
    return {
      places: this.picture.places(),
      pinned: new Map(this.picture.pinned),
      camera: this.sigma.getCamera().getState(),
      box: this.sigma.getCustomBBox(),
    };
  }

  remove(): void {
    this.watcher.disconnect();
    this.picture.stop();
    this.sigma.kill();
    this.root.remove();
  }

  private laidOut(): void {
    this.frame();
    this.drawList();
    this.redraw();
    this.tellPlaces();
  }

  // Drawing

  private redraw(): void {
    this.attention.follow();
    this.sigma.refresh({ schedule: true });
    const { graph, working } = this.picture;
    const { dataset } = this.root;
    dataset["nodes"] = String(graph.order);
    dataset["links"] = String(graph.size);
    dataset["selected"] = [...this.attention.selected].join(" ");
    dataset["selectedLink"] = this.attention.selectedLink ?? "";
    dataset["layout"] = working ? "working" : "done";
    const nodes = `${graph.order.toLocaleString("en-GB")} nodes`;
    const links = `${graph.size.toLocaleString("en-GB")} links`;
    this.stage.setAttribute("aria-label", `Graph of ${nodes} and ${links}. Arrow keys move, Enter selects.`);
    this.notice.textContent = working ? `Laying out ${nodes} …` : graph.order ? "" : "Nothing on the canvas yet.";
  }

  private drawOverlay(): void {
    this.overlay.draw(this.theme, this.attention, this.picture.heads);
    const { current } = this.attention;
    if (current === null) return;
    const { x, y } = this.onScreen(current);
    this.root.dataset["currentAt"] = `${Math.round(x)},${Math.round(y)}`;
  }

  private afterRender(): void {
    this.drawOverlay();
    if (this.scene) this.root.dataset["ready"] = "true";
  }

  private drawLegend(): void {
    if (!this.scene) return;
    const { off } = this.attention;
    legend(this.legend, this.scene, this.theme, off, (kind) => {
      if (this.scene?.found) return this.act("toggle", kind);
      if (!off.delete(kind)) off.add(kind);
      this.drawLegend();
      this.redraw();
    });
  }

  private drawList(): void {
    const nodes = [...(this.scene?.nodes ?? [])].sort((a, b) => (a.caption < b.caption ? -1 : 1));
    nodeList(this.list, nodes, this.words, (id) => this.picture.place(id));
  }

  // The view

  private corner(): HTMLElement {
    const keys = keyList();
    const showKeys = (button: HTMLElement) => {
      keys.hidden = !keys.hidden;
      button.setAttribute("aria-expanded", String(!keys.hidden));
    };
    const bar = toolbar([
      { icon: "in", words: "Zoom in", act: () => this.zoom(1 / 1.5) },
      { icon: "out", words: "Zoom out", act: () => this.zoom(1.5) },
      { icon: "fit", words: "Fit everything into view", act: () => this.fit() },
      { icon: "arrange", words: "Lay everything out anew", act: () => this.arrange() },
      { icon: "picture", words: "Download the picture (PNG)", act: () => savePng(this.sigma, this.theme.ground) },
      { icon: "full", words: "Full screen", act: () => this.fullScreen() },
      { icon: "keys", words: "Keys", act: showKeys },
    ]);
    return element("div", { class: "corner" }, bar, keys);
  }

  private fullScreen(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void this.root.requestFullscreen();
  }

  private get duration(): number {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180;
  }

  private zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: this.duration });
  }

  private fit(): void {
    this.frame();
    this.redraw();
  }

  private arrange(): void {
    if (!this.scene) return;
    const { pinned } = this.picture;
    const free = this.scene.nodes.map((node) => {
      const place = pinned.get(node.id);
      return { ...node, x: place?.x ?? null, y: place?.y ?? null, pinned: place !== undefined };
    });
    this.picture.forget();
    this.picture.update({ ...this.scene, nodes: free }, new Map(), () => this.laidOut());
    this.laidOut();
  }

  private frame(): void {
    this.sigma.setCustomBBox(this.picture.box(new Set(this.shownNodes())));
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  private onScreen(id: string): Point {
    return this.sigma.graphToViewport(this.picture.place(id));
  }

  private bringIntoView(id: string): void {
    const { x, y } = this.onScreen(id);
    const { width, height } = this.sigma.getDimensions();
    if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
    const data = this.sigma.getNodeDisplayData(id);
    if (data) void this.sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: this.duration });
  }

  // What the reader does

  private deeds(): Deeds {
    return {
      hover: (node, link, at) => this.hover(node, link, at),
      toggle: (id, among) => this.toggle(id, among),
      select: (ids) => this.select(ids),
      act: (what, id) => this.act(what, id),
      seek: () => this.find.focus(),
      drag: (id, to) => {
        this.tooltip.hide();
        this.picture.move(id, this.sigma.viewportToGraph(to));
      },
      dropped: () => {
        this.drawList();
        this.tellPlaces();
      },
      goTo: (id) => this.goTo(id),
      walk: (direction) => this.walk(direction),
      step: (by) => this.step(by),
      zoom: (factor) => this.zoom(factor),
      fit: () => this.fit(),
      at: () => this.attention.current ?? [...this.attention.selected][0] ?? null,
    };
  }

  private select(ids: string[]): void {
    this.attention.choose(ids);
    this.redraw();
    this.send();
  }

  private toggle(id: string, among: boolean): void {
    const chosen = [...this.attention.selected];
    const others = among ? chosen.filter((other) => other !== id) : [];
    const lets = chosen.includes(id) && (among || chosen.length === 1);
    this.select(lets ? others : [...others, id]);
  }

  private next(): number {
    return (this.count = Math.max(this.count + 1, Date.now()));
  }

  private act(what: Deed, id: string): void {
    this.actions = [...this.actions.slice(-19), { count: this.next(), what, id }];
    this.send();
  }

  /** Where the nodes stand, for the address of the page; nothing while they are on their way, or are too many. */
  private placesToTell(): Record<string, [number, number]> {
    const { graph, working } = this.picture;
    if (!this.scene?.found || working || graph.order > MOST_PLACED) return {};
    return Object.fromEntries(
      [...this.picture.places()].map(([id, { x, y }]): [string, [number, number]] => [id, [Math.round(x), Math.round(y)]]),
    );
  }

  private tellPlaces(): void {
    if (!this.scene?.found) return;
    const places = JSON.stringify(this.placesToTell());
    if (places === this.toldPlaces) return;
    this.toldPlaces = places;
    this.send();
  }

  private send(): void {
    const { selected, selectedLink } = this.attention;
    const pins = Object.fromEntries([...this.picture.pinned].map(([id, { x, y }]): [string, [number, number]] => [id, [x, y]]));
    const { query, actions } = this;
    const places = this.placesToTell();
    const turn = this.scene?.turn ?? 0;
    const said = { selected: [...selected], selectedLink, turn, actions, pins, places, query, failed: false };
    const telling = JSON.stringify(said);
    if (telling === this.told) return;
    this.told = telling;
    this.tell({ count: this.next(), ...said });
  }

  private hover(node: string | null, link: string | null, at: Point): void {
    [this.attention.hovered, this.attention.hoveredLink] = [node, link];
    this.picture.pointed = node;
    this.drawn.classList.toggle("pointed", (node ?? link) !== null);
    this.showTooltip(node, link, at);
    if (this.picture.graph.order <= CROWD) return this.redraw();
    this.attention.follow();
    this.drawOverlay();
  }

  private showTooltip(node: string | null, link: string | null, at: Point): void {
    const { graph } = this.picture;
    const { width } = this.sigma.getDimensions();
    if (node !== null) {
      const { caption, kind, words, state, tooltip } = this.picture.node(node);
      const first = [words || (this.words.get(kind) ?? kind), ...(state ? [state] : [])].join(": ");
      this.tooltip.show(caption, [first, ...tooltip], at, width);
    } else if (link !== null) {
      const { words, tooltip } = graph.getEdgeAttribute(link, "link") as SceneLink;
      const [source, target] = graph.extremities(link).map((id) => this.picture.node(id).caption);
      this.tooltip.show(words, [`From: ${source}`, `To: ${target}`, ...tooltip], at, width);
    } else this.tooltip.hide();
  }

  private goTo(id: string | null): void {
    this.attention.current = id;
    this.root.dataset["current"] = id ?? "";
    if (id !== null) {
      const chosen = this.attention.selected.has(id) ? ", selected" : "";
      this.live.textContent = described(this.picture.node(id), this.words) + chosen;
      this.bringIntoView(id);
    }
    this.drawOverlay();
  }

  private shownNodes(): string[] {
    return this.picture.graph.filterNodes((id) => !this.attention.off.has(this.picture.node(id).kind));
  }

  private walk(direction: Point): void {
    const places = new Map(this.shownNodes().map((id) => [id, this.onScreen(id)]));
    const { width, height } = this.sigma.getDimensions();
    const { current, selected } = this.attention;
    const next = nearest(places, current ?? [...selected][0], direction, { x: width / 2, y: height / 2 });
    if (next !== null) this.goTo(next);
  }

  private step(by: number): void {
    const shown = this.shownNodes();
    const name = (id: string) => this.picture.node(id).caption;
    const order = shown.sort((a, b) => (name(a) < name(b) ? -1 : 1));
    const at = order.indexOf(this.attention.current ?? "");
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
    if (next !== undefined) this.goTo(next);
  }
}
