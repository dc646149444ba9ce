// A table of ours: buttons in its headings sort it, buttons in its rows pick one, and the app draws it anew.
// The keyboard stays on the button that was pressed.
const same = (one, other) => other && one.dataset.sort === other.sort && one.dataset.pick === other.pick;

export default function ({ data, parentElement, setTriggerValue }) {
  let rows = parentElement.querySelector(".rows");
  if (!rows) {
    rows = document.createElement("div");
    rows.className = "stHtml rows";
    rows.addEventListener("click", (event) => {
      const pressed = event.target.closest("button");
      if (pressed?.dataset.sort) rows.tell("sort", pressed.dataset.sort);
      if (pressed?.dataset.pick) rows.tell("pick", pressed.dataset.pick);
    });
    parentElement.append(rows);
  }
  rows.tell = setTriggerValue;
  if (!data || rows.drawn === data.html) return;
  const pressed = rows.contains(document.activeElement) ? { ...document.activeElement.dataset } : null;
  rows.innerHTML = data.html;
  rows.drawn = data.html;
  [...rows.querySelectorAll("button")].find((each) => same(each, pressed))?.focus({ preventScroll: true });
}
