// The box by which nodes are found: it asks the page as the reader types, and lists what the page answers by kind.

import { onGround, type Theme } from "./colour";
import { element, sign } from "./dom";
import type { Found, FoundKind, FoundNode } from "./scene";
import { cut } from "./text";

const PAUSE = 180; // milliseconds without a key before the page is asked

export interface Finder {
  ask: (query: string) => void;
  open: (id: string) => void;
  add: (id: string) => void;
}

export class FindBox {
  readonly element = element("div", { class: "find", role: "search" });
  private readonly input = element("input", {
    type: "search",
    role: "combobox",
    placeholder: "Find a place, a body, a report, words of a finding …",
    "aria-label": "Find nodes: any words; a kind and a colon narrow, as in agency: council",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "200",
  });
  private readonly list = element("div", { class: "found", role: "listbox", "aria-label": "Found" });
  private readonly told = element("p", { class: "unseen", "aria-live": "polite" });
  private found: Found | null = null;
  private theme: Theme | null = null;
  private timer = 0;
  private at = -1;
  private listing = false; // the reader wants to see what was found
  private wanted = false; // Enter was pressed before the answer came

  constructor(private readonly finder: Finder) {
    this.list.id = `found-${Math.random().toString(36).slice(2)}`;
    this.input.setAttribute("aria-controls", this.list.id);
    this.element.append(this.input, this.list, this.told);
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("click", () => this.show(true));
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.element.contains(relatedTarget as Node | null)) this.show(false);
    });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.clicked(event));
    this.show(false);
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  update(found: Found | null, theme: Theme): void {
    this.element.hidden = found === null;
    [this.found, this.theme] = [found, theme];
    if (!this.current()) return;
    this.draw();
    if (this.wanted) this.take(this.options()[0]);
  }

  /** Whether what the page answered is about the words that stand in the box. */
  private current(): boolean {
    return this.found !== null && this.found.query === this.input.value.trim();
  }

  private typed(): void {
    window.clearTimeout(this.timer);
    this.wanted = false;
    this.listing = true;
    this.timer = window.setTimeout(() => this.ask(), PAUSE);
  }

  private ask(): void {
    window.clearTimeout(this.timer);
    if (this.current()) this.draw();
    else this.finder.ask(this.input.value.trim());
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    const deeds: Record<string, () => void> = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      Enter: () => this.enter(event.shiftKey),
      Escape: () => this.leave(),
    };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  private enter(adding: boolean): void {
    if (!this.current()) {
      this.wanted = this.input.value.trim() !== "";
      return this.ask();
    }
    this.take(this.options()[Math.max(this.at, 0)], adding);
  }

  private leave(): void {
    if (!this.list.hidden) return this.show(false);
    this.input.value = "";
    this.ask();
  }

  private take(option: HTMLElement | undefined, adding = false): void {
    this.wanted = false;
    const id = option?.dataset["found"];
    if (!id) return;
    if (adding) return this.finder.add(id);
    this.show(false);
    this.finder.open(id);
  }

  private clicked({ target }: Event): void {
    const pressed = target as HTMLElement;
    const narrower = pressed.closest<HTMLElement>("[data-narrow]");
    const option = pressed.closest<HTMLElement>("[data-found]");
    if (narrower) {
      this.input.value = narrower.dataset["narrow"]!;
      this.listing = true;
      this.ask();
    } else if (option) this.take(option, pressed.closest(".add") !== null);
  }

  private options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[data-found]")];
  }

  private move(by: number): void {
    const options = this.options();
    if (!options.length) return;
    this.show(true);
    this.at = (this.at + by + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === this.at)));
    const active = options[this.at]!;
    active.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", active.id);
  }

  private show(open: boolean): void {
    this.listing = open;
    const shown = open && this.list.childElementCount > 0;
    this.list.hidden = !shown;
    this.input.setAttribute("aria-expanded", String(shown));
  }

  private draw(): void {
    const kinds = this.found!.kinds;
    this.at = -1;
    this.input.removeAttribute("aria-activedescendant");
    const nothing = element("p", { class: "nothing" }, "Nothing holds these words. Try fewer words, or the beginning of one.");
    this.list.replaceChildren(...kinds.map((kind) => this.group(kind)), ...(this.found!.query && !kinds.length ? [nothing] : []));
    const total = kinds.reduce((sum, { count }) => sum + count, 0);
    this.told.textContent = this.found!.query ? `${total.toLocaleString("en-GB")} found. Arrow down to choose.` : "";
    this.show(this.listing);
  }

  private group(kind: FoundKind): HTMLElement {
    const title = element("div", { class: "group" });
    title.append(
      sign({ ...kind, colour: onGround(kind.colour, this.theme!) }),
      element("span", {}, kind.words),
      element("span", { class: "count" }, kind.count.toLocaleString("en-GB")),
    );
    const more = kind.count - kind.nodes.length;
    if (more > 0 && kind.prefix) {
      const words = `Only these, ${more.toLocaleString("en-GB")} more`;
      title.append(element("button", { type: "button", tabindex: "-1", "data-narrow": kind.prefix }, words));
    }
    const label = `${kind.words}, ${kind.count}`;
    const group = element("div", { role: "group", "aria-label": label }, title);
    group.append(...kind.nodes.map((node) => this.option(node)));
    return group;
  }

  private option({ id, caption, detail, on }: FoundNode): HTMLElement {
    const about = { role: "option", "aria-selected": "false", "data-found": id, id: `${this.list.id}-${id}` };
    const option = element("div", about, element("span", { class: "name" }, cut(caption, 140)));
    option.append(element("span", { class: "detail" }, cut(detail, 60)));
    const words = on ? "on the canvas" : "Add";
    const shown = on ? element("span", { class: "on" }, words) : element("span", { class: "add", title: "Add to the canvas (Shift and Enter)" }, words);
    option.append(shown);
    return option;
  }
}
