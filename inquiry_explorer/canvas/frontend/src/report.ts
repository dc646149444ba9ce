// The panel for pictures that go into a report: which names they bear, what stands below them, and as which file.

import { element } from "./dom";

export type Names = "names" | "codes" | "none";

const NAMES: readonly (readonly [Names, string])[] = [
  ["names", "Names"],
  ["codes", "Codes only"],
  ["none", "Neither"],
];

export interface Wanted {
  names: (names: Names) => void;
  save: (as: "png" | "svg", foot: boolean) => void;
}

export function reportPanel({ names, save }: Wanted): HTMLElement {
  const panel = element("div", { class: "report", role: "group", "aria-label": "Download the picture" });
  panel.hidden = true;
  const group = element("fieldset", {}, element("legend", {}, "Beside the nodes"));
  for (const [value, words] of NAMES) {
    const choice = element("input", { type: "radio", name: "names", value });
    choice.checked = value === "names";
    choice.addEventListener("change", () => names(value));
    group.append(element("label", {}, choice, words));
  }
  const foot = element("input", { type: "checkbox" });
  foot.checked = true;
  const button = (as: "png" | "svg", words: string) => {
    const made = element("button", { type: "button", class: "save" }, words);
    made.addEventListener("click", () => save(as, foot.checked));
    return made;
  };
  const buttons = element("div", { class: "row" }, button("png", "PNG"), button("svg", "SVG"));
  panel.append(group, element("label", {}, foot, "Legend and date below"), buttons);
  return panel;
}
