// What Streamlit calls: once when the component is mounted, and again with each rerun's data.

import { Canvas, type Memory } from "./canvas";
import { element } from "./dom";
import type { Events } from "./scene";
import { unpacked } from "./wire";

interface Component {
  data: Uint8Array;
  parentElement: ParentNode & Node;
  setStateValue: (name: "events", events: Events) => void;
}

const mounted = new WeakMap<Node, Canvas>();
// Where things were on a canvas whose page was left, so that they are there on coming back.
const memories = new Map<string, Memory>();

export default function draw({ data, parentElement, setStateValue }: Component): () => void {
  const tell = (events: Events) => setStateValue("events", events);
  const scene = unpacked(data);
  let canvas = mounted.get(parentElement);
  try {
    canvas ??= new Canvas(parentElement, tell, memories.get(scene.name) ?? null);
  } catch (error) {
    const words = "This browser cannot draw the graph: WebGL is switched off. The table holds the same nodes and links.";
    parentElement.append(element("p", { role: "alert" }, words));
    console.error(error);
    const nothing = { selected: [], selectedLink: null, turn: 0, actions: [], pins: {}, places: {}, layout: scene.layout, query: "" };
    tell({ count: Date.now(), ...nothing, failed: true });
    return () => undefined;
  }
  mounted.set(parentElement, canvas);
  canvas.tell = tell;
  canvas.update(scene);
  const { name } = scene;
  return () => {
    const leaving = mounted.get(parentElement);
    if (!leaving) return;
    memories.set(name, leaving.remember());
    leaving.remove();
    mounted.delete(parentElement);
  };
}
