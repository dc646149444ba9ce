// What Streamlit calls for the timeline and the map: once when one is mounted, and again with each rerun's data.

import { PlaceMap, type MapData } from "./map";
import { Timeline, type TimelineData } from "./timeline";

interface Component {
  data: TimelineData | MapData;
  parentElement: ParentNode & Node;
  setTriggerValue: (name: "pick", ids: string[]) => void;
}

const mounted = new WeakMap<Node, Timeline | PlaceMap>();

export default function draw({ data, parentElement, setTriggerValue }: Component): () => void {
  const pick = (ids: string[]) => setTriggerValue("pick", ids);
  const known = mounted.get(parentElement);
  const chart = known ?? (data.picture === "timeline" ? new Timeline(parentElement, pick) : new PlaceMap(parentElement, pick));
  mounted.set(parentElement, chart);
  chart.pick = pick;
  if (data.picture === "timeline" && chart instanceof Timeline) chart.update(data);
  if (data.picture === "map" && chart instanceof PlaceMap) chart.update(data);
  return () => {
    mounted.get(parentElement)?.remove();
    mounted.delete(parentElement);
  };
}
