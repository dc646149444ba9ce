// What the page is told: what is selected, what the reader asked for, where the nodes stand.

import type { Attention } from "./attention";
import type { Picture } from "./picture";
import type { Action, Deed, Events, Point, Scene } from "./scene";

const MOST_PLACED = 500; // nodes up to which the page is told where they stand
const KEPT = 20; // actions that are told again, should the page have missed them

const pair = ({ x, y }: Point, round: (value: number) => number = (value) => value): [number, number] => [round(x), round(y)];

export class Telling {
  query = "";
  scene: Scene | null = null;
  private actions: Action[] = [];
  private count = 0;
  private told = "";
  private toldPlaces = "";

  constructor(
    public tell: (events: Events) => void,
    private readonly picture: Picture,
    private readonly attention: Attention,
  ) {}

  act(what: Deed, id: string): void {
    this.actions = [...this.actions.slice(1 - KEPT), { count: this.next(), what, id }];
    this.send();
  }

  places(): void {
    if (!this.scene?.found) return;
    const places = JSON.stringify(this.placesToTell());
    if (places === this.toldPlaces) return;
    this.toldPlaces = places;
    this.send();
  }

  send(): void {
    const { selected, selectedLink } = this.attention;
    const pins = Object.fromEntries([...this.picture.pinned].map(([id, place]) => [id, pair(place)]));
    const { query, actions } = this;
    const turn = this.scene?.turn ?? 0;
    const places = this.placesToTell();
    const layout = this.scene?.layout ?? "force";
    const said = { selected: [...selected], selectedLink, turn, actions, pins, places, layout, query, failed: false };
    const telling = JSON.stringify(said);
    if (telling === this.told) return;
    this.told = telling;
    this.tell({ count: this.next(), ...said });
  }

  private next(): number {
    return (this.count = Math.max(this.count + 1, Date.now()));
  }

  /** Where the nodes stand, for the address of the page; nothing while they are on their way, or are too many. */
  private placesToTell(): Record<string, [number, number]> {
    const { graph, working } = this.picture;
    if (!this.scene?.found || working || graph.order > MOST_PLACED) return {};
    return Object.fromEntries([...this.picture.places()].map(([id, place]) => [id, pair(place, Math.round)]));
  }
}
