// The canvas: joins the picture, sigma, the overlay and the parts around them.

import type Sigma from "sigma";
import { Area } from "./area";
import { Around } from "./around";
import { Attention, CROWD } from "./attention";
import { themeOf, type Theme } from "./colour";
import { Choosing } from "./choosing";
import { CornerButtons } from "./corner";
import { drawnWith } from "./engine";
import { FindBox } from "./find";
import { Minimap } from "./minimap";
import { Overlay } from "./overlay";
import { Picture } from "./picture";
import { hearKeys, hearMouse, type Deeds } from "./reader";
import { savePng, saveSvg } from "./saving";
import type { Events, Point, Scene } from "./scene";
import { Telling } from "./telling";
import { View } from "./view";
import { Walking } from "./walking";

/** What stays of a canvas whose page was left. */
export interface Memory {
  places: Map<string, Point>;
  pinned: Map<string, Point>;
  camera: { x: number; y: number; ratio: number; angle: number };
  box: ReturnType<Sigma["getCustomBBox"]>;
}

export class Canvas {
  private readonly picture = new Picture();
  private readonly attention = new Attention(this.picture.graph);
  private readonly around = new Around(this.picture, this.attention);
  private readonly corner = new CornerButtons({
    zoom: (factor) => this.view.zoom(factor),
    fit: () => this.fit(),
    arrange: () => this.arrange(),
    area: () => (this.area.armed ? !this.area.disarm() : this.area.arm()),
    fullScreen: () => this.fullScreen(),
    names: (names) => {
      this.overlay.labels = names;
      this.drawOverlay();
    },
    save: (as, foot) => this.save(as, foot),
  });
  private readonly area = new Area(this.around.stage, (from, to, among) => this.choosing.area(from, to, among), () => this.corner.areaDone());
  private readonly telling: Telling;
  private readonly sigma: Sigma;
  private readonly view: View;
  private readonly walking: Walking;
  private readonly choosing: Choosing;
  private readonly minimap: Minimap;
  private readonly overlay: Overlay;
  private readonly watcher: ResizeObserver;
  private scene: Scene | null = null;
  private theme: Theme;
  private readonly find = new FindBox({
    ask: (query) => {
      this.telling.query = query;
      this.telling.send();
    },
    open: (id) => this.telling.act("open", id),
    add: (id) => this.telling.act("add", id),
  });

  constructor(
    parent: ParentNode,
    tell: (events: Events) => void,
    private readonly memory: Memory | null,
  ) {
    this.telling = new Telling(tell, this.picture, this.attention);
    const { root, stage, drawn, accent, legend, list, live, notice, tooltip } = this.around;
    root.append(this.find.element, stage, legend, list, live, accent);
    stage.append(drawn, this.area.element);
    parent.append(root);
    this.theme = themeOf(root, accent);
    this.sigma = drawnWith(this.picture, this.attention, drawn, () => this.theme);
    this.view = new View(this.sigma, this.picture);
    this.walking = new Walking(this.picture, this.attention, this.view, live, (id) => {
      root.dataset["current"] = id ?? "";
      this.drawOverlay();
    });
    const { picture, attention, around, telling, view, walking } = this;
    this.choosing = new Choosing({ picture, attention, around, telling, view, walking, redraw: () => this.redraw() });
    this.minimap = new Minimap(this.sigma, this.picture, (at) => this.view.centre(at));
    stage.append(this.minimap.element, this.corner.element, tooltip.element, notice);
    // Sigma's own labels are off: their layer is ours, and lies above the node that is pointed at.
    const { labels, mouse } = this.sigma.getCanvases() as Record<string, HTMLCanvasElement>;
    drawn.insertBefore(labels!, mouse!);
    this.overlay = new Overlay(this.sigma, labels!.getContext("2d")!);
    this.sigma.on("afterRender", () => this.afterRender());
    const deeds = this.deeds();
    hearMouse(this.sigma, stage, deeds);
    this.area.listen(this.sigma);
    hearKeys(stage, list, deeds);
    this.watcher = new ResizeObserver(() => this.resized());
    this.watcher.observe(stage);
  }

  set tell(tell: (events: Events) => void) {
    this.telling.tell = tell;
  }

  /** An observer reports the size that it finds at first, too: then there is nothing to be drawn again. */
  private resized(): void {
    const { width, height } = this.sigma.getDimensions();
    if (this.around.stage.clientWidth !== width || this.around.stage.clientHeight !== height) this.sigma.scheduleRefresh();
  }

