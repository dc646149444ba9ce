// Lays a large graph out beside the page, so that the page stays usable meanwhile.

import { force } from "./force";
import type { Job } from "./places";

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Job>) => void;
  postMessage: (places: [string, { x: number; y: number }][]) => void;
};

scope.onmessage = ({ data }) => scope.postMessage([...force(data)]);