  /** Draw this scene; what is already there keeps its place, and the camera stays. */
  update(scene: Scene): void {
    const before = this.scene;
    this.scene = this.telling.scene = scene;
    this.theme = themeOf(this.around.root, this.around.accent);
    this.overlay.forgetWidths();
    this.around.update(scene);
    this.walking.words = this.around.words;
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
    this.around.drawList();
    if (!before && !fresh && this.memory) {
      this.sigma.setCustomBBox(this.memory.box);
      this.sigma.getCamera().setState(this.memory.camera);
    } else if (fresh || !before) this.frame();
    this.redraw();
    this.find.update(scene.found, this.theme);
    this.telling.places();
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
    this.around.root.remove();
  }

  private laidOut(): void {
    this.frame();
    this.around.drawList();
    this.redraw();
    this.telling.places();
  }

  // Drawing

  private redraw(): void {
    this.attention.follow();
    this.sigma.refresh({ schedule: true });
    this.minimap.refresh(this.theme, this.walking.shown());
    this.around.say();
  }

  private marked() {
    return Object.assign(this.attention, { pinned: this.picture.pinned });
  }

  private drawOverlay(): void {
    this.overlay.draw(this.theme, this.marked(), this.picture.heads);
    this.minimap.draw(this.theme);
    const { current } = this.attention;
    if (current === null) return;
    const { x, y } = this.view.onScreen(current);
    this.around.root.dataset["currentAt"] = `${Math.round(x)},${Math.round(y)}`;
  }

  private afterRender(): void {
    this.drawOverlay();
    if (this.scene) this.around.root.dataset["ready"] = "true";
  }

  private drawLegend(): void {
    const { off } = this.attention;
    this.around.drawLegend(this.theme, (kind) => {
      if (this.scene?.found) return this.telling.act("toggle", kind);
      if (!off.delete(kind)) off.add(kind);
      this.drawLegend();
      this.redraw();
    });
  }

  // The view

  private fullScreen(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void this.around.root.requestFullscreen();
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
    this.view.frame(new Set(this.walking.shown()));
  }

  private save(as: "png" | "svg", foot: boolean): void {
    const { sigma, theme } = this;
    const overlay = (on: Parameters<Overlay["drawOn"]>[0]) => this.overlay.drawOn(on, theme, this.marked(), this.picture.heads);
    const what = { sigma, theme, legend: this.around.counted(), lines: foot ? this.around.lines() : [], overlay };
    if (as === "png") savePng(what);
    else saveSvg(what);
  }

  // What the reader does

  private deeds(): Deeds {
    return {
      hover: (node, link, at) => this.hover(node, link, at),
      toggle: (id, among) => this.choosing.toggle(id, among),
      select: (ids) => this.choosing.select(ids),
      all: () => this.choosing.select(this.walking.shown()),
      drew: () => this.area.drew,
      escape: () => {
        if (!this.area.disarm() && !this.corner.close()) this.choosing.select([]);
      },
      act: (what, id) => this.choosing.act(what, id),
      seek: () => this.find.focus(),
      drag: (id, to) => this.choosing.drag(id, this.sigma.viewportToGraph(to)),
      dropped: () => this.moved(),
      pin: (id) => {
        this.picture.pin(id);
        this.moved();
      },
      goTo: (id) => this.walking.goTo(id),
      walk: (direction) => {
        const { width, height } = this.sigma.getDimensions();
        this.walking.walk(direction, { x: width / 2, y: height / 2 });
      },
      step: (by) => this.walking.step(by),
      zoom: (factor) => this.view.zoom(factor),
      fit: () => this.fit(),
      fullScreen: () => this.fullScreen(),
      keys: () => this.corner.toggleKeys(),
      at: () => this.attention.current ?? [...this.attention.selected][0] ?? null,
    };
  }

  private moved(): void {
    this.around.drawList();
    this.minimap.refresh(this.theme, this.walking.shown());
    this.drawOverlay();
    this.telling.places();
    this.telling.send();
  }

  private hover(node: string | null, link: string | null, at: Point): void {
    [this.attention.hovered, this.attention.hoveredLink] = [node, link];
    this.picture.pointed = node;
    this.around.drawn.classList.toggle("pointed", (node ?? link) !== null);
    this.around.showTooltip(node, link, at);
    if (this.picture.graph.order <= CROWD) return this.redraw();
    this.attention.follow();
    this.drawOverlay();
  }
}
